import Attention
public import Markdown

/// What the program found when it computed a check.
public struct Verdict: Sendable, Equatable {
  public struct Finding: Sendable, Equatable {
    /// What was computed: `sd(scores)`.
    public let subject: String
    /// What the answer says: `8`.
    public let figure: String
    /// What came out. Of one number a row or column, the one farthest from the figure.
    public let measured: Double
    public let holds: Bool
    /// The relation in words: `within 5% of`.
    public let relation: String
    /// Where the figure stands in the file.
    public let location: Location
    /// The figure as a number.
    let value: Double
  }

  public let findings: [Finding]

  public var holds: Bool { findings.allSatisfy(\.holds) }
}

extension Check {
  /// Computes the check. Slow for large runs: never on the way to a screen.
  /// - Throws: a diagnostic without a path where the check cannot be read or computed.
  public func verdict() throws(Diagnostic) -> Verdict {
    do throws(YAMLFault) { return try Claim(self).verdict(at: location) } catch {
      throw Diagnostic(path: "", location: error.location, message: error.message)
    }
  }
}

extension Claim {
  func verdict(at location: Location) throws(YAMLFault) -> Verdict {
    var findings: [Verdict.Finding] = []
    let run = try run(at: location)
    for (relation, place) in zip(relations, places) {
      let values = try values(relation, run, at: location)
      let worst = values.max { Self.miss($0, relation) < Self.miss($1, relation) }
      guard let worst else { throw YAMLFault(message: "\(relation.text) has nothing to count", location: location) }
      findings.append(
        Verdict.Finding(
          subject: relation.text, figure: relation.figure, measured: worst, holds: relation.holds(for: worst),
          relation: relation.comparison.words, location: place, value: relation.value))
    }
    return Verdict(findings: findings)
  }

  private func run(at location: Location) throws(YAMLFault) -> Run? {
    guard case .attend(let recipe) = setting else { return nil }
    do throws(InputError) { return try Run(recipe) } catch {
      throw YAMLFault(message: "\(error)", location: location)
    }
  }

  private func values(_ relation: Relation, _ run: Run?, at location: Location) throws(YAMLFault) -> [Double] {
    switch relation.subject {
    case .statistic(let statistic, let operand): return run.map { statistic.values(of: operand, in: $0) } ?? []
    case .formula(let formula):
      guard case .given(let numbers) = setting else { return [] }
      do throws(ExpressionError) { return [try formula(numbers)] } catch {
        throw YAMLFault(message: "\(relation.text): \(error)", location: location)
      }
    }
  }

  /// How far a number is on the wrong side: when the worst of all rows holds, every row does.
  private static func miss(_ measured: Double, _ relation: Relation) -> Double {
    switch relation.comparison {
    case .equal, .within: (measured - relation.value).magnitude
    case .less: measured - relation.value
    case .greater: relation.value - measured
    }
  }
}
