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

  /// A step of an order, or a right side of a match, where it is shown at first.
  public struct ShownPiece: Equatable, Sendable {
    /// Its place in the file, from 1: what the log keeps.
    public let number: Int
    public let piece: Piece
  }

  public let card: CardID
  public let question: Question
  /// The item with its numbers filled in; nothing for the question as a whole, which learners grade themselves.
  public let item: Item?
  /// In the order shown; empty where nothing is arranged.
  public let pieces: [ShownPiece]
  /// In the order shown; empty where nothing is chosen.
  public let options: [ShownOption]
  /// The numbers drawn, and the right answer.
  public let instance: NumberInstance?

  /// Nothing where the question does not have the card's item.
  init?(_ card: CardID, of question: Question, seed: UInt64) {
    self.card = card
    self.question = question
    guard let number = card.item else {
      (item, pieces, options, instance) = (nil, [], [], nil)
      return
    }
    guard let found = question.items.first(where: { $0.id.number == number }) else { return nil }
    var random = SeededGenerator(seed: seed, name: card.description)
    switch found.kind {
    case .choice, .several, .picture, .bug, .gap:
      (item, pieces, instance) = (found, [], nil)
      options = found.kind.options.enumerated().map { ShownOption(number: $0 + 1, option: $1) }.ordered(by: &random)
    case .order(let steps):
      (item, options, instance) = (found, [], nil)
      pieces = Self.pieces(steps, by: &random) { $0.number == $1 + 1 }
    case .match(let matching):
      (item, options, instance) = (found, [], nil)
      pieces = Self.pieces(matching.pairs.map(\.right), by: &random) { matching.accepts($0.number - 1, for: $1) }
    case .number(let template):
      let drawn = template.instance(seed: random.next())
      (item, pieces, options, instance) = (found.filled(with: drawn), [], [], drawn)
    }
  }

  /// The pieces in another order than the right one, with as few in their places as a few draws give.
  private static func pieces(
    _ written: [Piece], by random: inout SeededGenerator, isRight: (ShownPiece, Int) -> Bool
  ) -> [ShownPiece] {
    let written = written.enumerated().map { ShownPiece(number: $0 + 1, piece: $1) }
    func right(_ pieces: [ShownPiece]) -> Int { pieces.indices.count { isRight(pieces[$0], $0) } }
    let draws = (0..<8).map { _ in written.ordered(by: &random) }
    let best = draws.min { right($0) < right($1) } ?? written
    return right(best) < best.count ? best : written.reversed()
  }

  /// The right arrangement of the pieces: their places as shown, from the first row on.
  public var rightArrangement: [Int] { pieces.indices.sorted { pieces[$0].number < pieces[$1].number } }

  /// Whether a piece, by its place as shown, is right in a row of a match.
  public func accepts(_ place: Int, inRow row: Int) -> Bool {
    guard case .match(let matching) = item?.kind else { return pieces[place].number == row + 1 }
    return matching.accepts(pieces[place].number - 1, for: row)
  }

  /// The places of the right options, as shown.
  public var rightOptions: Set<Int> { Set(options.indices.filter { options[$0].option.isRight }) }

  /// What a typed number is understood as, to be shown before it is judged; nothing when it cannot be read.
  public func reading(_ typed: String) -> Quantity? {
    guard case .number(let template) = item?.kind else { return nil }
    return template.reading(typed)
  }
}
