import Foundation

/// A formula over named numbers: numbers, names, `+ - * / ^ ( )`,
/// `sqrt log log2 exp floor ceil round min max`.
///
/// `^` binds tightest and to the right, so `-2^2` is −4 and `2^3^2` is 512. `log` is the natural logarithm; `min` and
/// `max` take one argument or more, the other functions one.
public struct Expression: Sendable, Equatable {
  /// The formula as it was written.
  public let source: String
  /// The names that it needs, without the functions.
  public let names: Set<String>
  private let root: Node

  public init(parsing source: String) throws(ExpressionError) {
    var parser = ExpressionParser(source)
    self.source = source
    root = try parser.parse()
    names = parser.names
  }

  /// The value with these numbers put in.
  /// - Throws: for a name without a number, a division by zero, a root or logarithm of what has none, and a result too
  ///   large for a double.
  public func callAsFunction(_ values: [String: Double] = [:]) throws(ExpressionError) -> Double {
    let result = try root.value(values)
    guard result.isFinite else { throw ExpressionError(.overflow, at: 0) }
    return result
  }

  indirect enum Node: Sendable, Equatable {
    case number(Double)
    case name(String, offset: Int)
    case negative(Node)
    case binary(Operator, Node, Node, offset: Int)
    case call(Function, [Node], offset: Int)
  }

  enum Operator: Character, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "^"
  }

  enum Function: String, CaseIterable, Sendable {
    case sqrt, log, log2, exp, floor, ceil, round, min, max

    /// Whether it takes more than one argument.
    var isVariadic: Bool { self == .min || self == .max }
  }
}

extension Expression.Node {
  func value(_ values: [String: Double]) throws(ExpressionError) -> Double {
    switch self {
    case .number(let number): return number
    case .name(let name, let offset):
      guard let value = values[name] else { throw ExpressionError(.unknownName(name), at: offset) }
      return value
    case .negative(let node): return -(try node.value(values))
    case .binary(let sign, let left, let right, let offset):
      let a = try left.value(values)
      let b = try right.value(values)
      return try Self.combine(sign, a, b, offset: offset)
    case .call(let function, let nodes, let offset):
      var arguments: [Double] = []
      for node in nodes { arguments.append(try node.value(values)) }
      return try Self.apply(function, arguments, offset: offset)
    }
  }

  private static func combine(
    _ sign: Expression.Operator, _ a: Double, _ b: Double, offset: Int
  ) throws(ExpressionError) -> Double {
    switch sign {
    case .plus: return a + b
    case .minus: return a - b
    case .times: return a * b
    case .over:
      guard b != 0 else { throw ExpressionError(.divisionByZero, at: offset) }
      return a / b
    case .power:
      guard a != 0 || b >= 0 else { throw ExpressionError(.divisionByZero, at: offset) }
      let result = pow(a, b)
      guard !result.isNaN else { throw ExpressionError(.noValue("\(a.written)^\(b.written)"), at: offset) }
      return result
    }
  }

  private static func apply(
    _ function: Expression.Function, _ arguments: [Double], offset: Int
  ) throws(ExpressionError) -> Double {
    let x = arguments[0]
    switch function {
    case .sqrt where x < 0, .log where x <= 0, .log2 where x <= 0:
      throw ExpressionError(.noValue("\(function.rawValue)(\(x.written))"), at: offset)
    case .sqrt: return x.squareRoot()
    case .log: return Foundation.log(x)
    case .log2: return Foundation.log2(x)
    case .exp: return Foundation.exp(x)
    case .floor: return x.rounded(.down)
    case .ceil: return x.rounded(.up)
    case .round: return x.rounded()
    case .min: return arguments.min() ?? x
    case .max: return arguments.max() ?? x
    }
  }
}
