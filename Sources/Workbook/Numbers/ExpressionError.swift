/// Why a formula has no value, and where in it.
public struct ExpressionError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Reason: Equatable, Sendable {
    case empty
    case unexpected(String)
    case unfinished
    case unknownFunction(String)
    case wrongCount(function: String)
    case tooDeep
    case unknownName(String)
    case divisionByZero
    /// A root or a logarithm of a number that has none.
    case noValue(String)
    case overflow
  }

  public let reason: Reason
  /// How many characters of the formula stand before the place.
  public let offset: Int

  init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  public var description: String {
    switch reason {
    case .empty: "the formula is empty"
    case .unexpected(let text): "“\(text)” is not expected here"
    case .unfinished: "the formula ends too early"
    case .unknownFunction(let name):
      "\(name) is not a function; there are \(Expression.Function.allCases.map(\.rawValue).joined(separator: ", "))"
    case .wrongCount(let function): "\(function) takes one argument"
    case .tooDeep: "the formula is nested too deeply"
    case .unknownName(let name): "\(name) has no value"
    case .divisionByZero: "division by zero"
    case .noValue(let call): "\(call) has no value"
    case .overflow: "the result is too large"
    }
  }
}
