/// How well something was remembered, as the learner or the score of an item says.
public enum Grade: Int, CaseIterable, Codable, Sendable, Comparable {
  case again = 1
  case hard, good, easy

  public static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
}

extension Grade {
  /// The grade that an item's score stands for: 1 is Good, at least ½ Hard, less Again.
  ///
  /// With a hint it is never better than Hard, and Easy is only ever given by hand.
  public init(score: Double, hints: Int = 0) {
    switch score {
    case 1... where hints == 0: self = .good
    case 0.5...: self = .hard
    default: self = .again
    }
  }
}
