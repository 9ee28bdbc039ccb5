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
  /// What was dragged into the middle of the picture; nil: the selected cell.
  var middle: MatrixPlace?
  var stage = Stage.weights
  /// The stage is shown less the one before it, where there is one of its kind.
  var showsChange = false
  /// The stage to go back to once there is more to show than one.
  private var stageBefore: Stage?
  var head = 0
  var options = PictureOptions()
  var colours: ColourMap { options.colours }
  /// The selected cell; it may lie outside a smaller picture that came later.
  var query = 0
  var key = 0
  var channel = 0
  /// The selected line on the right, once it was looked at.
  var whyLine: Int?
  /// The selected row on the left.
  var row = PlaygroundRow.first

  /// Shows the one stage there is, or what was shown before there was only one.
  mutating func show(only stage: Stage?) {
    if let stage {
      stageBefore = stageBefore ?? self.stage
      self.stage = stage
    } else if let before = stageBefore {
      (self.stage, stageBefore) = (before, nil)
    }
  }

  /// The selected cell inside a shape.
  func place(in shape: Shape) -> MatrixPlace {
    MatrixPlace(row: min(query, shape.queries - 1), column: min(key, shape.keys - 1))
  }

  func channel(in shape: Shape) -> Int { min(channel, shape.valueDim - 1) }
  func head(in shape: Shape) -> Int { min(head, shape.heads - 1) }
}
