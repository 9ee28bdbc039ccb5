public import Markdown

/// A place in a sentence where a word is missing.
public struct Gap: Sendable, Equatable {
  /// What stands for it in the item's prompt and body.
  public static let blank = "____"

  /// The words that are right; the first is shown as the answer.
  public let accepted: [String]

  /// Case, width, diacritics and spaces do not count.
  public func accepts(_ typed: String) -> Bool {
    let typed = Self.folded(typed)
    return accepted.contains { Self.folded($0) == typed }
  }

  private static func folded(_ text: String) -> String { text.folded.filter { $0 != " " } }
}

extension Gap {
  /// Puts words in place of the blanks, counted from 0 in the order of the text.
  /// - Parameter first: the number of the first blank.
  public static func filling(from first: Int = 0, with words: @escaping (Int) -> [Inline]) -> Rewriting {
    var next = first
    func take() -> [Inline] {
      defer { next += 1 }
      return words(next)
    }
    return Rewriting(
      words: { text, leaf in
        text.split(separator: blank, omittingEmptySubsequences: false).enumerated().flatMap { place, piece in
          (place > 0 ? take() : []) + (piece.isEmpty ? [] : [leaf(String(piece))])
        }
      },
      code: { text in
        text.split(separator: blank, omittingEmptySubsequences: false).enumerated()
          .map { place, piece in (place > 0 ? take().plainText : "") + piece }.joined()
      })
  }

  /// How many blanks a text has.
  public static func blanks(in text: String) -> Int {
    text.split(separator: blank, omittingEmptySubsequences: false).count - 1
  }
}
