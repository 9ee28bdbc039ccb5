import Attention
import TerminalUI

/// The last run that arrived, and what its pictures need worked out once.
struct RunPicture: Sendable {
  let recipe: Recipe
  /// Of a pooled picture, the selected row alone.
  private(set) var run: Run
  /// Where the pairs are too many to hold, what is known of them.
  let pooled: PooledRun?
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
    /// Where no rows are pooled: each bar of a row asks for it.
    let range: HeatmapRange

    init(peaks: RowPeaks, isSigned: Bool) {
      (self.peaks, self.isSigned) = (peaks, isSigned)
      range = HeatmapRange(peaks, isSigned: isSigned)
    }
  }

  init(recipe: Recipe, run: Run, seconds: Double) {
    (self.recipe, self.run, self.seconds, pooled) = (recipe, run, seconds, nil)
    keptPairs = run.keep.count { $0 }
    guard run.keepsWeights else {
      idleStages = Set(Stage.allCases).subtracting([.output])
      return
    }
    var idle: Set<Stage> = []
    if run.values(.biased) == run.values(.scores) { idle.insert(.biased) }
    if keptPairs == run.keep.count, run.values(.masked) == run.values(.biased) { idle.insert(.masked) }
    idleStages = idle
  }

  init(_ pooled: PooledRun, seconds: Double) throws(InputError) {
    (self.recipe, self.pooled, self.seconds) = (pooled.recipe, pooled, seconds)
    keptPairs = pooled.cost.keptPairs
    idleStages = Set(Stage.allCases).subtracting([.weights])
    run = try pooled.row(pooled.recipe.shape.queries * 2 / 3)
  }

  var shape: Shape { recipe.shape }
  /// How many heads there are small pictures of.
  var heads: Int { pooled == nil ? shape.heads : 1 }
  var cost: Cost { pooled?.cost ?? run.cost }

  /// Whether it is the picture of a recipe, and of a head where it has one head only.
  func shows(_ recipe: Recipe, head: Int) -> Bool { self.recipe == recipe && (pooled.map { $0.head == head } ?? true) }

  /// The head that is seen.
  func head(_ view: PlaygroundView) -> Int { pooled?.head ?? view.head(in: shape) }

  /// Where a head and a query stand in `run`.
  func place(head: Int, query: Int) -> (head: Int, row: Int) { pooled == nil ? (head, query) : (0, 0) }

  /// Why there is no stage but the output, where the kernel keeps no other.
  var noWeights: Gloss {
    let kernel = recipe["kernel"]
    return Gloss(
      en: "kernel \(kernel) keeps no scores and no weights: only its output is seen",
      zh: "内核 \(kernel) 不保留分数和权重：只能看输出")
  }

  /// Works out the range of a stage before it is drawn, and the row of a query that is asked about.
  mutating func prepare(_ stage: Stage, query: Int) {
    if scales[stage] == nil { scales[stage] = makeScale(stage) }
    guard let pooled, run.recipe.queryStart != recipe.queryStart + query else { return }
    // What was safe in all rows is safe in one.
    if let row = try? pooled.row(query) { run = row }
  }

  func why(head: Int, query: Int, key: Int) -> Derivation {
    let place = place(head: head, query: query)
    return run.why(head: place.head, query: place.row, key: key)
  }

  /// A query's weights, from the first key.
  func weights(head: Int, query: Int) -> ArraySlice<Float> {
    let place = place(head: head, query: query)
    return run.weights.row(place.head, place.row)
  }

  func value(_ stage: Stage, head: Int, query: Int, column: Int) -> Float {
    let place = place(head: head, query: query)
    return run.values(stage)[place.head, place.row, column]
  }

  private func scale(_ stage: Stage) -> Scale { scales[stage] ?? makeScale(stage) }

  private func makeScale(_ stage: Stage) -> Scale {
    if let pooled { return Scale(peaks: RowPeaks(pooled.rowPeaks, columns: 1), isSigned: false) }
    let tensor = run.values(stage)
    return Scale(
      peaks: RowPeaks(tensor.values, columns: tensor.columns, rows: tensor.rows, kept: holes(stage)),
      isSigned: stage != .weights || tensor.values.contains { $0 < 0 })
  }

  /// Where a stage has values, the same for all heads; nil: everywhere.
  func holes(_ stage: Stage) -> [Bool]? { stage == .masked || stage == .weights ? run.keep : nil }

  func isSigned(_ stage: Stage) -> Bool { scale(stage).isSigned }

  /// The range of a stage's pictures where `pool` rows share a drawn one.
  func range(_ stage: Stage, pool: Int = 1) -> HeatmapRange {
    let scale = scale(stage)
    return pool == 1 ? scale.range : HeatmapRange(scale.peaks, isSigned: scale.isSigned, pool: pool)
  }

  /// The range that it shares with another run's.
  func range(_ stage: Stage, with other: RunPicture, pool: Int) -> HeatmapRange {
    let (one, two) = (scale(stage), other.scale(stage))
    return HeatmapRange([one.peaks, two.peaks], isSigned: one.isSigned || two.isSigned, pool: pool)
  }

  func map(_ stage: Stage, _ colours: ColourMap) -> ColourMap { isSigned(stage) ? .signed : colours }

  func map(_ stage: Stage, _ options: PictureOptions) -> ColourMap {
    var map = map(stage, options.colours)
    map.isLogarithmic = options.isLogarithmic
    return map
  }

  /// The range of the colours of one row.
  func range(_ stage: Stage, head: Int, query: Int, _ options: PictureOptions) -> ClosedRange<Float> {
    guard options.isByRow else { return range(stage).range }
    let scale = scale(stage)
    let peak = max(scale.peaks.peak(head, rows: query..<query + 1), .leastNormalMagnitude)
    return (scale.isSigned ? -peak : 0)...peak
  }

  /// Shows a picture of a window as options want it; returns the range of its key.
  func dress(
    _ heatmap: inout Heatmap, _ range: HeatmapRange, _ stage: Stage, head: Int, _ window: HeatmapWindow,
    _ options: PictureOptions
  ) -> HeatmapRange {
    heatmap.map = map(stage, options)
    heatmap.writesNumbers = options.showsDigits || window.showsNumbers
    guard options.isByRow else { return range }
    let scale = scale(stage)
    let pool = heatmap.pool
    heatmap.rowPeaks = stride(from: window.rows.lowerBound, to: window.rows.upperBound, by: pool).map { row in
      scale.peaks.peak(head, rows: row..<min(row + pool, window.rows.upperBound))
    }
    let own = HeatmapRange(ofEachRow: scale.isSigned)
    heatmap.range = own.range
    return own
  }

  /// Columns of a stage's picture: keys, or the channels of a value.
  func columns(_ stage: Stage) -> Int { stage == .output ? shape.valueDim : shape.keys }

  /// One head of a stage as a picture for a rectangle.
  func heatmap(
    _ stage: Stage, head: Int, colours: ColourMap, in area: Rect, magnifies: Bool = true
  ) -> (heatmap: Heatmap, range: HeatmapRange) {
    let (rows, columns) = (shape.queries, columns(stage))
    let window = HeatmapWindow(
      rows: rows, columns: columns, in: area, around: MatrixPlace(row: 0, column: 0), unit: unit)
    return heatmap(stage, head: head, colours: colours, window, in: area, magnifies: magnifies)
  }

  /// The part of it that lies in a window.
  func heatmap(
    _ stage: Stage, head: Int, colours: ColourMap, _ window: HeatmapWindow, in area: Rect, magnifies: Bool = true
  ) -> (heatmap: Heatmap, range: HeatmapRange) {
    let key = PooledPictures.Key(
      stage: stage, head: head, window: window, size: Size(columns: area.columns, rows: area.rows), magnifies: magnifies
    )
    let matrix = pictures.picture(key) {
      if let pooled { return PooledMatrix(pooled, window, in: area) }
      let tensor = run.values(stage)
      var whole = Heatmap(
        values: tensor.matrix(head), columns: tensor.columns, kept: holes(stage), map: .viridis, range: 0...1)
      whole.magnifies = magnifies
      return PooledMatrix(whole.part(window), in: area)
    }
    let range = range(stage, pool: matrix.fit.pool)
    var heatmap = Heatmap(matrix, map: map(stage, colours), range: range.range)
    heatmap.origin = MatrixPlace(row: window.rows.lowerBound, column: window.columns.lowerBound)
    return (heatmap, range)
  }

  /// What the cells of a coarse picture stand for is a multiple of this.
  var unit: Int { pooled == nil ? 1 : PooledRun.side }

  func isKept(query: Int, key: Int) -> Bool { run.keep[place(head: 0, query: query).row * shape.keys + key] }

  /// The key that a query looks at most.
  func heaviestKey(head: Int, query: Int) -> Int {
    let row = weights(head: head, query: query)
    guard let place = row.indices.max(by: { row[$0] < row[$1] }) else { return 0 }
    return place - row.startIndex
  }
}

extension PooledMatrix {
  /// A part of a head's weights; of the pairs that a drawn cell stands for, the largest.
  fileprivate init(_ run: PooledRun, _ window: HeatmapWindow, in area: Rect) {
    let (rows, columns) = (window.rows.count, window.columns.count)
    let fit =
      window.pool > 1
      ? HeatmapFit(rows: rows, columns: columns, pool: window.pool)
      : HeatmapFit(rows: rows, columns: columns, in: area, showsNumbers: window.showsNumbers)
    let squares = run.squares(queries: window.rows, keys: window.columns, side: fit.pool)
    self.init(values: squares.largest, kept: squares.kept, fit)
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
