import Attention
import Foundation
import Learning
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Runs of the playground` {
  @Test func `the last picture stays, and looks old only after a tenth of a second`() throws {
    var visit = PlaygroundVisit.causal(look: Look())
    visit.isHeld = true
    visit.press(.right)
    let cell = visit.canvas[28, 4]
    #expect(cell.style == Style(.colour(227), on: .colour(227)))
    visit.pass(0.2)
    #expect(visit.canvas[28, 4].style == Style(.colour(244), on: .colour(244)))
    visit.tell(0.41)
    #expect(visit.message == "4 heads × 33 × 33  ━━━━──────  41%   Esc stops")
    #expect(visit.lines[23].hasSuffix("Esc stop"))
    visit.deliver()
    #expect(visit.screen?.picture?.recipe["queries"] == "33")
    #expect(visit.canvas[28, 4].style.ink == cell.style.ink)
  }

  @Test func `a result that is no longer wanted is ignored`() {
    var visit = PlaygroundVisit.causal()
    visit.isHeld = true
    visit.type("l")
    visit.type("l")
    visit.deliver()
    #expect(visit.screen?.picture?.recipe["queries"] == "34")
  }

  @Test func `a run that does not fit is refused in the field, and the old value stays in force`() {
    var visit = PlaygroundVisit.causal()
    visit.focus("normalize")
    visit.press(.enter)
    visit.type("sigmoid")
    visit.press(.enter)
    visit.type("g")
    let before = visit.lines[10]
    visit.type("16384")
    visit.press(.enter)
    #expect(
      visit.message == "4 × 16,384 × 16,384 weights need 8.3 GiB, more than 2 GiB: try 8,000 tokens")
    #expect(visit.lines[10].dropFirst(26) == before.dropFirst(26))
    visit.press(.escape)
    #expect(visit.lines[10] == before)
    #expect(visit.recipe?["queries"] == "32")
  }

  @Test func `what is advised fits, and a little more does not`() throws {
    for flags in [
      ["queries": "16384", "heads": "2", "normalize": "sparsemax"],
      ["queries": "9000", "heads": "8", "dropout": "0.1"],
    ] as [[String: String]] {
      var recipe = try Recipe(flags.map { Flag(name: $0.key, value: $0.value) })
      let session = PlaygroundVisit().stack.session
      let text = try #require(TooLarge(recipe)).wording(session)
      let digits = text.components(separatedBy: "try ").last?.filter(\.isNumber) ?? ""
      let tokens = try #require(Int(digits))
      try recipe.set("queries", to: String(tokens))
      #expect(recipe.memory <= Recipe.memoryLimit)
      try recipe.set("queries", to: String(tokens * 11 / 10))
      #expect(recipe.memory > Recipe.memoryLimit)
    }
  }

  @Test func `Esc stops a long run and brings the picture's values back`() {
    var visit = PlaygroundVisit.causal()
    let before = visit.recipe
    visit.isHeld = true
    visit.type("ll")
    visit.tell(0)
    visit.press(.escape)
    #expect(visit.screen != nil)
    #expect(visit.recipe == before)
    #expect(visit.message == "Stopped: the values are those of the picture.   U redo")
    #expect(visit.effects.contains { if case .cancel(.playground) = $0 { true } else { false } })
    visit.deliver()
    visit.type("UU")
    #expect(visit.recipe?["queries"] == "34")
    visit.press(.escape)
    #expect(visit.screen == nil, "nothing runs: Esc goes back")
  }

  @Test func `a first run that is stopped leaves the parameters to be turned`() {
    var visit = PlaygroundVisit.held(["queries": "4096"])
    visit.tell(0.02)
    visit.press(.escape)
    #expect(visit.message == "Stopped. Any change computes again.")
    visit.type("?")
    visit.press(.escape)
    #expect(visit.held.isEmpty, "closing an overlay begins nothing")
    visit.type("8")
    visit.press(.enter)
    visit.deliver()
    #expect(visit.screen?.picture?.recipe["queries"] == "8")
  }

  @Test func `an overlay does not begin the run again, leaving gives it up`() {
    var visit = PlaygroundVisit.causal()
    visit.isHeld = true
    visit.type("l?")
    visit.press(.escape)
    #expect(visit.held.count == 1)
    visit.type("H")
    #expect(!visit.held.contains { if case .compute(_, .playground) = $0 { true } else { false } })
  }

  @Test func `a kernel that keeps no weights shows its output, and the stage comes back with the weights`() throws {
    var visit = PlaygroundVisit.causal()
    let plain = try #require(visit.screen?.picture?.run.output.values)
    visit.focus("kernel")
    visit.press(.right)
    #expect(visit.recipe?["kernel"] == "flash")
    #expect(visit.lines[2].contains("output   pooled 2×   head 1 of 4"))
    let flash = try #require(visit.screen?.picture?.run.output.values)
    #expect(zip(plain, flash).allSatisfy { abs($0 - $1) < 4e-6 })
    visit.type("s")
    #expect(visit.message == "kernel flash keeps no scores and no weights: only its output is seen")
    visit.type("w")
    #expect(visit.stack.screens.last is PlaygroundScreen, "there is no derivation to open")
    visit.press(.left)
    #expect(visit.recipe?["kernel"] == "plain")
    #expect(visit.screen?.view.stage == .weights)
  }

  @Test(arguments: [
    ("normalize", "softmax1", "a row stays below 1"), ("normalize", "sigmoid", "stands alone"),
    ("normalize", "none", "nothing is normalised"), ("dropout", "0.3", "dropout took some"),
    ("normalize", "sparsemax", "add up to 1"), ("axis", "queries", "columns add up to 1"),
  ])
  func `the sum of a row is explained by what made it`(_ name: String, _ value: String, _ words: String) throws {
    let visit = PlaygroundVisit(["queries": "6", name: value], size: Size(columns: 120, rows: 40))
    let picture = try #require(visit.screen?.picture)
    let lines = try #require(visit.screen?.why).lines(picture, visit.stack.session)
    let sum = try #require(lines.first { $0.part == .row })
    #expect(sum.explanation.contains(words))
  }

  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func `of such a kernel everything can be looked at, as far as there is something`(_ size: Size) throws {
    var visit = PlaygroundVisit(["kernel": "linear", "queries": "6"], size: size)
    let value = try #require(visit.screen?.why?.value)
    #expect(visit.lines.contains { $0.contains(Figures.value(Double(value))) })
    visit.type("szswv]")
    visit.press(.tab, .down, .right, .enter, .tab, .down)
    #expect(visit.screen?.view.stage == .output)
    #expect(visit.stack.screens.last is PlaygroundScreen)
  }

  @Test func `what to look for stands above the message until i hides it`() {
    var visit = PlaygroundVisit(["score": "dot"], notice: "Rows are almost one-hot.")
    #expect(visit.lines[21] == "  Rows are almost one-hot.")
    visit.press(.down)
    #expect(visit.lines[21] == "  Rows are almost one-hot.")
    #expect(visit.lines[23].contains("i hint"))
    visit.type("i")
    #expect(visit.lines[21].isEmpty)
    visit.type("i")
    #expect(visit.lines[21] == "  Rows are almost one-hot.")
  }

  @Test func `a long note leaves every parameter within reach`() {
    let note = String(repeating: "Look at the rows. ", count: 15)
    var visit = PlaygroundVisit(["queries": "32"], notice: note)
    #expect(visit.lines[18].hasPrefix("  Look at the rows."))
    visit.type("G")
    #expect(visit.lines[16].hasPrefix(" ▌mechanism"))
  }

  @Test func `a wide screen keeps the note under the parameters`() throws {
    let visit = PlaygroundVisit(
      ["score": "dot"], notice: "Rows are almost one-hot.", size: Size(columns: 160, rows: 50))
    let heading = try #require(visit.place(of: "Notice"))
    #expect(heading.column == 2)
    #expect(visit.lines[heading.row + 1].hasPrefix("  Rows are almost one-hot."))
    #expect(!visit.lines[49].contains("i hint"))
  }

  @Test func `the first playground shows a causal experiment at its telling cell`() {
    let visit = PlaygroundVisit()
    #expect(visit.recipe?["mask"] == "causal")
    #expect(visit.row("rank").isEmpty == false || visit.lines.contains { $0.hasSuffix("rank     1 of 22") })
  }

  @Test func `leaving records the experiment once`() {
    var visit = PlaygroundVisit.causal()
    visit.type("ll")
    #expect(visit.effects.isEmpty)
    visit.press(.escape)
    #expect(visit.recorded == [["queries", "heads", "kv-heads", "seed", "mask"]])
    visit.type("P")
    visit.press(.escape)
    #expect(visit.recorded.count == 1, "nothing changed since")
  }

  @Test func `quitting records it too, before the program ends`() {
    var visit = PlaygroundVisit.causal()
    visit.type("q")
    #expect(visit.recorded.count == 1)
    if case .quit? = visit.effects.last {} else { Issue.record("quit comes last") }
  }

  @Test func `going away and coming back finds the playground as it was left`() {
    var visit = PlaygroundVisit.causal()
    visit.type("ls")
    let before = visit.frame
    visit.type("HP")
    #expect(
      visit.lines.dropLast(2)
        == before.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2).map(String.init)[...])
  }

  @Test func `with a fault is named in the header, and its step in the derivation`() {
    let english = PlaygroundVisit(["mask": "causal", "fault": "mask-after-softmax"])
    #expect(english.frame.contains("heed › Playground › fault mask-after-softmax"))
    #expect(english.frame.contains("× mask"))
    let chinese = PlaygroundVisit(["mask": "causal", "fault": "mask-times-zero"], language: .zh)
    #expect(chinese.frame.contains("heed › 演练场 › 典型错误 mask-times-zero"))
    #expect(!PlaygroundVisit(["mask": "causal"]).frame.contains("fault mask"))
  }
}
