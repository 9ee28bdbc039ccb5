import Foundation

/// How many directions a matrix really uses: e to the entropy of its singular values, each divided by their sum.
///
/// From 1 for a matrix of rank one to the shorter side for one whose singular values are equal, and never above the rank.
/// 0 for a matrix of zeros.
///
/// Source: Roy, Vetterli 2007, The effective rank: a measure of effective dimensionality, EUSIPCO, definition 1.
public enum EffectiveRank {
  /// The effective rank of a matrix with these singular values.
  public static func of(singularValues: [Double]) -> Double {
    let sum = singularValues.reduce(0, +)
    guard sum > 0 else { return 0 }
    let shares = singularValues.lazy.map { $0 / sum }.filter { $0 > 0 }
    return exp(-shares.reduce(0) { $0 + $1 * log($1) })
  }

  /// The effective rank of a row-major matrix.
  public static func of(_ values: [Float], columns: Int) -> Double {
    of(singularValues: SingularValues.of(values, columns: columns))
  }
}
