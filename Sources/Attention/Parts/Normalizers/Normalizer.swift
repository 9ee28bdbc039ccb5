/// What makes weights of scores.
///
/// A line is one row of scores, or one column under `--axis queries`. A masked place holds −∞ and gets the weight 0; a
/// line with nothing but masked places gets zeros.
public protocol Normalizer: Part {
  /// Replaces the scores of a line by their weights.
  func normalize(_ line: UnsafeMutableBufferPointer<Float>)
  /// The weights of a line in double precision.
  func exact(_ line: [Double]) -> [Double]
  /// How the score at an index of the line becomes its weight, step by step. The place is not masked.
  func derivation(_ line: [Double], at index: Int, along axis: Axis) -> [Derivation.Step]
}

extension Normalizer {
  /// Normalises a line in double precision: for normalisers whose cost is in the sorting.
  func replaceExactly(_ line: UnsafeMutableBufferPointer<Float>) {
    for (index, weight) in exact(line.map { Double($0) }).enumerated() { line[index] = Float(weight) }
  }
}
