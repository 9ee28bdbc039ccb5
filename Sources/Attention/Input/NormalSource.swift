/// Standard normal numbers that are the same on every machine: SplitMix64 for the bits, and the inverse of the normal
/// distribution by rational functions, which uses only operations that IEEE 754 rounds exactly.
///
/// Sources: Steele, Lea, Flood 2014, Fast Splittable Pseudorandom Number Generators; Wichura 1988, Algorithm AS 241,
/// PPND7 (accurate to 1 part in 10⁷).
struct NormalSource {
  private var state: UInt64

  /// The stream of one row of one tensor.
  init(seed: UInt64, tensor: String, head: Int, row: Int) {
    var state = NormalSource.mix(seed &+ 0x9e37_79b9_7f4a_7c15)
    for byte in tensor.utf8 { state = NormalSource.mix(state ^ UInt64(byte)) }
    state = NormalSource.mix(state &+ UInt64(head) &* 0xd1b5_4a32_d192_ed03)
    self.state = NormalSource.mix(state &+ UInt64(bitPattern: Int64(row)) &* 0x8cb9_2ba7_2f3d_8dd7)
  }

  /// A tensor drawn row by row.
  static func tensor(_ name: String, heads: Int, rows: Int, columns: Int, seed: UInt64) -> Tensor {
    tensor(name, heads: 0..<heads, rows: rows, columns: columns, seed: seed)
  }

  /// Some heads of a tensor.
  static func tensor(_ name: String, heads: Range<Int>, rows: Int, columns: Int, seed: UInt64) -> Tensor {
    let count = heads.count * rows * columns
    let values = [Float](unsafeUninitializedCapacity: count) { buffer, filled in
      for index in 0..<heads.count * rows {
        var source = NormalSource(seed: seed, tensor: name, head: heads.lowerBound + index / rows, row: index % rows)
        for column in 0..<columns { buffer[index * columns + column] = Float(source.next()) }
      }
      filled = count
    }
    return Tensor(heads: heads.count, rows: rows, columns: columns, values: values)
  }

  /// The next number.
  mutating func next() -> Double { NormalSource.quantile(uniform()) }

  /// The next number between 0 and 1, each as likely as any other.
  mutating func uniform() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    // The middle of one of 2⁵² equal pieces of (0, 1): never 0, never 1, and as often below a half as above.
    return (Double(NormalSource.mix(state) >> 12) + 0.5) * 0x1p-52
  }

  /// SplitMix64's finalizer.
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Where the normal distribution reaches a probability between 0 and 1.
  private static func quantile(_ p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      let top = ((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179
      let bottom = ((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1
      return q * top / bottom
    }
    let tail = (-logarithm(q < 0 ? p : 1 - p)).squareRoot()
    let far = tail > 5
    let r = far ? tail - 5 : tail - 1.6
    let top =
      far
      ? ((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150
      : ((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777
    let bottom = far ? (0.012258202635 * r + 0.24197894225) * r + 1 : (0.12021132975 * r + 0.73700164250) * r + 1
    return q < 0 ? -top / bottom : top / bottom
  }

  /// The natural logarithm from additions, multiplications and divisions, so that no machine's library has a say:
  /// 2 artanh((m − 1)/(m + 1)) of the significand, by its series.
  private static func logarithm(_ x: Double) -> Double {
    var significand = x.significand
    var exponent = Double(x.exponent)
    if significand > 1.4142135623730951 {
      significand /= 2
      exponent += 1
    }
    let t = (significand - 1) / (significand + 1)
    let square = t * t
    var series = 1.0 / 17
    for divisor in stride(from: 15.0, through: 1, by: -2) { series = series * square + 1 / divisor }
    return exponent * 0.6931471805599453 + 2 * t * series
  }
}
