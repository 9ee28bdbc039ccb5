import Attention
import Testing

@Suite struct `Numbers drawn from a seed` {
  @Test func `are those of an independent implementation, to the last bit`() {
    let shape = Shape(heads: 3, kvHeads: 3, queries: 4, keys: 4, dim: 6, valueDim: 6)
    #expect(
      Inputs.random(shape, seed: 0).q.row(0, 0).elementsEqual(
        [0.48422956, -0.8155303, 1.3027346, 0.012368809, -0.3726356, 1.3139416]))
    #expect(
      Inputs.random(shape, seed: 0).k.row(0, 1).elementsEqual(
        [-0.25666443, -0.48950544, 1.2320513, -0.960954, -0.13794757, -0.761178]))
    #expect(
      Inputs.random(shape, seed: 7).v.row(2, 3).elementsEqual(
        [-0.1168912, 1.708336, -0.45356324, -0.6247011, -0.15410408, -0.2779197]))
  }

  @Test func `are standard normal`() throws {
    let values = Inputs.random(try Recipe("queries 2000 dim 128").shape, seed: 1).q.values.map(Double.init)
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let moments = (2...4).map { power in
      values.reduce(0) { sum, value in sum + (1..<power).reduce(value) { product, _ in product * value } } / count
    }
    #expect(abs(mean) < 0.01)
    #expect(abs(moments[0] - 1) < 0.02)
    #expect(abs(moments[1]) < 0.03)
    #expect(abs(moments[2] - 3) < 0.1)
    // Within one deviation, and beyond two.
    #expect(abs(Double(values.count { abs($0) < 1 }) / count - 0.6827) < 0.005)
    #expect(abs(Double(values.count { abs($0) > 2 }) / count - 0.0455) < 0.002)
  }

  @Test func `differ between seeds, tensors, heads and rows`() throws {
    let shape = try Recipe("heads 2 dim 4").shape
    let (one, other) = (Inputs.random(shape, seed: 1), Inputs.random(shape, seed: 2))
    let rows = [one.q, one.k, one.v, other.q].flatMap { tensor in
      (0..<2).flatMap { head in (0..<8).map { Array(tensor.row(head, $0)) } }
    }
    #expect(Set(rows).count == rows.count)
  }

  @Test func `stay when tokens, heads or channels are added`() throws {
    let small = Inputs.random(try Recipe("queries 3 heads 2 dim 4").shape, seed: 5)
    let large = Inputs.random(try Recipe("queries 9 heads 4 dim 8").shape, seed: 5)
    for head in 0..<2 {
      for row in 0..<3 { #expect(large.q.row(head, row).prefix(4).elementsEqual(small.q.row(head, row))) }
    }
  }
}
