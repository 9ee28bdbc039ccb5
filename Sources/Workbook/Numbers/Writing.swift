import Foundation

extension Double {
  /// The number for a reader: whole numbers with thousands separators, others in their shortest form.
  ///
  /// From 10¹⁵ on the power of ten is written, because digits can no longer be counted by eye.
  public var written: String {
    guard isFinite, self == rounded(), magnitude < 1e15 else {
      return description.replacing("e+", with: "e").replacing("e-0", with: "e-")
    }
    return Int(self).grouped
  }

  /// The number to six significant digits; a whole number keeps all of its digits.
  public var brief: String {
    guard isFinite else { return description }
    let whole = rounded()
    if magnitude < 1e15, (self - whole).magnitude <= 1e-9 * magnitude { return whole.written }
    return (Double(String(format: "%.6g", self)) ?? self).written
  }
}

extension Int {
  /// The digits in threes: 1,073,741,824.
  public var grouped: String {
    var result: [Character] = []
    for (place, digit) in String(magnitude).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return (self < 0 ? "-" : "") + String(result.reversed())
  }
}
