import Attention
import TerminalUI

/// How the playground is looked at: what is not part of the recipe.
struct PlaygroundView: Sendable {
  enum Pane: Int, CaseIterable, Sendable {
    case parameters, picture, why

    func next(by steps: Int) -> Pane {
      let all = Self.allCases
      return all[(rawValue + steps + all.count) % all.count]
    }
  }

  var pane = Pane.parameters
  /// One pane fills the screen.
  var isAlone = false
  /// How often the picture was zoomed into.
  var zoom = 0
  var stage = Stage.weights
  var head = 0
  var colours = ColourMap.viridis
  /// The selected cell; it may lie outside a smaller picture that came later.
  var query = 0
  var key = 0
  var channel = 0
  /// The selected line on the right, once it was looked at.
  var whyLine: Int?
  /// The selected row on the left.
  var row = PlaygroundRow.first

  /// The selected cell inside a shape.
  func place(in shape: Shape) -> MatrixPlace {
    MatrixPlace(row: min(query, shape.queries - 1), column: min(key, shape.keys - 1))
  }

  func channel(in shape: Shape) -> Int { min(channel, shape.valueDim - 1) }
  func head(in shape: Shape) -> Int { min(head, shape.heads - 1) }
}
