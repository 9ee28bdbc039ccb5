/// The singular values of a matrix, in double precision: its rows and columns are turned until only a diagonal and the
/// one above it are left (Householder), whose singular values are those eigenvalues of a symmetric tridiagonal matrix of
/// twice the size that are not negative (Golub–Kahan), found by QL steps with implicit shifts.
///
/// Source: Golub, Van Loan 2013, Matrix Computations, 4th edition, sections 5.4.8, 8.3.5 and 8.6.
public enum SingularValues {
  /// The singular values of a row-major matrix `[rows][columns]`, the largest first, as many as its shorter side.
  ///
  /// Each is off by some 10⁻¹⁵ of the largest.
  /// - Complexity: O(rows · columns · min(rows, columns)).
  public static func of(_ values: [Float], columns: Int) -> [Double] {
    guard columns > 0, !values.isEmpty else { return [] }
    let rows = values.count / columns
    // The transposed matrix has the same ones; the longer side is made the rows.
    var matrix =
      rows >= columns
      ? values.map(Double.init)
      : (0..<values.count).map { Double(values[$0 % rows * columns + $0 / rows]) }
    let (diagonal, above) = bidiagonal(&matrix, rows: max(rows, columns), columns: min(rows, columns))
    // 0, d₁, e₁, d₂, e₂, … beside a diagonal of zeros has the eigenvalues ±σ.
    var beside: [Double] = []
    for index in diagonal.indices {
      beside += index < above.count ? [diagonal[index], above[index]] : [diagonal[index]]
    }
    return Array(eigenvalues(beside).sorted(by: >).prefix(diagonal.count).map { max(0, $0) })
  }

  /// The diagonal and what stands above it, once columns and rows have been turned; the matrix is overwritten.
  private static func bidiagonal(_ a: inout [Double], rows: Int, columns: Int) -> ([Double], [Double]) {
    var (diagonal, above): ([Double], [Double]) = ([], [])
    var sums = [Double](repeating: 0, count: columns)
    for k in 0..<columns {
      let left = Reflection((k..<rows).map { a[$0 * columns + k] })
      diagonal.append(left.length)
      for j in k + 1..<max(k + 1, columns) { sums[j] = 0 }
      for i in k..<rows {
        let v = left.vector[i - k]
        for j in k + 1..<max(k + 1, columns) { sums[j] += v * a[i * columns + j] }
      }
      for i in k..<rows {
        let v = left.factor * left.vector[i - k]
        for j in k + 1..<max(k + 1, columns) { a[i * columns + j] -= v * sums[j] }
      }
      guard k + 1 < columns else { continue }
      let right = Reflection((k + 1..<columns).map { a[k * columns + $0] })
      above.append(right.length)
      for i in k + 1..<max(k + 1, rows) {
        var sum = 0.0
        for j in k + 1..<columns { sum += right.vector[j - k - 1] * a[i * columns + j] }
        sum *= right.factor
        for j in k + 1..<columns { a[i * columns + j] -= sum * right.vector[j - k - 1] }
      }
    }
    return (diagonal, above)
  }

  /// What turns a vector into (length, 0, …, 0): x − factor · (v·x) · v.
  private struct Reflection {
    var vector: [Double]
    let factor: Double
    let length: Double

    init(_ x: [Double]) {
      vector = x
      let norm = x.reduce(0) { $0 + $1 * $1 }.squareRoot()
      // The sign that does not cancel.
      length = x[0] > 0 ? -norm : norm
      vector[0] -= length
      let square = vector.reduce(0) { $0 + $1 * $1 }
      factor = square == 0 ? 0 : 2 / square
    }
  }

  /// The eigenvalues of a symmetric tridiagonal matrix with zeros on its diagonal, in no order.
  private static func eigenvalues(_ beside: [Double]) -> [Double] {
    var d = [Double](repeating: 0, count: beside.count + 1)
    var e = beside + [0]
    let smallest = 0x1p-53 * (beside.map(abs).max() ?? 0)
    for l in d.indices {
      while true {
        var m = l
        while m < d.count - 1, abs(e[m]) > max(smallest, 0x1p-53 * (abs(d[m]) + abs(d[m + 1]))) { m += 1 }
        if m == l { break }
        var g = (d[l + 1] - d[l]) / (2 * e[l])
        var r = (g * g + 1).squareRoot()
        g = d[m] - d[l] + e[l] / (g + (g < 0 ? -r : r))
        var (s, c, p) = (1.0, 1.0, 0.0)
        var isSplit = false
        for i in stride(from: m - 1, through: l, by: -1) {
          let (f, b) = (s * e[i], c * e[i])
          r = (f * f + g * g).squareRoot()
          e[i + 1] = r
          if r == 0 {
            d[i + 1] -= p
            e[m] = 0
            isSplit = true
            break
          }
          (s, c) = (f / r, g / r)
          g = d[i + 1] - p
          r = (d[i] - g) * s + 2 * c * b
          p = s * r
          d[i + 1] = g + p
          g = c * r - b
        }
        if isSplit { continue }
        d[l] -= p
        e[l] = g
        e[m] = 0
      }
    }
    return d
  }
}
