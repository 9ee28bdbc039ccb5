public import Workbook

/// What the log can say.
public enum Event: Equatable, Sendable {
  case review(Review)
  /// The review with this entry id no longer counts.
  case undo(EntryID)
  /// The review with this entry id counts again.
  case redo(EntryID)
  case bookmark(QuestionID, Bool)
  /// The learner's own words on a question; empty text removes them.
  case note(QuestionID, String)
  /// How much of an answer was open when it was last read.
  case read(QuestionID, parts: Int, of: Int)
  case quizStarted(QuizPlan)
  case quizEnded(QuizID)
  /// An experiment was run with these flags of the pipeline.
  case ran(flags: [RunFlag])
  /// From here on, and back to the first review, stability and difficulty follow these weights; nothing for the
  /// published ones.
  case weights(Weights?)
  /// Something that a newer heed wrote: kept as it is, and left out of every count.
  case unknown(kind: String, body: String)
}

/// One flag of an experiment, by its name without dashes. (The pipeline itself is no business of this room.)
public struct RunFlag: Codable, Hashable, Sendable {
  public let name: String
  public let value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
