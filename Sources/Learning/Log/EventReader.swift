import Foundation

/// What reading many events shares.
struct EventReader {
  let decoder = JSONDecoder()
  /// A log names few cards, often.
  private var cards: [String: CardID] = [:]

  init() {}

  /// A review by the short way; nothing where it takes the decoder to read it, or cannot be read.
  mutating func review(_ json: String) -> Review? {
    var fields = ReviewFields()
    guard FlatJSON.read(json, { fields.take($0, $1) }), !fields.isOdd,
      let card = fields.card.flatMap({ self.card($0) }),
      let grade = fields.grade.flatMap({ Int(exactly: $0) }).flatMap({ Grade(rawValue: $0) }),
      let seconds = fields.seconds, let hints = fields.hints.flatMap({ Int(exactly: $0) }),
      let answer = fields.answer, let fingerprint = fields.fingerprint, let language = fields.language
    else { return nil }
    let interval = fields.interval.flatMap { Int(exactly: $0) }
    guard interval != nil || fields.interval == nil else { return nil }
    return Review(
      card: card, grade: grade, score: fields.score, seconds: seconds, hints: hints, answer: answer,
      fingerprint: fingerprint, language: language, quiz: fields.quiz.map { QuizID($0) }, interval: interval)
  }

  private mutating func card(_ text: String) -> CardID? {
    if let known = cards[text] { return known }
    let card = CardID(text)
    cards[text] = card
    return card
  }
}

/// A review's fields as they are met.
private struct ReviewFields {
  var card, answer, fingerprint, language, quiz: String?
  var grade, seconds, hints, score, interval: Double?
  /// Whether a field that may be left out holds what it may not.
  var isOdd = false

  mutating func take(_ name: String, _ value: FlatJSON.Value) {
    switch (name, value) {
    case ("card", .text(let text)): card = text
    case ("answer", .text(let text)): answer = text
    case ("fingerprint", .text(let text)): fingerprint = text
    case ("language", .text(let text)): language = text
    case ("quiz", .text(let text)): quiz = text
    case ("grade", .number(let number)): grade = number
    case ("seconds", .number(let number)): seconds = number
    case ("hints", .number(let number)): hints = number
    case ("score", .number(let number)): score = number
    case ("interval", .number(let number)): interval = number
    case ("quiz", .number), ("score", .text), ("interval", .text): isOdd = true
    default: break
    }
  }
}
