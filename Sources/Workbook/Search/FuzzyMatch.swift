import Markdown

/// Whether the letters of a pattern stand in a text in their order, and how well.
public enum FuzzyMatch {
  /// Scores a text against what was typed; higher is better.
  ///
  /// Case, width and diacritics are folded, spaces of the pattern ignored. Letters at word starts and letters in a row
  /// count more, gaps cost. Of all ways to place the letters the best is taken.
  /// - Returns: nil when a letter is missing; the ranges are character offsets into `text`, to highlight. An empty
  ///   pattern matches everything with a score of 0.
  /// - Complexity: O(letters of the pattern × characters of the text).
  public static func score(pattern: String, in text: String) -> (score: Int, ranges: [Range<Int>])? {
    let letters = pattern.filter { !$0.isWhitespace }.map(\.folded)
    guard !letters.isEmpty else { return (0, []) }
    let characters = Array(text)
    let folded = characters.map(\.folded)
    guard isSubsequence(letters, of: folded) else { return nil }
    return best(letters, folded, bonuses(characters))
  }

  private static let match = 16
  private static let wordStart = 10
  private static let inARow = 12
  private static let gap = 1
  private static let never = Int.min / 2

  private static func isSubsequence(_ letters: [Character], of text: [Character]) -> Bool {
    var next = letters.startIndex
    for character in text where next < letters.endIndex && character == letters[next] { next += 1 }
    return next == letters.endIndex
  }

  /// What each character is worth beyond the match itself.
  private static func bonuses(_ characters: [Character]) -> [Int] {
    characters.indices.map { index in
      let isWord = characters[index].isLetter || characters[index].isNumber
      guard isWord else { return 0 }
      if index == 0 { return wordStart + 2 }
      let before = characters[index - 1]
      if !(before.isLetter || before.isNumber) || before.isLowercase && characters[index].isUppercase {
        return wordStart
      }
      return before.isIdeograph != characters[index].isIdeograph ? wordStart : 0
    }
  }

  /// Dynamic programming over (letter, character): the best score with that letter placed on that character.
  private static func best(
    _ letters: [Character], _ text: [Character], _ bonuses: [Int]
  ) -> (score: Int, ranges: [Range<Int>])? {
    var scores = [Int](repeating: never, count: text.count)
    var origins: [[Int]] = []
    for (row, letter) in letters.enumerated() {
      var current = [Int](repeating: never, count: text.count)
      var from = [Int](repeating: -1, count: text.count)
      // The best place of the letter before, seen across the gap.
      var across = (score: never, index: -1)
      for index in text.indices {
        if row > 0, index > 1 {
          across.score -= gap
          if scores[index - 2] - gap > across.score { across = (scores[index - 2] - gap, index - 2) }
        }
        guard text[index] == letter else { continue }
        let own = match + bonuses[index]
        if row == 0 {
          current[index] = own - min(index, 8) * gap
          continue
        }
        let adjacent = index > 0 ? scores[index - 1] + inARow : never
        if adjacent >= across.score, adjacent > never / 2 {
          (current[index], from[index]) = (own + adjacent, index - 1)
        } else if across.score > never / 2 {
          (current[index], from[index]) = (own + across.score, across.index)
        }
      }
      scores = current
      origins.append(from)
    }
    guard let score = scores.max(), score > never / 2, var place = scores.firstIndex(of: score) else { return nil }
    var places: [Int] = []
    for from in origins.reversed() {
      places.append(place)
      place = from[place]
    }
    return (score, ranges(of: places.reversed()))
  }

  private static func ranges(of places: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for place in places {
      if let last = result.last, last.upperBound == place {
        result[result.count - 1] = last.lowerBound..<(place + 1)
      } else {
        result.append(place..<(place + 1))
      }
    }
    return result
  }
}
