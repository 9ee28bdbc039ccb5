import Attention
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `How the picture is shown` {
  private func turn(_ row: PlaygroundRow, in visit: inout PlaygroundVisit) {
    visit.type("v")
    for _ in 0..<8 where visit.screen?.view.row != row { visit.type("v") }
    visit.press(.right)
  }

  private func labelled(_ text: String) -> PlaygroundVisit {
    var visit = PlaygroundVisit(["queries": "6", "seed": "3"])
    turn(.labels, in: &visit)
    visit.perform(visit.stack.update(.paste(text)))
    visit.press(.enter)
    return visit
  }

  @Test func `a logarithmic scale tells small weights apart, and its key says so`() {
    var visit = PlaygroundVisit.causal()
    #expect(visit.lines[20].contains("0 ...:::"))
    turn(.scaling, in: &visit)
    #expect(visit.row("scaling").contains("‹ log ›"))
    #expect(visit.lines[20].contains("<0.0002 "))
  }

  @Test func `with a range for each row its largest weight is the brightest`() throws {
    var visit = PlaygroundVisit(["queries": "16", "mask": "causal", "seed": "2"])
    turn(.range, in: &visit)
    #expect(visit.row("range").hasPrefix("range    ‹ each row ›"))
    #expect(visit.frame.contains("row's largest"))
    let picture = try #require(visit.screen?.picture)
    for query in 0..<16 where query != visit.screen?.view.query {
      let key = picture.heaviestKey(head: 0, query: query)
      #expect(visit.canvas[28 + key * 2, 4 + query].glyph == "@", "row \(query)")
    }
  }

  @Test func `digits can be left out`() {
    var visit = PlaygroundVisit(["queries": "3", "seed": "2"], size: Size(columns: 100, rows: 30))
    func digits() -> Int { visit.lines[4..<18].map { $0.dropFirst(30).prefix(30) }.joined().filter(\.isNumber).count }
    let before = digits()
    turn(.digits, in: &visit)
    #expect(digits() + 9 < before)
  }

  @Test func `three rows do not saturate`() throws {
    let visit = PlaygroundVisit(["queries": "3"])
    let picture = try #require(visit.screen?.picture)
    #expect(!picture.range(.weights).isCut)
    #expect(picture.run.weights.values.allSatisfy { $0 <= picture.range(.weights).range.upperBound })
  }

  @Test func `words of the learner's own stand beside the rows`() {
    let visit = labelled("the cat sat on the mat")
    #expect(visit.row("labels").hasPrefix("labels    ‹ 6 words ›"))
    for word in ["the", "cat", "sat", "on", "mat"] {
      #expect(visit.lines.contains { $0.dropFirst(20).contains(" \(word) ") }, "\(word)")
    }
  }

  @Test func `Chinese is one token a character, and so is everything once letters are asked for`() {
    var visit = labelled("我喜欢 GPU 吗")
    #expect(visit.screen?.options.tokens.rows == ["我", "喜", "欢", "GPU", "吗"])
    #expect(visit.message == "5 tokens beside 6 rows: type 5 at queries for as many")
    visit.press(.right)
    #expect(visit.screen?.options.tokens.rows == ["我", "喜", "欢", "G", "P", "U", "吗"])
    visit.press(.right)
    #expect(visit.row("labels").hasPrefix("labels    ‹ numbers ›"))
  }

  @Test func `a bar parts the queries' tokens from the keys'`() {
    let visit = labelled("the cat | le chat noir")
    #expect(visit.screen?.options.tokens == HeatmapNames(rows: ["the", "cat"], columns: ["le", "chat", "noir"]))
  }

  @Test func `control characters of a pasted line never reach the screen`() {
    let visit = labelled("a\u{1B}]52;c;ZXZpbA==\u{7}b\nc\u{202E}d\te")
    #expect(visit.screen?.options.text.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E } == false)
    #expect(!visit.frame.unicodeScalars.contains { ($0.value < 32 && $0 != "\n") || $0.value == 0x202E })
  }

  @Test func `an empty line of labels gives the numbers back`() {
    var visit = labelled("a b c")
    visit.press(.enter, .control("u"), .enter)
    #expect(visit.screen?.options.labels == .numbers)
  }

  @Test func `every option is undone and done again among the parameters`() throws {
    var visit = PlaygroundVisit.causal()
    let before = try #require(visit.screen).changes.state
    for row in [PlaygroundRow.colours, .scaling, .range, .digits] { turn(row, in: &visit) }
    visit.focus("heads")
    visit.press(.right)
    let after = try #require(visit.screen).changes.state
    visit.type("u")
    #expect(visit.message == "heads is 4 again.   U redo")
    visit.type("u")
    #expect(visit.message == "digits: if they fit again.   U redo")
    visit.type("uuu")
    #expect(visit.screen?.changes.state == before)
    #expect(visit.screen?.options == before.options)
    visit.type("UUUUU")
    #expect(visit.screen?.changes.state == after)
    #expect(visit.screen?.options == after.options)
  }

  @Test(arguments: [Look(colours: .none), Look(colours: .eight), Look(ascii: true), Look()])
  func `every size holds tokens, scales and ranges in every look`(look: Look) {
    for size in [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)] {
      var visit = PlaygroundVisit(["queries": "12", "heads": "2", "mask": "causal"], size: size, look: look)
      for row in PlaygroundRow.view.dropFirst(2) { turn(row, in: &visit) }
      visit.perform(visit.stack.update(.paste("一二三 averyverylongword b c d e f g h")))
      visit.press(.enter)
      for _ in 0..<5 {
        visit.press(.character("s"), .tab)
        #expect(visit.lines.allSatisfy { $0.cellWidth <= size.columns })
      }
    }
  }
}

@Suite struct `Mechanisms by name` {
  @Test func `slash finds presets and parts, and the row says which it is`() throws {
    var visit = PlaygroundVisit(["queries": "9"], size: Size(columns: 120, rows: 60))
    visit.type("/")
    visit.type("sliding")
    visit.press(.enter)
    let preset = try #require(Preset.named("sliding-window"))
    #expect(try visit.recipe == Recipe(preset.flags))
    #expect(visit.row("mechanism").contains("sliding"))
    visit.type("u")
    #expect(visit.row("mechanism").contains("your own"))
  }

  @Test func `arrows go through those that there is a picture of`() throws {
    var visit = PlaygroundVisit(["queries": "16", "score": "dot"], size: Size(columns: 120, rows: 60))
    visit.type("G")
    #expect(visit.screen?.mechanism?.name == "dot-product")
    var seen: Set<String> = []
    for _ in 0..<60 {
      visit.press(.right)
      #expect(visit.screen?.failure == nil)
      if let name = visit.screen?.mechanism?.name { seen.insert(name) }
    }
    #expect(seen.count > 20 && seen.contains("dot-product"))
  }

  @Test func `what a kernel does without is dimmed, with the reason`() throws {
    let visit = PlaygroundVisit(["queries": "6", "kernel": "linear"], size: Size(columns: 120, rows: 60))
    #expect(visit.ink(of: "temperature") == .faint)
    #expect(visit.recipe?.idleReason("temperature")?.en == "kernel linear does without it")
    #expect(visit.ink(of: "mask ") == .text)
    #expect(try Recipe([Flag(name: "normalize", value: "sigmoid")]).idleReason("axis") != nil)
  }

  @Test(arguments: [
    ("dropout", "1.5", "0.8"), ("temperature", "-3", "0.05"), ("softcap", "0", "0.5"), ("dim", "4000", "1,024"),
    ("rope-base", "0", "10"), ("mask", "window:0", "window:1"),
  ])
  func `a number out of range has the nearest good one`(name: String, typed: String, nearest: String) {
    var visit = PlaygroundVisit.causal()
    visit.focus(name)
    visit.press(.enter)
    visit.type(typed)
    visit.press(.enter)
    #expect(visit.message.hasSuffix("Nearest: \(nearest)"), "\(visit.message)")
  }
}
