import Foundation

/// A Markdown file that claims to be a question by standing in a topic's folder.
struct QuestionFile: Sendable {
  let url: URL
  /// How diagnostics name it.
  let path: String
  let language: String
  let topic: String
  let slug: String
  let isOwn: Bool

  var id: QuestionID { QuestionID(topic: topic, slug: slug) }
}

/// What became of a file: a question, or why not.
struct Page: Sendable {
  let file: QuestionFile
  let header: Header?
  /// Nil where the file cannot be used.
  let question: Question?
  let faults: [Diagnostic]
}
