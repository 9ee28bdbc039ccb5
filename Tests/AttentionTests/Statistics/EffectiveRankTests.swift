import Attention
import Testing

private func gap(_ one: [Double], _ other: [Double]) -> Double {
  one.count == other.count ? zip(one, other).map { abs($0 - $1) }.max() ?? 0 : .infinity
}

// The expected numbers are NumPy's: numpy.linalg.svd, and exp(-(p * log(p)).sum()) with p = s / s.sum().
@Suite struct `Singular values` {
  @Test func `are those of NumPy, whichever side is longer`() {
    let expected = [4.063940178071117, 2.4494897427831783, 0.6959814861469386]
    #expect(gap(SingularValues.of([1, 2, 0, 0, 1, -1, 3, 0, 2, 1, 1, 1], columns: 3), expected) < 1e-14)
    #expect(gap(SingularValues.of([1, 0, 3, 1, 2, 1, 0, 1, 0, -1, 2, 1], columns: 4), expected) < 1e-14)
  }

  @Test func `of weights that fall off with the distance are those of NumPy`() {
    let rows: [[Double]] = (0..<5).map { i in
      let row = (0..<5).map { j in j > i ? 0 : 1 / Double(1 + i - j) }
      return row.map { $0 / row.reduce(0, +) }
    }
    let values = rows.flatMap { $0.map { Float($0) } }
    let expected = [
      1.1659978515058538, 0.7645433387000808, 0.5571335127806313, 0.4361729464561495, 0.3528754016461415,
    ]
    #expect(gap(SingularValues.of(values, columns: 5), expected) < 1e-14)
    #expect(abs(EffectiveRank.of(values, columns: 5) - 4.55814723729628) < 1e-13)
  }

  @Test func `of few directions among many are zeros but for those`() {
    // The second row is twice the first.
    let values = [1.0, 2, 2, 4, 0, 0].map { Float($0) }
    let found = SingularValues.of(values, columns: 2)
    #expect(abs(found[0] - 5) < 1e-14 && found[1] < 1e-14)
    #expect(SingularValues.of(Array(repeating: 0, count: 12), columns: 4) == [0, 0, 0])
    #expect(gap(SingularValues.of([-3], columns: 1), [3]) < 1e-14)
    #expect(SingularValues.of([], columns: 0).isEmpty)
  }

  @Test func `have the squares' sum of the matrix`() throws {
    let run = try Run("queries 40 keys 23 seed 5")
    let squares = run.weights.values.reduce(0) { $0 + Double($1) * Double($1) }
    let found = SingularValues.of(run.weights.values, columns: 23)
    #expect(found.count == 23 && found == found.sorted(by: >))
    #expect(abs(found.reduce(0) { $0 + $1 * $1 } - squares) < 1e-12)
  }
}

@Suite struct `The effective rank` {
  @Test func `is the rank where singular values are equal, and 1 for one direction`() {
    let identity = (0..<36).map { Float($0 % 7 == 0 ? 1 : 0) }
    #expect(abs(EffectiveRank.of(identity, columns: 6) - 6) < 1e-12)
    #expect(abs(EffectiveRank.of(Array(repeating: 1, count: 28), columns: 7) - 1) < 1e-12)
    #expect(EffectiveRank.of(Array(repeating: 0, count: 28), columns: 7) == 0)
  }

  @Test func `lies between`() {
    #expect(
      abs(
        EffectiveRank.of(singularValues: [4.063940178071117, 2.4494897427831783, 0.6959814861469386])
          - 2.4982650200697263) < 1e-14)
  }
}
