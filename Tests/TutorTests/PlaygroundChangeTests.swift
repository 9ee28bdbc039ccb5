import Attention
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Changing parameters` {
  @Test func `arrows turn the focused parameter and the picture follows`() {
    var visit = PlaygroundVisit.causal()
    visit.press(.right)
    #expect(visit.recipe?["queries"] == "33")
    #expect(visit.row("keys") == "keys             33     0 @@", "keys follow the queries while they are not set")
    visit.press(.left, .left)
    #expect(visit.recipe?["queries"] == "31")
  }

  @Test func `letters of vi move and turn too`() {
    var visit = PlaygroundVisit.causal()
    visit.type("jjl")
    #expect(visit.recipe?["dim"] == "128", "dims go by powers of two")
    visit.type("kh")
    #expect(visit.recipe?["keys"] == "31")
  }

  @Test func `an end of a range is named instead of passed`() {
    var visit = PlaygroundVisit(["queries": "1"])
    visit.press(.left)
    #expect(visit.recipe?["queries"] == "1")
    #expect(visit.message == "queries goes no further: 1 to 16,384")
  }

  @Test func `masks cycle through useful sets`() {
    var visit = PlaygroundVisit(["queries": "8"])
    visit.focus("mask")
    visit.press(.right)
    #expect(visit.recipe?["mask"] == "causal")
    visit.press(.right, .right)
    #expect(visit.recipe?["mask"] == "causal,window:2")
  }

  @Test func `a parameter without effect is faint and says why`() {
    var visit = PlaygroundVisit(["mask": "causal"])
    #expect(visit.ink(of: "query start") == .text)
    visit.focus("mask")
    visit.press(.left)
    #expect(visit.ink(of: "query start") == .faint)
    visit.focus("query-start")
    #expect(visit.message == "query start  nothing here looks at positions")
  }

  @Test func `rope's own rows come with rope, and go with it`() {
    var visit = PlaygroundVisit.causal()
    #expect(visit.place(of: " base ") == nil)
    visit.focus("position")
    visit.press(.left)
    #expect(visit.recipe?["position"] == "rope")
    #expect(visit.row("style").hasPrefix("style  interleaved "))
    #expect(visit.row("base").hasPrefix("base        10,000 "))
    visit.press(.down, .down)
    #expect(visit.message.hasPrefix("rope base  the base of rope's wavelengths"))
    visit.press(.up, .up, .left)
    #expect(visit.place(of: " base ") == nil)
  }

  @Test(arguments: ["none", "rope"], [Tutor.Language.en, .zh])
  func `what is turned most is seen without scrolling`(position: String, language: Tutor.Language) {
    let visit = PlaygroundVisit(["heads": "4", "mask": "causal", "position": position], language: language)
    let labels = [
      "queries", "keys", "dim", "value-dim", "heads", "kv-heads", "seed", "position", "score", "mask", "normalize",
      "temperature",
    ].compactMap { Recipe.parameter($0).map { visit.stack.session.say($0.label) } }
    for label in labels {
      #expect(visit.lines.contains { $0.drop { " ▌".contains($0) }.hasPrefix(label + " ") }, "\(label)")
    }
  }

  @Test func `numbers have their thousands apart and a real minus`() {
    var visit = PlaygroundVisit.held([
      "queries": "2048", "position": "rope", "query-start": "-5", "scale": "-0.5", "dim": "2", "seed": "123456",
    ])
    #expect(visit.row("queries") == "queries     ‹ 2,048 ›")
    #expect(visit.row("seed") == "seed        123,456")
    #expect(visit.row("base") == "base        10,000")
    visit.type("r")
    #expect(visit.message == "seed 123,457   u back")
    visit.type("u")
    #expect(visit.message == "seed is 123,456 again.   U redo")
    visit.press(.enter)
    #expect(visit.message == "seed  0 or more   Esc keeps 123,456")
    visit.press(.escape)
    visit.focus("scale")
    #expect(visit.row("scale") == "scale        ‹ −0.5 ›")
    #expect(visit.row("query start") == "query start      −5")
  }

  @Test func `a value that differs from its default is blue`() {
    let visit = PlaygroundVisit.causal(size: Size(columns: 80, rows: 40), look: Look())
    #expect(visit.ink(of: "causal") == .data)
    #expect(visit.ink(of: "scaled-dot") == .quiet)
  }

  @Test func `r draws new tensors and u brings the old ones back`() {
    var visit = PlaygroundVisit.causal()
    let before = visit.lines[5]
    visit.type("r")
    #expect(visit.recipe?.seed == 8)
    #expect(visit.lines[5] != before)
    #expect(visit.message == "seed 8   u back")
    visit.type("u")
    #expect(visit.recipe?.seed == 7)
    #expect(visit.lines[5] == before)
    #expect(visit.message == "seed is 7 again.   U redo")
  }

  @Test func `every change can be undone and made again, and nothing is lost`() {
    var visit = PlaygroundVisit.causal()
    let first = visit.recipe
    visit.type("ljl")
    visit.focus("mask")
    visit.press(.left)
    let last = visit.recipe
    visit.type("uuu")
    #expect(visit.recipe == first)
    visit.type("u")
    #expect(visit.message == "Nothing to undo here.")
    visit.type("UUU")
    #expect(visit.recipe == last)
    visit.type("U")
    #expect(visit.message == "Nothing to redo here.")
    #expect(visit.screen?.view.row == .parameter("mask"), "the row that changed has the focus")
  }

  @Test func `a change after undo forgets what was undone`() {
    var visit = PlaygroundVisit.causal()
    visit.type("lu")
    visit.press(.left)
    visit.type("U")
    #expect(visit.recipe?["queries"] == "31")
  }

  @Test func `y copies the command that shows the same view`() throws {
    var visit = PlaygroundVisit.causal()
    visit.type("y")
    let flags = "--queries 32 --heads 4 --kv-heads 2 --seed 7 --mask causal"
    #expect(visit.copied == "heed play \(flags)")
    #expect(visit.message.hasPrefix("Copied: heed play --queries 32"))
    visit.type("]y")
    #expect(visit.copied == "heed play \(flags) --head 2 --cell 21,3", "the cell that was selected in head 1")
    visit.type("s")
    visit.press(.tab, .right, .down)
    visit.type("y")
    #expect(visit.copied == "heed play \(flags) --stage output --head 2 --cell 22,1")
  }

  @Test func `without a flag the command names one, as heed play alone opens the last experiment`() {
    var visit = PlaygroundVisit(["queries": "8"])
    visit.type("y")
    #expect(visit.copied == "heed play --queries 8")
  }

  @Test func `the playground opens at the stage, head and cell it is told`() {
    var visit = PlaygroundVisit.causal()
    let place = PlaygroundPlace(stage: .masked, head: 2, cell: (query: 9, column: 4))
    visit.open(at: place)
    #expect(visit.lines[2].contains("masked               head 3 of 4"))
    #expect(visit.lines[3].hasSuffix("q 9 · k 4"))
    visit.type("y")
    #expect(visit.copied?.hasSuffix(" --stage masked --head 3 --cell 9,4") == true)
  }

  @Test func `a key without meaning here changes nothing`() {
    var visit = PlaygroundVisit.causal()
    let before = visit.frame
    visit.type("bnxi")
    visit.press(.function(5), .control("x"), .delete)
    #expect(visit.frame == before)
    #expect(visit.effects.isEmpty)
  }

  @Test func `full-width keys of an input method count`() {
    var visit = PlaygroundVisit.causal()
    visit.type("】")
    #expect(visit.screen?.view.head == 1)
  }
}
