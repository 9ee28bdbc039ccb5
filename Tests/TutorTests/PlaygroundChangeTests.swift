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
    #expect(visit.message == "queries goes no further: 1–16,384")
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
    var visit = PlaygroundVisit.causal()
    #expect(visit.ink(of: "rope base") == .faint)
    visit.focus("rope-base")
    #expect(visit.message == "rope base  no effect without position rope")
    visit.focus("position")
    visit.press(.left)
    #expect(visit.recipe?["position"] == "rope")
    #expect(visit.ink(of: "rope base") == .text)
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

  @Test func `y copies the command that computes the same outside`() throws {
    var visit = PlaygroundVisit.causal()
    visit.type("y")
    guard case .copy(let text) = try #require(visit.effects.last) else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text == "heed attend --queries 32 --heads 4 --kv-heads 2 --seed 7 --mask causal")
    #expect(visit.message.hasPrefix("Copied: heed attend"))
  }

  @Test func `a key without meaning here changes nothing`() {
    var visit = PlaygroundVisit.causal()
    let before = visit.frame
    visit.type("cbntpxei+-")
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
