import Attention
import TerminalUI

/// The mechanisms that have a name, as a row of the playground.
extension PlaygroundScreen {
  /// The mechanism that the recipe is, whatever its seed.
  var mechanism: Preset? {
    let flags = recipe.flags.filter { $0.name != "seed" }
    return Preset.all.first { preset in (try? Recipe(preset.flags))?.flags == flags }
  }

  /// Shows the next mechanism that there is a picture of.
  mutating func showMechanism(by steps: Int, _ session: Session) -> [Effect] {
    let shown = Preset.all.compactMap { preset in
      (try? Recipe(preset.flags)).flatMap { type(of: $0.kernel).keepsWeights ? (preset.name, $0) : nil }
    }
    let at = shown.firstIndex { $0.0 == mechanism?.name } ?? (steps > 0 ? -1 : shown.count)
    return show(shown[(at + steps + shown.count) % shown.count].1, session)
  }
}
