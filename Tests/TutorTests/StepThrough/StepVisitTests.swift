import Attention
import Foundation
import TerminalUI
import Testing

@testable import Tutor

/// The playground with an experiment, step by step.
private func stepping(_ flags: KeyValuePairs<String, String>, _ keys: String = "t") -> PlaygroundVisit {
  var visit = PlaygroundVisit(flags)
  visit.type(keys)
  return visit
}

extension PlaygroundVisit {
  fileprivate var header: String { lines[0] }
  fileprivate var heading: String { lines[2].trimmingCharacters(in: .whitespaces) }
}

@Suite struct `Stepping` {
  @Test func `shows what the kernel does`() {
    #expect(stepping(["queries": "8"]).header.contains("Online softmax"))
    #expect(stepping(["queries": "8", "kernel": "flash"]).header.contains("Online softmax"))
    #expect(stepping(["queries": "8", "mask": "causal", "kernel": "decode"]).header.contains("Decoding"))
    #expect(stepping(["queries": "8", "kernel": "linear"]).header.contains("Linear attention"))
    #expect(stepping(["queries": "8", "mask": "causal", "normalize": "sparsemax"]).header.contains("Decoding"))
  }

  @Test func `v goes on to the next that the parts allow, and says what is in the way of the others`() {
    var visit = stepping(["queries": "8", "mask": "causal", "bias": "alibi"])
    visit.type("v")
    #expect(visit.header.contains("Decoding"))
    visit.press(.tab)
    #expect(visit.header.contains("Online softmax"))
    #expect(visit.message == "Linear attention: kernel linear: cannot honour bias alibi")
  }

  @Test func `an experiment without steps says why`() {
    let visit = stepping(["queries": "8", "normalize": "sparsemax"])
    #expect(visit.header.contains("Playground") && !visit.header.contains("Online"))
    #expect(visit.message == "kernel flash: cannot honour normalize sparsemax")
    #expect(stepping(["queries": "8", "kernel": "latent"]).message.hasPrefix("kernel latent: no steps to show"))
  }

  @Test func `Space goes on, a bracket back, r begins again, g and G go to the ends`() {
    var visit = stepping(["queries": "32", "seed": "7"])
    #expect(visit.heading.hasPrefix("Tile 1 of 4"))
    visit.type("  ")
    #expect(visit.heading.hasPrefix("Tile 3 of 4"))
    visit.type("[")
    #expect(visit.heading.hasPrefix("Tile 2 of 4"))
    visit.type("G ")
    #expect(visit.heading.hasPrefix("Tile 4 of 4"))
    #expect(visit.message == "This was the last step.   r from the start")
    visit.type("r")
    #expect(visit.heading.hasPrefix("Tile 1 of 4"))
  }

  @Test func `the last message names the largest difference from the plain pass`() throws {
    var visit = stepping(["queries": "32", "seed": "7"])
    visit.type("G")
    let screen = try #require(visit.stack.screens.last as? StepScreen)
    guard case .online(let steps)? = screen.steps, let gap = steps.tiles.last?.gap else {
      Issue.record("no steps")
      return
    }
    #expect(gap < 4e-6)
    #expect(visit.message.hasSuffix("largest difference \(Figures.gap(gap))."))
  }

  @Test func `another row is another sum, at the same tile`() {
    var visit = stepping(["queries": "8", "seed": "7"], "t ")
    let before = visit.row("all 8")
    visit.press(.down)
    #expect(visit.heading.hasPrefix("Tile 2 of 4"))
    #expect(visit.row("all 8") != before)
    visit.press(.up)
    #expect(visit.row("all 8") == before)
  }

  @Test func `arrows make tiles larger and smaller, to the whole row and to one score`() {
    var visit = stepping(["queries": "8"])
    visit.press(.right)
    #expect(visit.heading.hasPrefix("Tile 1 of 2"))
    visit.press(.right)
    #expect(visit.heading.hasPrefix("Tile 1 of 1"))
    visit.press(.right)
    #expect(visit.message == "One tile holds the whole row.")
    visit.press(.left, .left, .left)
    #expect(visit.heading.hasPrefix("Tile 1 of 8"))
    visit.press(.left)
    #expect(visit.message == "Tiles get no smaller here.")
  }

  @Test func `a tile that the masks hide is passed over`() {
    var visit = stepping(["queries": "8", "mask": "window:2", "seed": "3"])
    visit.press(.down, .down, .down, .down, .down, .down, .down, .down)
    #expect(visit.message == "The masks hide the whole tile: it is passed over.")
    #expect(visit.row("tile 1").contains("hidden"))
  }

  @Test func `without rescaling the result is missed, and the fault is named`() {
    var visit = PlaygroundVisit(["queries": "40", "kernel": "flash", "fault": "no-rescale", "seed": "1"])
    visit.type("t")
    // The first row finds a larger score after its first tile.
    for _ in 0..<40 { visit.press(.up) }
    #expect(visit.lines.contains { $0.contains("l′ = l + Σ e^(s − m′)") })
    visit.type("G")
    #expect(visit.message.hasPrefix("Without rescaling o / l misses the plain pass: largest difference 0."))
  }

  @Test func `a run that is awaited can be stopped and asked for again`() {
    var visit = PlaygroundVisit(["queries": "8", "kernel": "flash"])
    visit.isHeld = true
    visit.type("t")
    #expect(visit.message == "Computing   Esc stops")
    visit.tell(0.41)
    #expect(visit.message == "Computing  41%   Esc stops")
    visit.press(.escape)
    #expect(visit.message == "Stopped.   r computes again")
    visit.isHeld = false
    visit.type("r")
    #expect(visit.heading.hasPrefix("Tile 1 of 4"))
    visit.press(.escape)
    #expect(visit.header.hasPrefix("  heed › Playground") && !visit.header.contains("Online"))
  }

  @Test func `w explains the steps with their numbers`() {
    for (keys, words) in [("tw", "Softmax needs"), ("tvw", "Under a causal mask"), ("tvvw", "Without softmax")] {
      let visit = stepping(["queries": "8", "mask": "causal", "seed": "7"], keys)
      #expect(visit.lines.contains { $0.contains(words) })
    }
  }

  @Test func `a click on a tile goes to it, the wheel goes on`() throws {
    var visit = stepping(["queries": "32", "seed": "7"])
    visit.click(try #require(visit.place(of: "tile 3")))
    #expect(visit.heading.hasPrefix("Tile 3 of 4"))
    _ = visit.stack.update(.wheel(nil, -1))
    #expect(visit.heading.hasPrefix("Tile 2 of 4"))
  }

  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 61, rows: 17), Size(columns: 200, rows: 60)])
  func `every size and every shape is drawn with one amber bar`(size: Size) {
    let shapes: [KeyValuePairs<String, String>] = [
      ["queries": "1", "dim": "1", "mask": "causal"],
      ["queries": "3", "keys": "50", "value-dim": "2", "mask": "causal"],
      ["queries": "70", "dim": "7", "mask": "causal"], ["queries": "2", "keys": "500"],
    ]
    for flags in shapes {
      var visit = PlaygroundVisit(flags, size: size, look: Look())
      visit.type("t")
      for _ in 0..<3 {
        visit.type("G")
        #expect(visit.focusBars.count == 1)
        visit.type("v")
      }
    }
  }
}
