/// A mechanism under its name: the flags of a recipe, and where it comes from.
public struct Preset: Identifiable, Sendable {
  /// The name after `--preset`: `sliding-window`.
  public let name: String
  /// The name as a text says it.
  public let label: Gloss
  /// What it is, in one line, with its source.
  public let summary: Gloss
  /// What makes it, a small shape included.
  public let flags: [Flag]

  public var id: String { name }

  /// - Parameter words: The flags as on a command line without dashes: `queries 24 mask causal`.
  init(_ name: String, _ words: String, en label: String, _ summary: String, zh: String, _ summaryZh: String) {
    self.name = name
    self.label = Gloss(en: label, zh: zh)
    self.summary = Gloss(en: summary, zh: summaryZh)
    flags = Flag.list(words)
  }

  /// The preset of a name.
  public static func named(_ name: String) -> Preset? { all.first { $0.name == name } }

  /// The flags with later ones in their place: a flag that is given takes out the preset's own of the same name.
  ///
  /// - Parameter shapeFollows: Whether an input file will bring the shape; the preset's is then left out.
  public func flags(overriddenBy given: [Flag], shapeFollows: Bool = false) -> [Flag] {
    let names = Set(given.map(\.name))
    return flags.filter { flag in
      let isShape = Recipe.parameter(flag.name)?.group == .shape && flag.name != "seed"
      return !names.contains(flag.name) && !(shapeFollows && isShape)
    } + given
  }
}
