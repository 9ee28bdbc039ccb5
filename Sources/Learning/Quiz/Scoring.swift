import Workbook

extension Presented {
  /// The points for an answer, from 0 to 1; nothing where learners grade themselves.
  ///
  /// A choice gives 1 or 0. Of several, each right option chosen adds 1 / (number right) and each wrong one takes as
  /// much away, never below 0. A number gives 1 within its tolerance, else 0. A hint leaves at most ¾, a second ½, a
  /// third ¼.
  func score(_ answer: Answer, hints: Int) throws(UnreadableAnswer) -> Double? {
    let score: Double
    switch (item?.kind, answer) {
    case (nil, .grade): return nil
    case (.choice, .option(let place)):
      try check(place)
      score = rightOptions.contains(place) ? 1 : 0
    case (.several, .options(let places)):
      guard !places.isEmpty else { throw .nothingChosen }
      for place in places { try check(place) }
      let hits = places.intersection(rightOptions).count
      let falseAlarms = places.count - hits
      score = max(0, Double(hits - falseAlarms) / Double(max(rightOptions.count, 1)))
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

  // MARK: The log's form

  /// An answer as the log keeps it: options by their numbers in the file, so that no later order misreads them.
  func logged(_ answer: Answer) -> String {
    switch answer {
    case .option(let place): "\(options[place].number)"
    case .options(let places): places.map { options[$0].number }.sorted().map(String.init).joined(separator: ",")
    case .number(let typed): typed
    case .grade: ""
    }
  }

  /// The answer that a review kept; nothing where the item has changed so far that it cannot be shown.
  func answer(_ review: Review) -> Answer? {
    let places = review.answer.split(separator: ",").map { number in
      options.firstIndex { String($0.number) == number }
    }
    switch item?.kind {
    case nil: return .grade(review.grade)
    case .number: return .number(review.answer)
    case .choice: return places.count == 1 ? places[0].map { .option($0) } : nil
    case .several: return places.contains(nil) || places.isEmpty ? nil : .options(Set(places.compactMap(\.self)))
    }
  }
}
