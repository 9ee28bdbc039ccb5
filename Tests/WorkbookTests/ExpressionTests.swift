import Testing

@testable import Workbook

@Test(
  arguments: [
    ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("10 - 4 - 3", 3), ("24 / 4 / 2", 3), ("2^3^2", 512), ("-2^2", -4),
    ("2^-1", 0.5), ("(-2)^2", 4), ("2 * -3", -6), ("--2", 2), ("sqrt(64)", 8), ("log(exp(2))", 2), ("log2(1024)", 10),
    ("floor(2.7)", 2), ("ceil(2.1)", 3), ("round(2.5)", 3), ("floor(-2.5)", -3), ("min(3, 1, 2)", 1),
    ("max(3, 1, 2)", 3),
    ("max(7)", 7), ("1.5e3", 1500), ("2e-2", 0.02), (".5", 0.5), ("a_1 * b", 6), ("  1  ", 1), ("0^0", 1),
    ("log(1)", 0),
  ] as [(String, Double)])
func `a formula has the value of mathematics`(source: String, value: Double) throws {
  let result = try Expression(parsing: source)(["a_1": 2, "b": 3])
  #expect((result - value).magnitude < 1e-12)
}

@Test(
  arguments: [
    ("", .empty, 0), ("   ", .empty, 0), ("1 +", .unfinished, 3), ("(1", .unfinished, 2), ("1 2", .unexpected("2"), 2),
    ("1)", .unexpected(")"), 1), ("* 2", .unexpected("*"), 0), ("2 $ 3", .unexpected("$"), 2),
    ("sqrt(1, 2)", .wrongCount(function: "sqrt"), 6),
    ("sin(1)", .unknownFunction("sin"), 0), ("sqrt()", .unexpected(")"), 5), ("1e999", .overflow, 0),
    ("3(4)", .unexpected("("), 1),
    (".", .unexpected("."), 0), ("2 + +3", .unexpected("+"), 4),
  ] as [(String, ExpressionError.Reason, Int)])
func `a formula that cannot be read says why and where`(source: String, reason: ExpressionError.Reason, offset: Int) {
  #expect(throws: ExpressionError(reason, at: offset)) { try Expression(parsing: source) }
}

@Test(
  arguments: [
    ("1 / 0", .divisionByZero, 2), ("1 / (a - a)", .divisionByZero, 2), ("0^-1", .divisionByZero, 1),
    ("sqrt(0 - 1)", .noValue("sqrt(-1)"), 0), ("log(0)", .noValue("log(0)"), 0), ("(0 - 8)^0.5", .noValue("-8^0.5"), 7),
    ("b", .unknownName("b"), 0), ("10^400", .overflow, 0), ("exp(1000)", .overflow, 0),
  ] as [(String, ExpressionError.Reason, Int)])
func `a formula without a value says why`(source: String, reason: ExpressionError.Reason, offset: Int) throws {
  let formula = try Expression(parsing: source)
  #expect(throws: ExpressionError(reason, at: offset)) { try formula(["a": 1]) }
}

@Test func `a formula knows its names, not its functions`() throws {
  #expect(try Expression(parsing: "min(a, log2(b)) + a").names == ["a", "b"])
}

@Test func `a formula nested without end is refused, not a crash`() {
  for source in [
    String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000) + "1",
    Array(repeating: "2", count: 100_000).joined(separator: "^"), String(repeating: "sqrt(", count: 100_000),
  ] {
    #expect(throws: ExpressionError.self) { try Expression(parsing: source) }
  }
}

@Test func `a long sum is no nesting`() throws {
  let sum = Array(repeating: "1", count: 200).joined(separator: " + ")
  #expect(try Expression(parsing: sum)() == 200)
}
