import Attention

/// A row of the left pane: a parameter of the recipe, or something about the view.
enum PlaygroundRow: Hashable, Sendable {
  case parameter(String)
  case stage, head, colours

  static let view: [PlaygroundRow] = [.stage, .head, .colours]

  /// The rows under their headings, as they are shown.
  static let groups: [(title: Gloss, rows: [PlaygroundRow])] = [
    (Gloss(en: "Shape", zh: "形状"), parameters(.shape)),
    (Gloss(en: "Parts", zh: "部件"), parameters(.parts)),
    (Gloss(en: "View", zh: "显示"), view),
  ]

  static let all: [PlaygroundRow] = groups.flatMap(\.rows)

  private static func parameters(_ group: Parameter.Group) -> [PlaygroundRow] {
    // A part without an alternative could not be turned: its row comes with the second one.
    Recipe.parameters.filter { $0.group == group && $0.choices.count != 1 }.map { .parameter($0.name) }
  }

  /// The parameter behind the row, if it is one.
  var parameter: Parameter? {
    guard case .parameter(let name) = self else { return nil }
    return Recipe.parameters.first { $0.name == name }
  }

  var label: Gloss {
    switch self {
    case .parameter(let name): parameter?.label ?? Gloss(en: name, zh: name)
    case .stage: Gloss(en: "stage", zh: "阶段")
    case .head: Gloss(en: "head", zh: "头")
    case .colours: Gloss(en: "colours", zh: "配色")
    }
  }
}
