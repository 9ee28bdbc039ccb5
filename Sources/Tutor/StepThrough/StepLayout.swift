import TerminalUI

/// Where the pieces of a page stand in a rectangle; what has no room is left out.
struct StepLayout {
  /// The lines, counted from the top of the rectangle; nil where the piece is left out.
  var strip: Int?
  /// Whether the strip has its underline and its words.
  var hasStripWords = false
  var table = 0
  var tableRows: Int
  var formulas: Int?
  var outputs: Int
  /// Lines of outputs, the full one among them.
  var outputRows: Int

  /// - Parameters:
  ///   - rows: Lines below the title.
  ///   - steps: Rows that the table would have.
  ///   - outputs: The most outputs that can be shown.
  init(rows: Int, hasStrip: Bool, formulas: Int, steps: Int, outputs mostOutputs: Int) {
    // The table's heading and its last row, and two outputs, are always there.
    let fixed = 4
    let least = min(steps, rows < 8 ? 2 : 3)
    var spare = rows - fixed - least
    func take(_ lines: Int) -> Bool {
      guard spare >= lines else { return false }
      spare -= lines
      return true
    }
    let showsStrip = hasStrip && take(1)
    let showsFormulas = take(formulas + 1)
    hasStripWords = showsStrip && take(2)
    let air = take((showsStrip ? 2 : 1) + 1) ? 1 : 0
    tableRows = least
    let more = min(steps - tableRows, max(0, spare))
    tableRows += more
    spare -= more
    let moreOutputs = min(max(0, mostOutputs - 2), max(0, spare))
    outputRows = 2 + moreOutputs
    var at = air
    if showsStrip {
      strip = at
      at += (hasStripWords ? 3 : 1) + air
    }
    table = at
    at += tableRows + 2
    if showsFormulas {
      self.formulas = at + 1
      at += formulas + 1
    }
    self.outputs = at + (air == 1 || showsFormulas ? air : 0)
  }
}

/// How many screen columns each of some cells gets in a line, and where they stand.
struct StepCells {
  /// Screen columns of a cell.
  let width: Int
  /// Matrix cells that share a drawn one.
  let pool: Int
  /// Cells between which a column is left blank; nil: none.
  let group: Int?

  init(count: Int, columns: Int, group: Int? = nil) {
    func gaps(_ count: Int) -> Int { group.map { (count - 1) / max(1, $0) } ?? 0 }
    if let width = [4, 3, 2, 1].first(where: { $0 * count + gaps(count) <= columns }) {
      (self.width, pool, self.group) = (width, 1, group)
      return
    }
    var pool = (count + max(1, columns) - 1) / max(1, columns)
    // Tiles are powers of two mostly: so are the cells that share a drawn one.
    if let group, group.isMultiple(of: 2) { pool = Self.powerOfTwo(notBelow: pool) }
    let drawn = (count + pool - 1) / pool
    let groups = group.flatMap { $0.isMultiple(of: pool) && $0 > 0 ? (count - 1) / $0 : nil }
    (width, self.pool) = (1, pool)
    self.group = groups.map { drawn + $0 <= columns } == true ? group : nil
  }

  private static func powerOfTwo(notBelow number: Int) -> Int {
    var power = 1
    while power < number { power *= 2 }
    return power
  }

  /// Where a cell begins, from the left; of the place after the last one, where it would.
  func column(of cell: Int) -> Int { cell / pool * width + (group.map { cell / max(1, $0) } ?? 0) }

  /// Where a range of cells ends.
  func end(of range: Range<Int>) -> Int {
    range.isEmpty ? column(of: range.lowerBound) : column(of: range.upperBound - 1) + width
  }
}
