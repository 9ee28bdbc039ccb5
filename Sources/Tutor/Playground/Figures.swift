import Foundation

/// How figures are written: few digits, the unit beside them, the same length for the same kind of number.
enum Figures {
  /// A score, a sum, an exponent: `11.38`, `−0.50`, `1,204`, `4e-4`.
  static func value(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "?" : number < 0 ? "−∞" : "∞" }
    let magnitude = abs(number)
    let sign = number < 0 && magnitude > 0 ? "−" : ""
    switch magnitude {
    case 0: return "0.00"
    case ..<0.005, 1e6...: return sign + scientific(magnitude)
    case ..<99.995: return sign + fixed(magnitude, 2)
    case ..<999.95: return sign + fixed(magnitude, 1)
    default: return sign + count(Int(magnitude.rounded()))
    }
  }

  /// A weight, or a sum of weights: `0.183`, `1.000`, `3e-5`.
  static func weight(_ number: Double) -> String {
    let magnitude = abs(number)
    guard magnitude.isFinite, magnitude < 99.9995, magnitude == 0 || magnitude >= 0.0005 else { return value(number) }
    return (number < 0 ? "−" : "") + fixed(magnitude, 3)
  }

  /// A count that need not be whole: `15.8`.
  static func tenth(_ number: Double) -> String { number < 999.95 ? fixed(number, 1) : count(Int(number.rounded())) }

  /// A number as it was set, in as few digits as it needs.
  static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) <= 1e9
      ? count(Int(number)) : String(format: "%.4g", number).replacing("-", with: "−")
  }

  /// A whole number with its thousands apart.
  static func count(_ number: Int) -> String {
    var text = String(abs(number))
    var at = text.count - 3
    while at > 0 {
      text.insert(",", at: text.index(text.startIndex, offsetBy: at))
      at -= 3
    }
    return (number < 0 ? "−" : "") + text
  }

  /// A count that leaves room for its label: `114,688`, from ten million on `268 M`.
  static func shortCount(_ number: Int) -> String {
    number < 10_000_000 ? count(number) : scaled(Double(number), "")
  }

  /// Memory, in units of 1,024: `96 B`, `32 KiB`, `1.5 MiB`.
  static func bytes(_ number: Int) -> String {
    var (amount, unit) = (Double(number), 0)
    let units = ["B", "KiB", "MiB", "GiB", "TiB"]
    while amount >= 1024, unit < units.count - 1 { (amount, unit) = (amount / 1024, unit + 1) }
    return "\(short(amount)) \(units[unit])"
  }

  /// Floating-point operations: `0.54 MFLOP`.
  static func work(_ operations: Int) -> String { scaled(Double(operations), "FLOP") }

  /// Floating-point operations a second: `11 GFLOP/s`.
  static func speed(_ operations: Int, seconds: Double) -> String {
    guard seconds > 0 else { return "" }
    return scaled(Double(operations) / seconds, "FLOP/s")
  }

  static func time(_ seconds: Double) -> String {
    seconds < 0.9995 ? "\(short(max(0.01, seconds * 1000))) ms" : "\(short(seconds)) s"
  }

  /// Shows a quantity in the largest unit in which it is at least 0.1.
  private static func scaled(_ amount: Double, _ unit: String) -> String {
    let steps: [(Double, String)] = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")]
    for (size, prefix) in steps where amount >= size / 10 { return "\(short(amount / size)) \(prefix)\(unit)" }
    return "\(short(amount)) \(unit)"
  }

  /// Two significant digits and no more than they need.
  private static func short(_ amount: Double) -> String {
    if amount == 0 { return "0" }
    if amount < 0.995 { return fixed(amount, 2) }
    if amount < 9.95, amount != amount.rounded() { return fixed(amount, 1) }
    return count(Int(amount.rounded()))
  }

  private static func fixed(_ magnitude: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", magnitude)
  }

  private static func scientific(_ magnitude: Double) -> String {
    var power = Int(floor(log10(magnitude)))
    var digit = Int((magnitude / pow(10, Double(power))).rounded())
    if digit == 10 { (digit, power) = (1, power + 1) }
    return "\(digit)e\(power)"
  }
}
