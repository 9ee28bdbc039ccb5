import Foundation
import Testing

@testable import Attention

/// The weights of a line, in both precisions.
private func weights(_ text: String, _ line: [Double]) throws -> [Double] {
  let normalizer = try Recipe("normalize \(text)").normalizer
  let exact = normalizer.exact(line)
  var fast = line.map { Float($0) }
  fast.withUnsafeMutableBufferPointer { normalizer.normalize($0) }
  for (one, other) in zip(fast, exact) { #expect(abs(Double(one) - other) < 2e-6 * max(1, abs(other)), "\(text)") }
  return exact
}

private func close(_ one: [Double], _ other: [Double]) -> Bool {
  one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) < 1e-12 }
}

@Suite struct `Normalisers` {
  @Test func `give the weights of the books`() throws {
    try #expect(close(weights("softmax1", [0, 0]), [1.0 / 3, 1.0 / 3]))
    try #expect(close(weights("sigmoid", [0, log(3)]), [0.5, 0.75]))
    try #expect(close(weights("sparsemax", [1, 0.5, -1]), [0.75, 0.25, 0]))
    try #expect(close(weights("sparsemax", [0, 0, 0, 0]), [0.25, 0.25, 0.25, 0.25]))
    try #expect(close(weights("entmax15", [3, 0.9]), [1, 0]))
    try #expect(close(weights("entmax15", [1, 1]), [0.5, 0.5]))
    try #expect(close(weights("none", [-2, 3, -.infinity]), [-2, 3, 0]))
  }

  @Test func `of the k best keep ties, and all where k is more than there are`() throws {
    let third = 1.0 / 3
    try #expect(close(weights("top-k:2", [1, 1, 0, 1]), [third, third, 0, third]))
    try #expect(close(weights("top-k:1", [1, 2, 0]), [0, 1, 0]))
    try #expect(weights("top-k:9", [1, 2, 0]) == weights("softmax", [1, 2, 0]))
    try #expect(close(weights("top-k:2", [5, -.infinity, -.infinity]), [1, 0, 0]))
  }

  @Test(arguments: ["softmax", "softmax1", "sigmoid", "sparsemax", "entmax15", "top-k:2", "none"])
  func `give zeros where nothing may be seen, and bear large and tiny scores`(_ text: String) throws {
    let hidden = -Double.infinity
    try #expect(weights(text, [hidden, hidden]) == [0, 0])
    try #expect(weights(text, [hidden]) == [0])
    for line: [Double] in [[1e4, -1e4, 9999.5], [-1e4, -1e4], [-1e4], [1e-40, -1e-45, 0], [1e4, hidden, 1e4]] {
      try #expect(weights(text, line).allSatisfy { $0.isFinite })
    }
  }

  @Test(arguments: ["softmax", "sparsemax", "entmax15", "top-k:3"])
  func `sum to one over the keys, or over the queries`(_ text: String) throws {
    for scale in ["0.01", "1", "30"] {
      let words = "queries 11 keys 7 heads 2 normalize \(text) score dot scale \(scale)"
      for sum in try Run(words).rowSums.joined() { #expect(abs(sum - 1) < 2e-6) }
      let run = try Run("\(words) axis queries")
      for key in 0..<7 { #expect(abs((0..<11).map { run.weights[1, $0, key] }.reduce(0, +) - 1) < 2e-6) }
    }
  }

  @Test(arguments: ["sparsemax", "entmax15"])
  func `that are sparse do not change with a shift, and are sparser than softmax`(_ text: String) throws {
    let line = [0.3, -1.2, 2.1, 1.9, 0.8, 1.7]
    try #expect(close(weights(text, line), weights(text, line.map { $0 + 50 })))
    try #expect(weights(text, line).contains(0))
    let byScore = try zip(line, weights(text, line)).sorted { $0.0 < $1.0 }.map(\.1)
    #expect(zip(byScore, byScore.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func `that let weights be negative have no entropy`() throws {
    let run = try Run("normalize none queries 20")
    #expect(run.entropy.joined().contains { $0 == nil })
    for row in 0..<20 {
      let isNegative = run.weights.row(0, row).contains { $0 < 0 }
      #expect((run.entropy[0][row] == nil) == isNegative)
    }
    try #expect(Run("normalize softmax1 queries 20").rowSums[0].allSatisfy { $0 < 1 })
  }
}
