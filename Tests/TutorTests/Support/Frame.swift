import TerminalUI
import Testing

@testable import Tutor

/// Holds a screen against a golden frame. What differs is told row by row: as it was drawn, as it is.
///
/// - Parameter row: A row that is not compared, because it counts what grows with the pipeline.
func expect(
  _ desk: Desk, shows golden: String, butRow row: Int? = nil, at location: SourceLocation = #_sourceLocation
) {
  compare(desk.lines, golden, butRow: row, location)
}

/// Holds the styles of a screen against a golden grid, one letter a cell (see `Desk.styles`).
func expect(_ desk: Desk, isStyled golden: String, at location: SourceLocation = #_sourceLocation) {
  compare(desk.styles, golden, location)
}

/// Holds what a terminal without colours has to tell things apart by against a golden grid (see `Desk.attributes`).
func expect(_ desk: Desk, hasAttributes golden: String, at location: SourceLocation = #_sourceLocation) {
  compare(desk.attributes, golden, location)
}

private func compare(_ actual: [String], _ golden: String, butRow left: Int? = nil, _ location: SourceLocation) {
  let wanted = frame(golden)
  func row(_ index: Int, of lines: [String]) -> String { index < lines.count ? lines[index] : "(no row)" }
  let differences = (0..<max(actual.count, wanted.count)).compactMap { index -> String? in
    let (is_, was) = (row(index, of: actual), row(index, of: wanted))
    return is_ == was || index == left ? nil : "row \(index)\n- \(was)\n+ \(is_)"
  }
  guard !differences.isEmpty else { return }
  Issue.record(Comment(rawValue: differences.joined(separator: "\n")), sourceLocation: location)
}

extension Desk {
  /// What is drawn beside colours: b bold, d dim, r reversed, R reversed and bold, c a colour that must not be there.
  var attributes: [String] {
    let canvas = canvas
    return (0..<canvas.size.rows).map { row in
      let letters = (0..<canvas.size.columns).map { column -> Character in
        let paint = canvas.look.paint(canvas[column, row].style)
        if paint.foreground != nil || paint.background != nil { return "c" }
        if paint.isReversed { return paint.isBold ? "R" : "r" }
        return paint.isBold ? "b" : paint.isDim ? "d" : " "
      }
      return String(String(letters).reversed().drop { $0 == " " }.reversed())
    }
  }
}
