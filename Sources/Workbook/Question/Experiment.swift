public import Attention

/// What a question opens in the playground.
public struct Experiment: Sendable, Equatable {
  /// As written in the file, in its order.
  public let flags: [Flag]
  public let recipe: Recipe
  /// What to look for, in the language of the file.
  public let notice: String?

  public init(flags: [Flag], recipe: Recipe, notice: String?) {
    self.flags = flags
    self.recipe = recipe
    self.notice = notice
  }
}
