import Foundation
import Testing

@testable import Attention

@Suite struct `The inner loops` {
  @Test func `the exponential is right to a few units in the last place, and 0 far below`() {
    for step in 0..<8_700 {
      let x = -Float(step) / 100
      let result = VectorMath.exponential(SIMD8(repeating: x))[3]
      #expect(abs(Double(result) / exp(Double(x)) - 1) < 3e-7, "exp(\(x))")
    }
    #expect(VectorMath.exponential(SIMD8(repeating: 0))[0] == 1)
    for x in [-Float.infinity, -1e30, -88, -Float.greatestFiniteMagnitude] as [Float] {
      #expect(VectorMath.exponential(SIMD8(repeating: x))[7] == 0)
    }
  }

  @Test func `the logarithm is right to a few units in the last place`() {
    var x = Float.leastNormalMagnitude
    while x < 1e30 {
      let result = Double(VectorMath.logarithm(SIMD8(repeating: x))[5])
      #expect(abs(result - log(Double(x))) <= 3e-7 * max(1, abs(log(Double(x)))), "log(\(x))")
      x *= 1.0937
    }
    #expect(VectorMath.logarithm(SIMD8(repeating: 1))[0] == 0)
  }

  @Test func `the hyperbolic tangent is right to a few units in the last place, and bears infinities`() {
    for step in -3_000...3_000 {
      let x = Float(step) / 250
      let result = Double(VectorTanh.value(SIMD8(repeating: x))[2])
      #expect(abs(result - tanh(Double(x))) <= 3e-7 * abs(tanh(Double(x))), "tanh(\(x))")
    }
    for (x, limit): (Float, Float) in [
      (.infinity, 1), (-.infinity, -1), (3e38, 1), (-50, -1), (0, 0), (1e-30, 1e-30),
      (.leastNonzeroMagnitude, .leastNonzeroMagnitude),
    ] {
      #expect(VectorTanh.value(SIMD8(repeating: x))[4] == limit)
    }
  }

  @Test(arguments: [1, 7, 8, 9, 200])
  func `lines of any length are visited to their end and no further`(_ count: Int) {
    var numbers = (0..<count + 3).map { Float($0 % 7) - 2 }
    numbers.withUnsafeMutableBufferPointer { all in
      let line = UnsafeMutableBufferPointer(rebasing: all[..<count])
      #expect(VectorLine.maximum(line) == line.max())
      #expect(VectorLine.isFinite(UnsafeBufferPointer(line)))
      let sum = VectorLine.exponentials(line, minus: 4)
      #expect(abs(sum - (0..<count).reduce(0) { $0 + exp(Double($1 % 7) - 6) }) < 1e-6 * Double(count))
      VectorLine.scale(line, by: 0)
      #expect(line.allSatisfy { $0 == 0 })
    }
    #expect(numbers[count...].elementsEqual((count..<count + 3).map { Float($0 % 7) - 2 }))
  }

  @Test func `infinities and NaN are found wherever they stand`() {
    for place in [0, 5, 8, 17, 18] {
      for bad in [Float.infinity, -.infinity, .nan] {
        var line = [Float](repeating: .greatestFiniteMagnitude, count: 19)
        line[place] = bad
        #expect(!line.withUnsafeBufferPointer { VectorLine.isFinite($0) })
      }
    }
  }

  @Test func `the entropy of a line is that of its shares`() throws {
    func entropy(_ line: [Float]) -> Double? { line.withUnsafeBufferPointer { VectorLine.sumAndEntropy($0) }.entropy }
    #expect(entropy([0, 0, 0]) == 0)
    #expect(entropy([0, 5, 0]) == 0)
    #expect(entropy([1, -0.1]) == nil)
    #expect(abs(try #require(entropy([3, 3, 3])) - log(3)) < 1e-6)
    #expect(abs(try #require(entropy([Float](repeating: 0.001, count: 1_000))) - log(1_000)) < 1e-5)
  }

  @Test func `a product leaves out the keys that a row may not see`() {
    let right: [Float] = [1, 2, 3, 4, 5, 6]
    var result = [Float](repeating: -1, count: 10)
    let left: [Float] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0]
    right.withUnsafeBufferPointer { right in
      left.withUnsafeBufferPointer { left in
        result.withUnsafeMutableBufferPointer { result in
          PackedMatrix(right, rows: 3, columns: 2).multiply(left, rows: 5, into: result) { $0 == 4 ? 0..<0 : 0..<3 }
        }
      }
    }
    #expect(result == [9, 12, 9, 12, 9, 12, 5, 6, 0, 0])
  }
}
