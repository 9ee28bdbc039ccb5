import TerminalUI

extension Mouse {
  /// Decodes what follows `ESC [ <` in an SGR report: `button;column;row` and `M` for pressed or `m` for released.
  ///
  /// Source: XTerm Control Sequences, "Extended coordinates". Only the left button and the vertical wheel mean anything;
  /// shift, meta and control are left out. nil for everything else.
  nonisolated init?(report: String) {
    guard let final = report.last, final == "M" || final == "m" else { return nil }
    let numbers = report.dropLast().split(separator: ";", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    let modifiers = 4 | 8 | 16
    let action: Action
    switch (numbers[0] & ~modifiers, final) {
    case (0, "M"): action = .press
    case (0, _), (32, "m"): action = .release
    case (32, _): action = .drag
    case (64, "M"): action = .wheelUp
    case (65, "M"): action = .wheelDown
    default: return nil
    }
    self.init(action, at: Point(column: numbers[1] - 1, row: numbers[2] - 1))
  }
}
