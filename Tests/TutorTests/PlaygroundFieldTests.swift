import Attention
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Typing a value` {
  @Test func `a digit opens the field in place and Enter accepts`() {
    var visit = PlaygroundVisit.causal()
    visit.type("16")
    #expect(visit.row("queries").hasPrefix("queries  16"))
    #expect(visit.message == "queries 1–16,384   Esc keeps 32")
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
    #expect(visit.message == "queries 99999: must be 1–16,384. Nearest: 16,384")
    #expect(visit.ink(of: "queries 99999: must") == .bad)
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
    ("temperature", "0", "temperature 0: must be above 0"), ("dim", "x", "dim x: not a number. It takes 1–1,024"),
    ("dim", "2.5", "dim 2.5: must be 1–1,024. Nearest: 3"),
    ("mask", "padding", "mask padding: write it as padding:len"),
    (
      "mask", "cusal",
      "mask cusal: unknown. Known: none, causal, window:w, prefix:p, padding:len, …"
    ),
    ("mask", "window:0", "mask window:0: must be window:w with w 1 to 16384"),
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
