import Foundation

/// What reading many events shares.
struct EventReader {
  let decoder = JSONDecoder()
  /// A log names few cards, often.
  private var cards: [String: CardID] = [:]

  init() {}

  /// A review by the short way; nothing where it takes the decoder to read it, or cannot be read.
  mutating func review(_ json: String) -> Review? {
    var texts: [String: String] = [:]
    var numbers: [String: Double] = [:]
    let isFlat = FlatJSON.read(json) { name, value in
      switch value {
      case .text(let text): texts[name] = text
      case .number(let number): numbers[name] = number
      case .other: break
      }
    }
    guard isFlat, let card = texts["card"].flatMap({ self.card($0) }),
      let grade = numbers["grade"].flatMap({ Int(exactly: $0) }).flatMap({ Grade(rawValue: $0) }),
      let seconds = numbers["seconds"], let hints = numbers["hints"].flatMap({ Int(exactly: $0) }),
      let answer = texts["answer"], let fingerprint = texts["fingerprint"], let language = texts["language"],
      texts["score"] == nil, numbers["quiz"] == nil
    else { return nil }
    return Review(
      card: card, grade: grade, score: numbers["score"], seconds: seconds, hints: hints, answer: answer,
      fingerprint: fingerprint, language: language, quiz: texts["quiz"].map { QuizID($0) })
  }

  private mutating func card(_ text: String) -> CardID? {
    if let known = cards[text] { return known }
    let card = CardID(text)
    cards[text] = card
    return card
  }
}
