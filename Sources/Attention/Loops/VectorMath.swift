/// Exponential and logarithm of eight numbers at a time, to about one unit in the last place.
enum VectorMath {
  typealias Vector = SIMD8<Float>
  private typealias Bits = SIMD8<Int32>

  /// Adding this to a small number rounds it to a whole one, which then stands in the lowest bits.
  private static let rounding: Float = 0x1.8p23

  /// e to the power of numbers that are at most 0. Below −87, where the result is no longer a normal number, it is 0;
  /// so it is for −∞.
  ///
  /// x = n·ln 2 + r with |r| ≤ ln 2 / 2; 2ⁿ is made from bits, e^r from a polynomial (Cephes `expf`).
  static func exponential(_ x: Vector) -> Vector {
    let limited = x.replacing(with: -87, where: x .< -87)
    let shifted = limited * 1.442_695_04 + rounding
    let n = shifted - rounding
    let r = (limited - n * 0.693_359_375) - n * -2.121_944_40e-4
    var p = r * 1.987_569_15e-4 + 1.398_199_95e-3
    p = p * r + 8.333_451_907e-3
    p = p * r + 4.166_579_590e-2
    p = p * r + 1.666_666_546e-1
    p = p * r + 0.5
    p = p * (r * r) + r + 1
    let exponent = unsafeBitCast(shifted, to: Bits.self) &<< 23
    let result = unsafeBitCast(unsafeBitCast(p, to: Bits.self) &+ exponent, to: Vector.self)
    return result.replacing(with: 0, where: x .< -87)
  }

  /// The natural logarithm of positive normal numbers.
  ///
  /// x = 2ⁿ·m with m from √½ to √2; ln m from a polynomial in m − 1 (Cephes `logf`).
  static func logarithm(_ x: Vector) -> Vector {
    let bits = unsafeBitCast(x, to: Bits.self)
    let root = Float(0x1.6a09e6p-1).bitPattern
    let exponent = (bits &- Int32(bitPattern: root)) &>> 23
    let m = unsafeBitCast(bits &- (exponent &<< 23), to: Vector.self) - 1
    // A whole number in the lowest bits of the rounding number, which is then taken away again.
    let n = unsafeBitCast(exponent &+ Int32(bitPattern: rounding.bitPattern), to: Vector.self) - rounding
    var p = m * 7.037_683_629_2e-2 - 1.151_461_031_0e-1
    p = p * m + 1.167_699_874_0e-1
    p = p * m - 1.242_014_084_6e-1
    p = p * m + 1.424_932_278_7e-1
    p = p * m - 1.666_805_766_5e-1
    p = p * m + 2.000_071_476_5e-1
    p = p * m - 2.499_999_399_3e-1
    p = p * m + 3.333_333_117_4e-1
    let square = m * m
    let small = p * m * square + n * -2.121_944_40e-4 - 0.5 * square
    return n * 0.693_359_375 + (m + small)
  }
}
