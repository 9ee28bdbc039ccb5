import Attention

/// A number, or one number a row or column, that a check takes of a run.
///
/// Of scores only the entries count that the mask keeps; weights and outputs count whole, zeros included.
enum Statistic: String, CaseIterable {
  /// The population's standard deviation over all heads.
  case sd
  case mean
  case max
  case min
  /// The mean over the rows, in nats; rows without an entropy are left out.
  case entropy
  /// The sum of each row: every one must be as stated.
  case rowSum = "row_sum"
  /// The sum of each column of each head: every one must be as stated.
  case columnSum = "col_sum"

  enum Operand: String, CaseIterable {
    case scores
    case weights
    case output

    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The numbers that a relation must hold for; empty where nothing is left to count.
  func values(of operand: Operand, in run: Run) -> [Double] {
    if self == .entropy {
      let rows = run.entropy.flatMap { $0 }.compactMap { $0 }.map { Double($0) }
      return rows.isEmpty ? [] : [rows.reduce(0, +) / Double(rows.count)]
    }
    let tensor = tensor(operand, run)
    switch self {
    case .rowSum: return sums(tensor, run, operand, count: tensor.rows) { row, _ in row }
    case .columnSum: return sums(tensor, run, operand, count: tensor.columns) { _, column in column }
    default:
      var kept: [Double] = []
      visit(tensor, run, operand) { _, _, _, value in kept.append(value) }
      return summary(kept).map { [$0] } ?? []
    }
  }

  private func tensor(_ operand: Operand, _ run: Run) -> Tensor {
    switch operand {
    case .scores: run.logits
    case .weights: run.weights
    case .output: run.output
    }
  }

  private func summary(_ values: [Double]) -> Double? {
    guard let least = values.min(), let most = values.max() else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    switch self {
    case .max: return most
    case .min: return least
    case .sd:
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(values.count)).squareRoot()
    default: return mean
    }
  }

  private func sums(
    _ tensor: Tensor, _ run: Run, _ operand: Operand, count: Int, by place: (_ row: Int, _ column: Int) -> Int
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: tensor.heads * count)
    visit(tensor, run, operand) { head, row, column, value in sums[head * count + place(row, column)] += value }
    return sums
  }

  /// Calls for each entry that counts. The mask is one for all heads: `[queries][keys]`.
  private func visit(
    _ tensor: Tensor, _ run: Run, _ operand: Operand, _ body: (_ head: Int, _ row: Int, _ column: Int, Double) -> Void
  ) {
    for head in 0..<tensor.heads {
      for row in 0..<tensor.rows {
        for column in 0..<tensor.columns
        where operand != .scores || run.keep[row * tensor.columns + column] {
          body(head, row, column, Double(tensor[head, row, column]))
        }
      }
    }
  }
}
