import Attention
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Typing a value` {
  @Test func `a digit opens the field in place and Enter accepts`() {
    var visit = PlaygroundVisit.causal()
    visit.type("16")
    #expect(visit.row("queries").hasPrefix("queries  16"))
    #expect(visit.message == "queries  1 to 16,384   Esc keeps 32")
    #expect(visit.canvas.cursor == Point(column: 13, row: 3))
    visit.press(.enter)
    #expect(visit.recipe?["queries"] == "16")
    #expect(visit.screen?.isTyping == false)
  }

  @Test func `Esc keeps the old value and stays in the playground`() {
    var visit = PlaygroundVisit.causal()
    visit.type("16")
    visit.press(.escape)
    #expect(visit.recipe?["queries"] == "32")
    #expect(visit.screen != nil)
    visit.press(.escape)
    #expect(visit.screen == nil, "the second one leaves")
  }

  @Test func `a value out of range is refused with the range, and the old one stays in force`() {
    var visit = PlaygroundVisit.causal(look: Look())
    visit.type("99999")
    visit.press(.enter)
    #expect(visit.message == "queries 99,999: must be 1 to 16,384. Nearest: 16,384")
    #expect(visit.ink(of: "queries 99,999: must") == .bad)
    #expect(visit.recipe?["queries"] == "32")
    visit.press(.backspace, .backspace, .backspace, .enter)
    #expect(visit.recipe?["queries"] == "99", "the typed text was kept to be mended")
  }

  @Test func `heads that cannot share the keys are refused with the nearest that can`() {
    var visit = PlaygroundVisit(["heads": "4", "kv-heads": "2"])
    visit.focus("heads")
    visit.type("5")
    visit.press(.enter)
    #expect(visit.message == "heads 5: not divisible by 2 kv heads. Nearest: 6")
    var chinese = PlaygroundVisit(["heads": "4", "kv-heads": "2"], language: .zh)
    chinese.focus("heads")
    chinese.type("5")
    #expect(chinese.message == "头数 5：不能被 2 个 KV 头整除。最接近：6")
  }

  @Test(arguments: [
    ("temperature", "0", "temperature 0: must be above 0. Nearest: 0.05"),
    ("dim", "x", "dim x: not a number. It takes a whole number, 1 to 1,024"),
    ("dim", "2.5", "dim 2.5: must be a whole number, 1 to 1,024. Nearest: 3"),
    ("mask", "padding", "mask padding: write it as padding:len"),
    ("mask", "cusal", "mask cusal: unknown. Did you mean causal?"),
    ("mask", "zzz", "mask zzz: unknown. An empty field shows what there is"),
    ("mask", "window:0", "mask window:0: must be window:w with w 1 to 16,384. Nearest: window:1"),
  ])
  func `a refusal says what, why and what would do`(name: String, typed: String, message: String) {
    var visit = PlaygroundVisit.causal()
    visit.focus(name)
    let before = visit.recipe
    visit.press(.enter)
    visit.type(typed)
    visit.press(.enter)
    #expect(visit.message == message)
    #expect(visit.recipe == before)
  }

  @Test func `of a part the beginning of its name will do`() {
    var visit = PlaygroundVisit.causal()
    visit.focus("score")
    visit.press(.enter)
    #expect(visit.message == "score   scaled-dot  dot  cosine  additive  bilinear   Esc keeps scaled-dot")
    visit.type("d")
    #expect(visit.message == "score   dot   Esc keeps scaled-dot")
    visit.press(.enter)
    #expect(visit.recipe?["score"] == "dot")
  }

  @Test(arguments: [
    ("1,024", "1024"), ("2^9", "512"), ("2**9", "512"), ("1e3", "1000"), ("2×64", "128"), ("4_096", "4096"),
  ])
  func `a whole number may be typed as a formula`(typed: String, value: String) {
    var visit = PlaygroundVisit(["queries": "4", "keys": "4", "mask": "causal"])
    visit.isHeld = true
    visit.press(.enter)
    visit.type(typed)
    #expect(visit.message == "queries  1 to 16,384   Esc keeps 4")
    visit.press(.enter)
    #expect(visit.recipe?["queries"] == value)
  }

  @Test(arguments: ["2.5", "1,02", "2^0.5", "1/3"])
  func `a number that is not whole is refused in words`(typed: String) {
    var visit = PlaygroundVisit.causal()
    visit.press(.enter)
    visit.type(typed)
    #expect(visit.message.hasPrefix("queries \(typed): "))
    #expect(visit.message.contains("a whole number, 1 to 16,384"))
    visit.press(.enter)
    #expect(visit.recipe?["queries"] == "32")
  }

  @Test(arguments: [("1/4", "0.25"), ("1e-2", "0.01"), ("1,000", "1000"), ("2^-1", "0.5")])
  func `so may any other number`(typed: String, value: String) {
    var visit = PlaygroundVisit.causal()
    visit.focus("temperature")
    visit.press(.enter)
    visit.type(typed)
    visit.press(.enter)
    #expect(visit.recipe?["temperature"] == value)
  }

  @Test func `a word that may stand for the number is named`() {
    var visit = PlaygroundVisit.causal()
    visit.focus("scale")
    visit.press(.enter)
    #expect(visit.message == "scale  any number, or auto   Esc keeps auto")
    visit.type("−2")
    visit.press(.enter)
    #expect(visit.recipe?["scale"] == "-2")
    visit.press(.enter)
    visit.type("auto")
    visit.press(.enter)
    #expect(visit.recipe?["scale"] == "auto")
  }

  @Test func `the footer says what Esc does`() {
    var visit = PlaygroundVisit.causal()
    #expect(visit.lines[23].hasSuffix("Esc back"))
    visit.type("16")
    #expect(visit.lines[23] == "  Enter accept   Tab next pane                F1 help   Esc keep the old value")
    var chinese = PlaygroundVisit.causal(language: .zh)
    chinese.type("16")
    #expect(chinese.lines[23].hasSuffix("Esc 保留原值"))
  }

  @Test func `a head is reached by its number`() {
    var visit = PlaygroundVisit(["queries": "4", "heads": "128"])
    visit.type("v")
    visit.press(.up)
    visit.type("97")
    #expect(visit.message == "head  1 to 128   Esc keeps 1")
    visit.press(.enter)
    #expect(visit.lines[2].contains("head 97 of 128"))
    visit.type("129")
    visit.press(.enter)
    #expect(visit.message == "head 129: must be 1 to 128")
    visit.press(.escape)
    #expect(visit.lines[2].contains("head 97 of 128"))
  }

  @Test func `all masks are offered where they fit, without their numbers if need be`() {
    var visit = PlaygroundVisit.causal()
    visit.focus("mask")
    visit.press(.enter)
    #expect(!visit.message.hasSuffix("…"))
    #expect(visit.message.contains("documents"))
    visit.type("pa")
    #expect(visit.message == "mask   padding:len   Esc keeps causal")
    visit.press(.escape)
    visit.focus("fault")
    visit.press(.enter)
    let parts = visit.message.split(separator: " ")
    let choices = Recipe.parameter("fault")?.choices.count ?? 0
    #expect(parts.last == "+\(choices - parts.count + 1)", "what does not fit is counted")
  }

  @Test func `several masks are typed with commas`() {
    var visit = PlaygroundVisit.causal()
    visit.focus("mask")
    visit.press(.enter)
    visit.type("cau, pad:20")
    visit.press(.enter)
    #expect(visit.recipe?["mask"] == "causal,padding:20")
  }

  @Test func `letters are text while a value is typed`() {
    var visit = PlaygroundVisit.causal()
    visit.focus("position")
    visit.press(.enter)
    visit.type("rsuq")
    #expect(visit.screen?.field?.text.text == "rsuq")
    #expect(visit.effects.isEmpty)
  }

  @Test func `Tab accepts and goes on to the next pane, Enter on nothing keeps the old value`() {
    var visit = PlaygroundVisit.causal()
    visit.type("8")
    visit.press(.tab)
    #expect(visit.recipe?["queries"] == "8")
    #expect(visit.screen?.view.pane == .picture)
    visit.press(.backTab, .enter, .enter)
    #expect(visit.recipe?["queries"] == "8")
    #expect(visit.screen?.isTyping == false)
  }

  @Test func `full-width digits and a paste are read`() {
    var visit = PlaygroundVisit.causal()
    visit.press(.enter)
    visit.type("２４")
    visit.press(.enter)
    #expect(visit.recipe?["queries"] == "24")
  }
}
