import Attention

extension Recipe {
  /// More would be no table.
  private static let mostCells = 48 * 48

  /// The weights of the first head as an HTML table, the larger the darker. A masked cell has no ink, a weight of zero a
  /// little. Nothing where there are no weights, or too many for a table.
  var heatTable: String? {
    guard shape.queries * shape.keys <= Self.mostCells, let run = try? Run(self), run.keepsWeights else { return nil }
    let largest = (0..<shape.queries).compactMap { run.weights.row(0, $0).max() }.max() ?? 0
    let rows = (0..<shape.queries).map { query in
      let cells = run.weights.row(0, query).enumerated().map { key, weight -> String in
        guard run.keep[query * shape.keys + key] else { return "<td></td>" }
        let share = largest > 0 ? max(0, min(weight / largest, 1)) : 0
        return "<td style=\"background:rgba(37,110,170,\(Float(Int(8 + share * 92)) / 100))\"></td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return "<table class=\"heat\">\(rows.joined())</table>"
  }
}
