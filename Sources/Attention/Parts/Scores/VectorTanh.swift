/// The hyperbolic tangent of eight numbers at a time, to a few units in the last place.
enum VectorTanh {
  typealias Vector = SIMD8<Float>

  /// Below 0.625 a polynomial in x² (Cephes `tanhf`), above (1 − t)/(1 + t) with t = e^(−2|x|), which never overflows.
  static func value(_ x: Vector) -> Vector {
    let size = x.replacing(with: -x, where: x .< 0)
    let t = VectorMath.exponential(-2 * size)
    let large = (1 - t) / (1 + t)
    let z = x * x
    var p = z * -5.704_988_727_45e-3 + 2.063_908_879_54e-2
    p = p * z - 5.373_971_544_32e-2
    p = p * z + 1.333_144_175_07e-1
    p = p * z - 3.333_327_650_50e-1
    let signed = large.replacing(with: -large, where: x .< 0)
    return signed.replacing(with: x + x * z * p, where: size .< 0.625)
  }
}

/// Rows of numbers, each filled up with zeros to whole vectors.
struct VectorRows {
  private let vectors: [SIMD8<Float>]
  /// Vectors of a row.
  let width: Int

  /// - Parameter values: `[rows][columns]`.
  init(_ values: [Float], columns: Int) {
    let width = (columns + 7) / 8
    self.width = width
    vectors = (0..<values.count / columns).flatMap { row in
      (0..<width).map { block in
        var vector = SIMD8<Float>.zero
        for lane in 0..<min(8, columns - block * 8) { vector[lane] = values[row * columns + block * 8 + lane] }
        return vector
      }
    }
  }

  /// One row.
  subscript(row: Int) -> ArraySlice<SIMD8<Float>> { vectors[row * width..<(row + 1) * width] }
}
