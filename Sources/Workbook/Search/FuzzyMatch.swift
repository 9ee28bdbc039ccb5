import Markdown

/// Whether the letters of a pattern stand in a text in their order and close together, and how well.
public enum FuzzyMatch {
  /// Scores a text against what was typed; higher is better.
  ///
  /// The letters stand in a row anywhere in the text, or in several runs that each begin where a word does, or at an
  /// ideograph; within one typed word a run begins soon after the one before. Case, width and diacritics are folded.
  /// Letters at word starts and letters in a row count more, gaps cost. Of all ways to place the letters the best is
  /// taken.
  /// - Returns: nil when there is no such way; the ranges are character offsets into `text`, to highlight. An empty
  ///   pattern matches everything with a score of 0.
  /// - Complexity: O(letters of the pattern × characters of the text).
  public static func score(pattern: String, in text: String) -> (score: Int, ranges: [Range<Int>])? {
    let letters = Self.letters(of: pattern)
    guard !letters.isEmpty else { return (0, []) }
    let characters = Array(text)
    let folded = characters.map(\.folded)
    guard isSubsequence(letters.map(\.folded), of: folded) else { return nil }
    let bonuses = bonuses(characters)
    let starts = characters.indices.map { bonuses[$0] > 0 || characters[$0].isIdeograph }
    let found = [inRuns(letters, folded, bonuses, starts), inARow(letters.map(\.folded), folded, bonuses)]
    return found.compactMap(\.self).max { $0.score < $1.score }
  }

  /// A letter that was typed, and whether it is the first of a word.
  private typealias Letter = (folded: Character, isFirst: Bool)

  private static func letters(of pattern: String) -> [Letter] {
    pattern.split(whereSeparator: \.isWhitespace).flatMap { word in
      word.enumerated().map { (folded: $1.folded, isFirst: $0 == 0) }
    }
  }

  private static let match = 16
  private static let wordStart = 10
  private static let adjacent = 12
  private static let gap = 1
  /// How many characters a typed word may skip between two of its runs.
  private static let reach = 12
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

  /// All letters side by side, wherever that is.
  private static func inARow(
    _ letters: [Character], _ text: [Character], _ bonuses: [Int]
  ) -> (score: Int, ranges: [Range<Int>])? {
    let starts = text.indices.dropLast(letters.count - 1).filter { text[$0...].starts(with: letters) }
    let scored = starts.map { start in
      let places = start..<start + letters.count
      let own = places.reduce(0) { $0 + match + bonuses[$1] }
      return (score: own + (letters.count - 1) * adjacent - min(start, 8) * gap, ranges: [places])
    }
    return scored.max { ($0.score, $1.ranges[0].lowerBound) < ($1.score, $0.ranges[0].lowerBound) }
  }

  /// Dynamic programming over (letter, character): the best score with that letter placed on that character, each run
  /// of letters beginning at a start.
  private static func inRuns(
    _ letters: [Letter], _ text: [Character], _ bonuses: [Int], _ starts: [Bool]
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
        guard text[index] == letter.folded else { continue }
        let own = match + bonuses[index]
        if row == 0 {
          if starts[index] { current[index] = own - min(index, 8) * gap }
          continue
        }
        var best = (score: index > 0 ? scores[index - 1] + adjacent : never, index: index - 1)
        if starts[index] {
          let apart = letter.isFirst ? across : near(index, scores)
          if apart.score > best.score { best = apart }
        }
        if best.score > never / 2 { (current[index], from[index]) = (own + best.score, best.index) }
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

  /// The best place of the letter before, so far ahead of a character as a typed word reaches.
  private static func near(_ index: Int, _ scores: [Int]) -> (score: Int, index: Int) {
    var best = (score: never, index: -1)
    for place in max(0, index - reach)..<max(0, index - 1) {
      let score = scores[place] - (index - 1 - place) * gap
      if score > best.score { best = (score, place) }
    }
    return best
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
