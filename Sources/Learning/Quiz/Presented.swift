public import Workbook

/// A card as one quiz shows it: its options in the order of the quiz, its numbers drawn.
///
/// The same plan and card always give the same, in every language.
public struct Presented: Sendable {
  /// An option where it is shown.
  public struct ShownOption: Equatable, Sendable {
    /// Its place in the file, from 1: what the log keeps.
    public let number: Int
    public let option: Option
  }

  public let card: CardID
  public let question: Question
  /// The item with its numbers filled in; nothing for the question as a whole, which learners grade themselves.
  public let item: Item?
  /// In the order shown; empty where nothing is chosen.
  public let options: [ShownOption]
  /// The numbers drawn, and the right answer.
  public let instance: NumberInstance?

  /// Nothing where the question does not have the card's item.
  init?(_ card: CardID, of question: Question, seed: UInt64) {
    self.card = card
    self.question = question
    guard let number = card.item else {
      (item, options, instance) = (nil, [], nil)
      return
    }
    guard let found = question.items.first(where: { $0.id.number == number }) else { return nil }
    var random = SeededGenerator(seed: seed, name: card.description)
    switch found.kind {
    case .choice(let written), .several(let written):
      item = found
      options = written.enumerated().map { ShownOption(number: $0 + 1, option: $1) }.ordered(by: &random)
      instance = nil
    case .number(let template):
      let drawn = template.instance(seed: random.next())
      item = found.filled(with: drawn)
      options = []
      instance = drawn
    }
  }

  /// The places of the right options, as shown.
  public var rightOptions: Set<Int> { Set(options.indices.filter { options[$0].option.isRight }) }

  /// What a typed number is understood as, to be shown before it is judged; nothing when it cannot be read.
  public func reading(_ typed: String) -> Quantity? {
    guard case .number(let template) = item?.kind else { return nil }
    return template.reading(typed)
  }
}
