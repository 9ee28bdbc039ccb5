/// An item answered with a number, drawn anew each time from the values that are given.
public struct NumberTemplate: Sendable, Equatable {
  /// A name of the formula and the values it may take.
  public struct Given: Sendable, Equatable {
    public let name: String
    public let values: [Double]

    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public let given: [Given]
  public let value: Expression
  public let unit: Unit?
  /// How far off a right answer may be, as a share of it: 0.01 for 1%.
  public let tolerance: Double

  /// - Throws: where the formula has no value for some of the given numbers, with these.
  public init(given: [Given], value: Expression, unit: Unit?, tolerance: Double) throws(NumberTemplateError) {
    self.given = given
    self.value = value
    self.unit = unit
    self.tolerance = tolerance
    if let empty = given.first(where: { $0.values.isEmpty }) { throw .nothingGiven(empty.name) }
    guard combinations <= Self.mostCombinations else { throw .tooMany(combinations) }
    for number in 0..<combinations {
      let values = combination(number)
      do { _ = try value(values) } catch {
        throw .noValue(error, given: given.map { "\($0.name) = \((values[$0.name] ?? 0).written)" })
      }
    }
  }

  /// More than these cannot be checked while a file is read.
  static let mostCombinations = 4096

  /// In how many ways the given values can be drawn.
  public var combinations: Int {
    given.reduce(1) { product, given in
      let (result, overflow) = product.multipliedReportingOverflow(by: given.values.count)
      return overflow ? .max : result
    }
  }

  /// The numbers of one asking; the same seed gives the same numbers on every machine.
  public func instance(seed: UInt64) -> NumberInstance {
    // SplitMix64 (Steele, Lea, Flood 2014): neighbouring seeds give unrelated draws.
    var mixed = seed &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    let values = combination(Int(mixed % UInt64(combinations)))
    let expected = (try? value(values)) ?? .nan
    return NumberInstance(values: values, expected: expected, unit: unit)
  }

  /// What somebody typed, in the unit of the answer; nil when it is not a number yet, or measures something else.
  public func reading(_ typed: String) -> Quantity? { Quantity(parsing: typed, expecting: unit) }

  /// Whether an answer is within the tolerance of the right one.
  public func accepts(_ answer: Quantity, for instance: NumberInstance) -> Bool {
    let right = instance.answer.value
    // The last bits of a double do not make an answer wrong.
    return (answer.value - right).magnitude <= max(tolerance, 1e-9) * right.magnitude
  }

  private func combination(_ number: Int) -> [String: Double] {
    var number = number
    var values: [String: Double] = [:]
    for given in given {
      values[given.name] = given.values[number % given.values.count]
      number /= given.values.count
    }
    return values
  }
}

/// Why a template cannot be asked.
public enum NumberTemplateError: Error, Equatable, CustomStringConvertible {
  case noValue(ExpressionError, given: [String])
  case tooMany(Int)
  case nothingGiven(String)

  public var description: String {
    switch self {
    case .noValue(let error, let given): "\(error) for \(given.isEmpty ? "the formula" : given.joined(separator: ", "))"
    case .tooMany: "more than \(NumberTemplate.mostCombinations.grouped) combinations are given; leave some out"
    case .nothingGiven(let name): "\(name) has no values"
    }
  }
}
