/// One statement of a check: a left side that is computed, and the figure that the answer gives for it.
struct Relation: Equatable {
  enum Subject: Equatable {
    case formula(Expression)
    case statistic(Statistic, of: Statistic.Operand)
  }

  enum Comparison: Equatable {
    /// To a relative 10⁻⁶.
    case equal
    case less
    case greater
    /// A share of the figure.
    case within(Double)

    var words: String {
      switch self {
      case .equal: "="
      case .less: "<"
      case .greater: ">"
      case .within(let share): "within \((share * 100).brief)% of"
      }
    }
  }

  let subject: Subject
  let comparison: Comparison
  /// The right side as written, and its value.
  let figure: String
  let value: Double
  /// The left side as written.
  let text: String
  /// Where the figure stands in `expect`.
  let offset: Int

  /// Whether a computed number stands to the figure as stated.
  func holds(for measured: Double) -> Bool {
    switch comparison {
    case .equal: (measured - value).magnitude <= 1e-6 * max(measured.magnitude, value.magnitude)
    case .less: measured < value
    case .greater: measured > value
    case .within(let share): (measured - value).magnitude <= share * value.magnitude
    }
  }
}

struct RelationError: Error {
  let message: String
  /// How many characters stand before the place.
  let offset: Int
}

/// Reads `sd(scores) within 5% of 8 and max(weights) < 0.5`.
///
/// A relation that begins with its sign is about the subject of the one before: `mean(weights) > 0.1 and < 0.2`.
struct RelationParser {
  private let text: String
  /// Whether subjects are statistics of a run, not formulas.
  private let statistics: Bool

  init(_ text: String, statistics: Bool) {
    self.text = text
    self.statistics = statistics
  }

  func relations() throws(RelationError) -> [Relation] {
    var result: [Relation] = []
    for part in clauses() {
      result.append(try relation(part, after: result.last))
    }
    return result
  }

  private func clauses() -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    for match in text.matches(of: /\s+and\s+/) {
      parts.append(text[start..<match.range.lowerBound])
      start = match.range.upperBound
    }
    return parts + [text[start...]]
  }

  private func offset(of index: String.Index) -> Int { text.distance(from: text.startIndex, to: index) }

  private func relation(_ part: Substring, after previous: Relation?) throws(RelationError) -> Relation {
    guard let sign = part.firstMatch(of: /<=|>=|≤|≥|==|[=<>]|\bwithin\s+([0-9.]+)\s*%\s+of\b|\bwithin\b/) else {
      throw RelationError(
        message: "no relation in “\(part)”; there are =, <, > and within x% of", offset: offset(of: part.startIndex))
    }
    let comparison: Relation.Comparison
    switch sign.0 {
    case "=": comparison = .equal
    case "<": comparison = .less
    case ">": comparison = .greater
    default:
      guard let share = sign.1.flatMap({ Double($0) }) else {
        throw RelationError(
          message: "“\(sign.0)” is no relation; there are =, <, > and within x% of",
          offset: offset(of: sign.range.lowerBound))
      }
      comparison = .within(share / 100)
    }
    let left = part[..<sign.range.lowerBound]
    let right = part[sign.range.upperBound...].drop { $0.isWhitespace }
    guard let value = Quantity(parsing: String(right))?.value else {
      throw RelationError(message: "“\(right)” is not a figure", offset: offset(of: right.startIndex))
    }
    let (subject, name) = try subject(left, previous: previous)
    return Relation(
      subject: subject, comparison: comparison, figure: String(right).trimmingSpaces, value: value, text: name,
      offset: offset(of: right.startIndex))
  }

  private func subject(
    _ left: Substring, previous: Relation?
  ) throws(RelationError) -> (Relation.Subject, String) {
    let trimmed = left.drop { $0.isWhitespace }
    let start = offset(of: trimmed.startIndex)
    if trimmed.isEmpty {
      guard let previous else { throw RelationError(message: "nothing stands before the relation", offset: start) }
      return (previous.subject, previous.text)
    }
    let name = String(trimmed).trimmingSpaces
    if statistics {
      guard let call = name.wholeMatch(of: /(\w+)\s*\(\s*(\w+)\s*\)/) else {
        throw RelationError(message: "“\(name)” is not a statistic such as sd(scores)", offset: start)
      }
      guard let statistic = Statistic(rawValue: String(call.1)) else {
        throw RelationError(message: "unknown statistic \(call.1); there are \(Statistic.list)", offset: start)
      }
      guard let operand = Statistic.Operand(rawValue: String(call.2)) else {
        throw RelationError(message: "unknown tensor \(call.2); there are \(Statistic.Operand.list)", offset: start)
      }
      if statistic == .entropy, operand != .weights {
        throw RelationError(message: "entropy is of weights", offset: start)
      }
      return (.statistic(statistic, of: operand), name)
    }
    do { return (.formula(try Expression(parsing: name)), name) } catch {
      throw RelationError(message: "\(error)", offset: start + error.offset)
    }
  }
}
