import Workbook

extension Presented {
  /// The points for an answer, from 0 to 1; nothing where learners grade themselves.
  ///
  /// A choice gives 1 or 0. Of several, each right option chosen adds 1 / (number right) and each wrong one takes as
  /// much away, never below 0. An order gives the share of its neighbours that stand in the right order, a match the
  /// share of right pairs, gaps the share of right words. A number gives 1 within its tolerance, else 0. A hint leaves
  /// at most ¾, a second ½, a third ¼.
  func score(_ answer: Answer, hints: Int) throws(UnreadableAnswer) -> Double? {
    let score: Double
    switch (item?.kind, answer) {
    case (nil, .grade): return nil
    case (.some, .unknown): score = 0
    case (.choice, .option(let place)), (.picture, .option(let place)), (.bug, .option(let place)):
      try check(place)
      score = rightOptions.contains(place) ? 1 : 0
    case (.several, .options(let places)):
      guard !places.isEmpty else { throw .nothingChosen }
      for place in places { try check(place) }
      let hits = places.intersection(rightOptions).count
      let falseAlarms = places.count - hits
      score = max(0, Double(hits - falseAlarms) / Double(max(rightOptions.count, 1)))
    case (.order, .arranged(let places)):
      try check(places)
      let numbers = places.map { pieces[$0].number }
      score = Double(zip(numbers, numbers.dropFirst()).count { $0 < $1 }) / Double(max(numbers.count - 1, 1))
    case (.match, .arranged(let places)):
      try check(places)
      score = Double(places.indices.count { accepts(places[$0], inRow: $0) }) / Double(max(places.count, 1))
    case (.gap(let gaps), .gaps(let words)):
      let isFilled = words.count == gaps.count && words.allSatisfy { $0.contains { !$0.isWhitespace } }
      guard isFilled else { throw .emptyGap }
      score = Double(zip(gaps, words).count { $0.accepts($1) }) / Double(max(gaps.count, 1))
    case (.number(let template), .number(let typed)):
      guard let instance, let quantity = template.reading(typed) else { throw .notANumber(typed) }
      score = template.accepts(quantity, for: instance) ? 1 : 0
    default: throw .otherKind
    }
    return min(score, 1 - 0.25 * Double(min(max(hints, 0), 3)))
  }

  private func check(_ place: Int) throws(UnreadableAnswer) {
    guard options.indices.contains(place) else { throw .noSuchOption(place) }
  }

  private func check(_ places: [Int]) throws(UnreadableAnswer) {
    guard places.sorted() == Array(pieces.indices) else { throw .notArranged }
  }

  // MARK: The log's form

  /// An answer as the log keeps it: options by their numbers in the file, so that no later order misreads them.
  func logged(_ answer: Answer) -> String {
    switch answer {
    case .option(let place): "\(options[place].number)"
    case .options(let places): places.map { options[$0].number }.sorted().map(String.init).joined(separator: ",")
    case .arranged(let places): places.map { String(pieces[$0].number) }.joined(separator: ",")
    case .gaps(let words): words.map { $0.filter { !$0.isNewline } }.joined(separator: "\n")
    case .number(let typed): typed
    case .grade, .unknown: ""
    }
  }

  /// The answer that a review kept; nothing where the item has changed so far that it cannot be shown.
  func answer(_ review: Review) -> Answer? {
    guard let kind = item?.kind else { return .grade(review.grade) }
    if review.answer.isEmpty { return .unknown }
    let shown = options.map(\.number) + pieces.map(\.number)
    let places = review.answer.split(separator: ",").map { number in shown.firstIndex { String($0) == number } }
    let known = places.compactMap(\.self)
    switch kind {
    case .number: return .number(review.answer)
    case .gap(let gaps):
      let words = review.answer.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return words.count == gaps.count ? .gaps(words) : nil
    case .choice, .picture, .bug: return known.count == 1 ? .option(known[0]) : nil
    case .several: return known.count == places.count && !known.isEmpty ? .options(Set(known)) : nil
    case .order, .match: return known.sorted() == Array(pieces.indices) ? .arranged(known) : nil
    }
  }
}
