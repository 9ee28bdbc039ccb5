public import Workbook

/// A step of help, taken from what the item itself knows.
public enum Hint: Equatable, Sendable {
  /// The option at this place is wrong; its explanation may be read.
  case not(Int)
  /// The option at this place is among the right ones.
  case right(Int)
  /// The piece at this place, as shown at first, belongs into a row.
  case belongs(piece: Int, row: Int)
  /// The word of a gap, from 0, with all but its beginning hidden: `sof····`.
  case word(gap: Int, String)
  /// What the number is made of: `layers`, `tokens`.
  case quantities([String])
  /// The formula, as written in the file.
  case formula(String)
  /// The number lies between the two.
  case between(Quantity, Quantity)
}

extension Presented {
  /// At most three hints, in the order in which they are given; the same in every language. They leave something to be
  /// answered.
  public var hints: [Hint] { Array(allHints.prefix(3)) }

  private var allHints: [Hint] {
    switch item?.kind {
    case nil: return []
    case .choice, .picture, .bug: return wrongOptions.dropLast().map(Hint.not)
    case .several: return wrongOptions.map(Hint.not) + rightOptions.sorted().dropLast().map(Hint.right)
    case .order:
      guard let first = rightArrangement.first, let last = rightArrangement.last else { return [] }
      let ends = [Hint.belongs(piece: first, row: 0), .belongs(piece: last, row: pieces.count - 1)]
      return pieces.count > 3
        ? ends + [.belongs(piece: rightArrangement[1], row: 1)].prefix(pieces.count - 4) : [ends[0]]
    case .match:
      return rightArrangement.enumerated().dropLast(2).map { Hint.belongs(piece: $1, row: $0) }
    case .gap(let gaps):
      let words = gaps.map { $0.accepted.first ?? "" }
      let starts = words.enumerated().map { Hint.word(gap: $0, Self.hidden($1, after: 1)) }
      let halves = words.enumerated().map { Hint.word(gap: $0, Self.hidden($1, after: ($1.count + 1) / 2)) }
      return starts.count > 1 ? starts : starts + halves.filter { !starts.contains($0) }
    case .number(let template):
      guard let instance else { return [] }
      let names = template.given.map(\.name)
      return names.isEmpty ? [instance.range] : [.quantities(names), instance.range, .formula(template.value.source)]
    }
  }

  private var wrongOptions: [Int] { options.indices.filter { !options[$0].option.isRight } }

  /// Marks in the place of letters; blanks stay.
  private static func hidden(_ word: String, after letters: Int) -> String {
    String(word.enumerated().map { $0 < letters || $1 == " " ? $1 : "·" })
  }
}

extension NumberInstance {
  /// The powers of ten around the answer.
  fileprivate var range: Hint {
    let answer = answer
    let size = abs(answer.value)
    var low = 1.0
    while low > size, size > 0 { low /= 10 }
    while low * 10 <= size { low *= 10 }
    let ends = size == 0 ? (-1, 1) : answer.value > 0 ? (low, low * 10) : (-low * 10, -low)
    return .between(Quantity(value: ends.0, unit: answer.unit), Quantity(value: ends.1, unit: answer.unit))
  }
}
