import Attention

/// A row of the left pane: a parameter of the recipe, or something about the view.
enum PlaygroundRow: Hashable, Sendable {
  case parameter(String)
  case stage, change, head, colours, scaling, range, digits, labels
  /// The named mechanism that the recipe is.
  case mechanism

  static let first = PlaygroundRow.parameter("queries")

  /// What is turned most stands before the other parts, so that it is seen without scrolling on a small screen.
  private static let turnedMost = [
    "position", "rope-style", "rope-base", "rope-scaling", "score", "mask", "normalize", "temperature", "bias",
  ]

  /// The rows of the view, in the order in which `v` goes through them.
  static let view: [PlaygroundRow] = [.stage, .change, .head, .colours, .scaling, .range, .digits, .labels]

  /// The rows under their headings, as they are shown. Those that only rope reads stand under the position where it is
  /// rope, else at the end.
  static func groups(_ recipe: Recipe) -> [(title: Gloss, rows: [PlaygroundRow])] {
    let parts = parameters(.parts)
    let idle = parts.filter { row in
      guard case .parameter(let name) = row, name.hasPrefix("rope-") else { return false }
      return recipe["position"] != Rope.name
    }
    let first = turnedMost.map(PlaygroundRow.parameter).filter { parts.contains($0) && !idle.contains($0) }
    return [
      (Gloss(en: "Shape", zh: "形状"), parameters(.shape)),
      (Gloss(en: "Parts", zh: "部件"), first + parts.filter { !first.contains($0) && !idle.contains($0) } + idle),
      (Gloss(en: "View", zh: "显示"), view), (Gloss(en: "Preset", zh: "预设"), [.mechanism]),
    ]
  }

  private static func parameters(_ group: Parameter.Group) -> [PlaygroundRow] {
    // A part without an alternative could not be turned: its row comes with the second one.
    Recipe.parameters.filter { $0.group == group && $0.choices.count != 1 }.map { .parameter($0.name) }
  }

  /// The parameter behind the row, if it is one.
  var parameter: Parameter? {
    guard case .parameter(let name) = self else { return nil }
    return Recipe.parameters.first { $0.name == name }
  }

  /// Whether digits begin a value here.
  var isNumeric: Bool { self == .head || parameter?.isNumeric == true }

  /// The label in the pane, where rope's own rows stand indented under it.
  var shortLabel: Gloss {
    switch self {
    case .parameter("rope-style"): Gloss(en: " style", zh: " 方式")
    case .parameter("rope-base"): Gloss(en: " base", zh: " 底数")
    case .parameter("rope-scaling"): Gloss(en: " scaling", zh: " 缩放")
    default: label
    }
  }

  var label: Gloss {
    switch self {
    case .parameter(let name): parameter?.label ?? Gloss(en: name, zh: name)
    case .stage: Gloss(en: "stage", zh: "阶段")
    case .change: Gloss(en: "change", zh: "变化")
    case .head: Gloss(en: "head", zh: "头")
    case .colours: Gloss(en: "colours", zh: "配色")
    case .scaling: Gloss(en: "scaling", zh: "刻度")
    case .range: Gloss(en: "range", zh: "范围")
    case .digits: Gloss(en: "digits", zh: "数值")
    case .labels: Gloss(en: "labels", zh: "标签")
    case .mechanism: Gloss(en: "mechanism", zh: "机制")
    }
  }
}

extension PlaygroundScreen {
  /// The rows of the left pane in their order.
  var rows: [PlaygroundRow] { PlaygroundRow.groups(recipe).flatMap(\.rows) }
}
