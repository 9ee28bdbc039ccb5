import Attention
import TerminalUI

/// The last run that arrived, and what its pictures need worked out once.
struct RunPicture: Sendable {
  let recipe: Recipe
  let run: Run
  let seconds: Double
  /// Pairs of query and key that the masks keep, in one head.
  let keptPairs: Int
  /// Stages that look like the one before them.
  let idleStages: Set<Stage>
  /// What the ranges of the stages shown so far are taken from. All heads share them, to be compared.
  private var scales: [Stage: Scale] = [:]
  private let pictures = PooledPictures()

  private struct Scale: Sendable {
    let peaks: RowPeaks
    let isSigned: Bool
  }

  init(recipe: Recipe, run: Run, seconds: Double) {
    (self.recipe, self.run, self.seconds) = (recipe, run, seconds)
    var idle: Set<Stage> = []
    if run.values(.biased) == run.values(.scores) { idle.insert(.biased) }
    keptPairs = run.keep.count { $0 }
    if keptPairs == run.keep.count, run.values(.masked) == run.values(.biased) { idle.insert(.masked) }
    idleStages = idle
  }

  var shape: Shape { run.shape }

  /// Works out the range of a stage before it is drawn.
  mutating func prepare(_ stage: Stage) {
    if scales[stage] == nil { scales[stage] = makeScale(stage) }
  }

  private func scale(_ stage: Stage) -> Scale { scales[stage] ?? makeScale(stage) }

  private func makeScale(_ stage: Stage) -> Scale {
    let tensor = run.values(stage)
    return Scale(
      peaks: RowPeaks(tensor.values, columns: tensor.columns, rows: tensor.rows, kept: holes(stage)),
      isSigned: stage != .weights || tensor.values.contains { $0 < 0 })
  }

  /// Where a stage has values, the same for all heads; nil: everywhere.
  private func holes(_ stage: Stage) -> [Bool]? { stage == .masked || stage == .weights ? run.keep : nil }

  func isSigned(_ stage: Stage) -> Bool { scale(stage).isSigned }

  /// The range of a stage's pictures where `pool` rows share a drawn one.
  func range(_ stage: Stage, pool: Int = 1) -> HeatmapRange {
    let scale = scale(stage)
    return HeatmapRange(scale.peaks, isSigned: scale.isSigned, pool: pool)
  }

  func map(_ stage: Stage, _ colours: ColourMap) -> ColourMap { isSigned(stage) ? .signed : colours }

  /// Columns of a stage's picture: keys, or the channels of a value.
  func columns(_ stage: Stage) -> Int { stage == .output ? shape.valueDim : shape.keys }

  /// One head of a stage as a picture for a rectangle.
  func heatmap(
    _ stage: Stage, head: Int, colours: ColourMap, in area: Rect, magnifies: Bool = true
  ) -> (heatmap: Heatmap, range: HeatmapRange) {
    let (rows, columns) = (shape.queries, columns(stage))
    let window = HeatmapWindow(rows: rows, columns: columns, in: area, around: MatrixPlace(row: 0, column: 0))
    return heatmap(stage, head: head, colours: colours, window, in: area, magnifies: magnifies)
  }

  /// The part of it that lies in a window.
  func heatmap(
    _ stage: Stage, head: Int, colours: ColourMap, _ window: HeatmapWindow, in area: Rect, magnifies: Bool = true
  ) -> (heatmap: Heatmap, range: HeatmapRange) {
    let key = PooledPictures.Key(
      stage: stage, head: head, window: window, size: Size(columns: area.columns, rows: area.rows), magnifies: magnifies
    )
    let pooled = pictures.picture(key) {
      let tensor = run.values(stage)
      var whole = Heatmap(
        values: tensor.matrix(head), columns: tensor.columns, kept: holes(stage), map: .viridis, range: 0...1)
      whole.magnifies = magnifies
      return PooledMatrix(whole.part(window), in: area)
    }
    let range = range(stage, pool: pooled.fit.pool)
    var heatmap = Heatmap(pooled, map: map(stage, colours), range: range.range)
    heatmap.origin = MatrixPlace(row: window.rows.lowerBound, column: window.columns.lowerBound)
    return (heatmap, range)
  }

  func isKept(query: Int, key: Int) -> Bool { run.keep[query * shape.keys + key] }

  /// The key that a query looks at most.
  func heaviestKey(head: Int, query: Int) -> Int {
    let row = run.weights.row(head, query)
    guard let place = row.indices.max(by: { row[$0] < row[$1] }) else { return 0 }
    return place - row.startIndex
  }
}

extension Run {
  /// The mean of the rows' entropies over all heads, in nats; nil where no row has one.
  var meanEntropy: Double? {
    let known = entropy.joined().compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0) { $0 + Double($1) } / Double(known.count)
  }
}

extension Tensor {
  /// The numbers of one head, of the last one where there are fewer; a single head is not copied.
  func matrix(_ head: Int) -> [Float] {
    guard heads > 1 else { return values }
    let (size, head) = (rows * columns, min(head, heads - 1))
    return Array(values[head * size..<(head + 1) * size])
  }
}
