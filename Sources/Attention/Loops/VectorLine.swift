import Foundation

/// Sums and maps over one line of numbers, eight lanes at a time.
enum VectorLine {
  private typealias Vector = SIMD8<Float>

  /// How many vectors are summed in 32 bits before the sum moves on to 64: long lines round no more than short ones.
  private static let chunk = 16

  /// The largest number of a line; −∞ for an empty one.
  static func maximum(_ line: UnsafeMutableBufferPointer<Float>) -> Float {
    var result = -Float.infinity
    var lanes = Vector(repeating: result)
    visit(line, fill: -.infinity) { vector in
      lanes = lanes.replacing(with: vector, where: vector .> lanes)
      return vector
    }
    for lane in 0..<8 { result = max(result, lanes[lane]) }
    return result
  }

  /// Replaces every number by e to the power of it minus `maximum`, and returns their sum. −∞ becomes 0.
  static func exponentials(_ line: UnsafeMutableBufferPointer<Float>, minus maximum: Float) -> Double {
    sum(line, fill: -.infinity) { VectorMath.exponential($0 - maximum) }
  }

  /// Multiplies every number.
  static func scale(_ line: UnsafeMutableBufferPointer<Float>, by factor: Float) {
    visit(line, fill: 0) { $0 * factor }
  }

  /// The largest size of a number.
  static func magnitude(_ numbers: [Float]) -> Double {
    numbers.withUnsafeBufferPointer { line in
      var largest = Vector(repeating: 0)
      visit(UnsafeMutableBufferPointer(mutating: line), fill: 0, writes: false) { vector in
        let size = vector.replacing(with: -vector, where: vector .< 0)
        largest = largest.replacing(with: size, where: size .> largest)
        return vector
      }
      return (0..<8).reduce(0) { max($0, Double(largest[$1])) }
    }
  }

  /// Whether no number is infinite or NaN.
  static func isFinite(_ line: UnsafeBufferPointer<Float>) -> Bool {
    // 0 times an infinity is NaN, and NaN stays in the sum.
    sum(UnsafeMutableBufferPointer(mutating: line), fill: 0, writes: false) { $0 * 0 } == 0
  }

  /// The sum of a line, and its entropy −Σ p·ln p in nats with p = w/Σw: nil where a number is negative, 0 for zeros.
  static func sumAndEntropy(_ line: UnsafeBufferPointer<Float>) -> (sum: Double, entropy: Double?) {
    let line = UnsafeMutableBufferPointer(mutating: line)
    var least = Vector(repeating: 0)
    let total = sum(line, fill: 0, writes: false) { vector in
      least = least.replacing(with: vector, where: vector .< least)
      return vector
    }
    if (0..<8).contains(where: { least[$0] < 0 }) { return (total, nil) }
    if total == 0 { return (0, 0) }
    // A weight of 0 adds nothing; the least normal number stands in for it, and for smaller ones, in the logarithm.
    let tiny = Float.leastNormalMagnitude
    let products = sum(line, fill: 0, writes: false) { vector in
      vector * VectorMath.logarithm(vector.replacing(with: tiny, where: vector .< tiny))
    }
    return (total, max(0, log(total) - products / total))
  }

  /// The sum of what a function makes of every eight numbers. Numbers beyond the end are `fill`, and must add 0.
  private static func sum(
    _ line: UnsafeMutableBufferPointer<Float>, fill: Float, writes: Bool = true, _ body: (Vector) -> Vector
  ) -> Double {
    var total = 0.0
    var partial = Vector.zero
    var count = 0
    visit(line, fill: fill, writes: writes) { vector in
      let made = body(vector)
      partial += made
      count &+= 1
      if count == chunk {
        total += Double(partial.sum())
        partial = .zero
        count = 0
      }
      return made
    }
    return total + Double(partial.sum())
  }

  /// Hands every eight numbers to a function, the last ones filled up, and writes back what it returns.
  private static func visit(
    _ line: UnsafeMutableBufferPointer<Float>, fill: Float, writes: Bool = true, _ body: (Vector) -> Vector
  ) {
    guard let start = line.baseAddress else { return }
    var index = 0
    while index + 8 <= line.count {
      let place = UnsafeMutableRawPointer(start + index)
      let made = body(place.loadUnaligned(as: Vector.self))
      if writes { place.storeBytes(of: made, as: Vector.self) }
      index += 8
    }
    guard index < line.count else { return }
    var vector = Vector(repeating: fill)
    for lane in 0..<line.count - index { vector[lane] = start[index + lane] }
    let made = body(vector)
    if writes { for lane in 0..<line.count - index { start[index + lane] = made[lane] } }
  }
}
