import Attention
import TerminalUI

/// The parts that differ: what is listed, and what changes them.
extension CompareScreen {
  /// The parameters whose values differ, and the one where the keyboard is.
  var rows: [PlaygroundRow] {
    let here = now.view.row
    let shown = PlaygroundRow.groups(now.recipe).flatMap(\.rows)
    // A part that only A has a use for is hidden in B's list.
    let all = shown + Recipe.parameters.map { .parameter($0.name) }.filter { !shown.contains($0) }
    let rows = all.filter { differs($0) || $0 == here && $0.parameter != nil }
    return rows.isEmpty ? [.parameter("score")] : rows
  }

  /// Whether a row is of a parameter that has two values.
  func differs(_ row: PlaygroundRow) -> Bool {
    guard case .parameter(let name) = row else { return false }
    return pinned[name] != now.recipe[name]
  }

  var differing: Int { rows.count { differs($0) } }

  /// The row where the keyboard is.
  var row: PlaygroundRow { rows.first { $0 == now.view.row } ?? rows[0] }
}
