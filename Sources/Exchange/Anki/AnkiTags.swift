import Workbook

/// The tags of a note, all below `heed`, so that they stay out of a person's own.
enum AnkiTags {
  private static let language = "heed::lang::"

  static func tags(_ card: Flashcard) -> String {
    let question = card.question
    let tags =
      ["heed::topic::\(question.id.topic)", "heed::level::\(question.level.rawValue)"]
      + ["heed::kind::\(question.kind.rawValue)", "heed::item::\(card.kind)", language + question.language]
      + question.tags.map { "heed::tag::" + $0.split(whereSeparator: \.isWhitespace).joined(separator: "-") }
    return " " + tags.joined(separator: " ") + " "
  }

  /// The language of a note when it was exported.
  static func language(in tags: String) -> String? {
    tags.split(separator: " ").first { $0.hasPrefix(language) }.map { String($0.dropFirst(language.count)) }
  }
}
