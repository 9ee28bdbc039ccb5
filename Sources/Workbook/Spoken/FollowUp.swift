public import Markdown

/// What an interviewer asks next, and what there is to say to it.
public struct FollowUp: Equatable, Sendable {
  public let asked: [Inline]
  /// Empty where the file only asks.
  public let answer: [Inline]

  /// Those of a question, in the order of the file.
  public static func all(of question: Question) -> [FollowUp] {
    var found: [FollowUp] = []
    for block in question.section(.followUps)?.blocks ?? [] {
      guard case .list(_, let items) = block.kind else { continue }
      for item in items {
        let sentences = item.blocks.flatMap(\.texts).flatMap(\.sentences)
        let questions = sentences.prefix { $0.plainText.last.map { !"?？".contains($0) } ?? false }.count + 1
        let (asked, answer) = (Array(sentences.prefix(questions)), Array(sentences.dropFirst(questions)))
        if !sentences.isEmpty { found.append(FollowUp(asked: asked.joinedSentences, answer: answer.joinedSentences)) }
      }
    }
    return found
  }
}
