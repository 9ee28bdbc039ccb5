import Attention
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `A stage less the one before it` {
  /// ALiBi over eight tokens, the keyboard on the row that shows the change.
  private func biased() -> PlaygroundVisit {
    var visit = PlaygroundVisit(["queries": "8", "bias": "alibi", "mask": "causal"])
    visit.type("G")
    for _ in 0..<8 where visit.screen?.view.row != .change { visit.press(.up) }
    return visit
  }

  @Test func `is what a bias adds, signed, in every cell`() throws {
    var visit = biased()
    visit.press(.right)
    #expect(visit.lines[2].contains("biased − scores"))
    let difference = try #require(visit.screen?.change?.difference)
    let run = try #require(visit.screen?.picture?.run)
    for (row, column) in [(0, 0), (5, 1), (7, 7), (2, 6)] {
      let slope = Float(abs(row - column)) / 256
      #expect(abs(difference.values[row * 8 + column] + slope) < 1e-6)
      #expect(difference.values[row * 8 + column] == run.values(.biased)[0, row, column] - run.scores[0, row, column])
    }
    #expect(difference.kept == nil && difference.heatmap(window(8), in: area).range.range == -0.03...0.03)
  }

  @Test func `of the masked stage has no ink where nothing is kept`() throws {
    var visit = biased()
    visit.press(.right)
    visit.type("s")
    #expect(visit.lines[2].contains("masked − biased"))
    let difference = try #require(visit.screen?.change?.difference)
    #expect(difference.largest == 0 && difference.kept?[1] == false && difference.kept?[8] == true)
    visit.focus("temperature")
    visit.type("2")
    visit.press(.enter)
    let (changed, run) = (try #require(visit.screen?.change?.difference), try #require(visit.screen?.picture?.run))
    #expect(changed.values[8 * 7] == run.logits[0, 7, 0] - run.values(.biased)[0, 7, 0])
    #expect(changed.largest > 0)
  }

  @Test func `is there for scores only, and goes when it is switched off`() {
    var visit = biased()
    #expect(visit.ink(of: "change") == .faint || visit.row("change").contains("off"))
    visit.press(.right)
    visit.type("ss")
    #expect(visit.lines[2].contains("weights") && visit.screen?.change == nil)
    visit.type("sss")
    #expect(visit.lines[2].contains("biased − scores"))
    visit.press(.left)
    #expect(visit.screen?.change == nil && !visit.lines[2].contains("−"))
  }

  private let area = Rect(column: 0, row: 0, columns: 32, rows: 16)
  private func window(_ size: Int) -> HeatmapWindow {
    HeatmapWindow(rows: size, columns: size, in: area, around: MatrixPlace(row: 0, column: 0))
  }
}
