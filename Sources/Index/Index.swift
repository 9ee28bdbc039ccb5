public import Foundation
import Synchronization
public import Workbook

/// Full-text search over a bank, in all its languages at once.
///
/// What was indexed is kept in a file, and only changed questions are read into it again. The file is a cache: where it
/// is broken it is made anew, and where it cannot be written the index lives in memory. Nothing is opened before the
/// first search.
public final class Index: Sendable {
  private let cache: URL?
  private let bank: Bank
  private let store = Mutex<SearchStore?>(nil)

  /// - Parameter cache: the folder for the file, made when it is missing; nil for an index in memory.
  public init(cache: URL?, bank: Bank) {
    self.cache = cache
    self.bank = bank
  }

  /// Opens the file and brings it up to date, so that the first search does not wait. May be called from any thread.
  public func prepare() { _ = try? opened() }

  /// The questions that hold every word, the best first; where there is none, those that hold some.
  ///
  /// The last word may be the beginning of one. A title counts more than a tag, a tag more than the text.
  /// - Parameter language: of two translations that both match, this one is the hit.
  public func search(_ words: String, language: String) throws -> [Hit] {
    let terms = SearchText.terms(of: words)
    return try questions(holding: terms, language: language).enumerated().map { place, question in
      Hit(
        id: question.id, language: question.language, rank: place + 1, title: question.title,
        snippet: Snippet.around(terms, in: question))
    }
  }

  /// The ids of what `search` finds, in its order, without opening a question's file.
  public func questions(holding words: String, language: String) throws -> [QuestionID] {
    try questions(holding: SearchText.terms(of: words), language: language).map(\.id)
  }

  private func questions(holding terms: [SearchText.Term], language: String) throws -> [Question] {
    guard !terms.isEmpty else { return [] }
    let store = try opened()
    var rows = try store.rows(matching: SearchText.query(terms, joined: "AND"))
    if rows.isEmpty, terms.count > 1 { rows = try store.rows(matching: SearchText.query(terms, joined: "OR")) }
    var best: [QuestionID: (row: SearchStore.Row, rank: Double)] = [:]
    for row in rows {
      guard let known = best[row.id] else {
        best[row.id] = (row, row.rank)
        continue
      }
      if known.row.language != language, row.language == language { best[row.id] = (row, known.rank) }
    }
    let sorted = best.values.sorted { ($0.rank, $0.row.id) < ($1.rank, $1.row.id) }
    // Another process with other questions may share the file.
    return sorted.compactMap { hit in
      bank.question(hit.row.id, in: hit.row.language).flatMap { $0.language == hit.row.language ? $0 : nil }
    }
  }

  /// What was probably meant, when some word stands nowhere: `rope` for `rpoe`; nil when there is nothing better.
  /// - Parameter language: between words equally near, one that this language uses more.
  public func suggestion(for words: String, language: String) -> String? {
    guard let store = try? opened() else { return nil }
    var changed = false
    let better = words.split(whereSeparator: \.isWhitespace).map { word -> String in
      let folded = word.lowercased()
      guard folded.count > 2, folded.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic && !$0.isIdeographLetter }),
        let vocabulary = try? store.vocabulary(), !vocabulary.contains(where: { $0.hasPrefix(folded) }),
        let near = try? store.mostUsed(among: Self.nearest(to: folded, in: vocabulary), language: language)
      else { return String(word) }
      changed = true
      return near
    }
    return changed ? better.joined(separator: " ") : nil
  }

  /// The words of the smallest distance, when that is small enough to be a slip.
  private static func nearest(to word: String, in vocabulary: [String]) -> [String] {
    let letters = Array(word)
    var limit = max(1, letters.count / 3)
    var found: [String] = []
    for candidate in vocabulary {
      let distance = editDistance(letters, Array(candidate), atMost: limit)
      if distance < limit { found = [] }
      if distance <= limit {
        limit = distance
        found.append(candidate)
      }
    }
    return found
  }

  private func opened() throws -> SearchStore {
    try store.withLock { store in
      if let store { return store }
      let opened = try SearchStore.open(in: cache, questions: bank.everything)
      store = opened
      return opened
    }
  }
}

/// One question that was found.
public struct Hit: Sendable, Equatable, Identifiable {
  public let id: QuestionID
  /// The language in which it was found.
  public let language: String
  /// From 1, the best.
  public let rank: Int
  public let title: String
  /// Some words around the first place in the text, or the beginning of the answer.
  public let snippet: String
}
