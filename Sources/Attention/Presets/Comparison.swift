/// Two recipes that teach by what sets them apart: A, and B beside it.
public struct Comparison: Identifiable, Sendable {
  /// Unique among all comparisons: `scaled-or-not-64`.
  public let name: String
  /// The name as a text says it: `scaled and not, d = 64`.
  public let label: Gloss
  /// What to look for.
  public let notice: Gloss
  public let a: Recipe
  public let b: Recipe
  /// Where it is seen best.
  public let stage: Stage
  /// The head that shows it, from 0.
  public let head: Int

  public var id: String { name }

  /// - Parameters:
  ///   - words: The flags of both, as on a command line without dashes: `queries 24 mask causal`.
  ///   - one: What A has besides, which takes the place of the common flags of the same name.
  ///   - other: What B has besides.
  init(
    _ name: String, _ words: String, a one: String = "", b other: String, stage: Stage = .weights, head: Int = 0,
    en label: String, _ notice: String, zh: String, _ noticeZh: String
  ) {
    self.name = name
    self.label = Gloss(en: label, zh: zh)
    self.notice = Gloss(en: notice, zh: noticeZh)
    (self.stage, self.head) = (stage, head)
    let common = Flag.list(words)
    (a, b) = (Self.recipe(common, Flag.list(one)), Self.recipe(common, Flag.list(other)))
  }

  private static func recipe(_ common: [Flag], _ own: [Flag]) -> Recipe {
    let names = Set(own.map(\.name))
    do {
      return try Recipe(common.filter { !names.contains($0.name) } + own)
    } catch {
      preconditionFailure("a comparison of the list is refused: \(error)")
    }
  }
}

extension Flag {
  /// Flags as on a command line without dashes: `queries 24 mask causal`.
  static func list(_ words: String) -> [Flag] {
    let words = words.split(separator: " ").map(String.init)
    return stride(from: 0, to: words.count - 1, by: 2).map { Flag(name: words[$0], value: words[$0 + 1]) }
  }
}
