import Attention
import TerminalUI

@testable import Tutor

extension PlaygroundVisit {
  /// A comparison that has a name, opened upon a playground.
  static func comparing(
    _ name: String, size: Size = Size(columns: 80, rows: 24), language: Tutor.Language = .en,
    look: Look = Look(colours: .none)
  ) -> PlaygroundVisit {
    var visit = PlaygroundVisit(["queries": "2"], size: size, language: language, look: look)
    visit.compare(name)
    return visit
  }

  mutating func compare(_ name: String) {
    guard let comparison = Comparison.all.first(where: { $0.name == name }) else { return }
    perform(stack.perform([.compare(comparison)]))
  }

  var comparison: CompareScreen? { stack.screens.lazy.compactMap { $0 as? CompareScreen }.last }
}
