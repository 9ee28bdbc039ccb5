/// How much experience a question asks for; ordered from the least.
public enum Level: String, CaseIterable, Comparable, Sendable, Codable {
  case junior
  case mid
  case senior

  public static func < (one: Level, other: Level) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .junior: 0
    case .mid: 1
    case .senior: 2
    }
  }
}

/// What a question wants from you.
public enum QuestionKind: String, CaseIterable, Sendable, Codable {
  case concept
  case derivation
  case coding
  case debugging
  case estimation
}
