public import Markdown

/// One part of an answer.
public struct Section: Sendable, Equatable {
  /// What the part is for; in the order of revealing.
  public enum Role: String, CaseIterable, Sendable {
    case shortAnswer = "short-answer"
    case inDepth = "in-depth"
    case code
    case mistakes
    case followUps = "follow-ups"

    /// Whether a question without it cannot be read.
    public var isRequired: Bool { self == .shortAnswer || self == .inDepth }
  }

  public let role: Role
  /// The heading in the language of the file.
  public let heading: String
  /// What the reader shows: without the check blocks.
  public let blocks: [Block]
  public let checks: [Check]

  public init(role: Role, heading: String, blocks: [Block], checks: [Check] = []) {
    self.role = role
    self.heading = heading
    self.blocks = blocks
    self.checks = checks
  }
}
