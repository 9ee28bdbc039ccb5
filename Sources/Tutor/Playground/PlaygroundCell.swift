import Attention
import TerminalUI

/// The selected cell. Where a drawn cell stands for many, the one whose value it shows is selected.
extension PlaygroundScreen {
  /// Goes from one drawn cell to another.
  mutating func moveCell(down rows: Int = 0, right columns: Int = 0, _ session: Session) {
    guard let picture else { return }
    let pool = step(picture, window(picture, session))
    let place = selectedPlace(picture)
    let (queries, all) = (picture.shape.queries, picture.columns(view.stage))
    let next = MatrixPlace(
      row: clamped(place.row / pool, by: rows, count: (queries + pool - 1) / pool) * pool,
      column: clamped(place.column / pool, by: columns, count: (all + pool - 1) / pool) * pool)
    // At an edge there is nowhere to go.
    if next.row / pool == place.row / pool, next.column / pool == place.column / pool { return }
    select(next, session)
  }

  /// How many cells a step goes: of a large run to the next drawn one, where the next cell would be out of reach.
  private func step(_ picture: RunPicture, _ window: HeatmapWindow) -> Int { picture.pooled == nil ? 1 : window.pool }

  /// Selects a cell, or the one that the drawn cell around it shows.
  mutating func select(_ place: MatrixPlace, keepingMiddle: Bool = false, _ session: Session) {
    guard let picture else { return }
    let window = window(picture, session)
    // What is clicked stays under the pointer.
    view.middle = keepingMiddle && window.pool > 1 && view.zoom > 0 ? window.middle : nil
    let pool = step(picture, window)
    let (row, column) = (place.row / pool * pool, place.column / pool * pool)
    let chosen = picture.heaviest(
      view.stage, head: picture.head(view), rows: row..<min(row + pool, picture.shape.queries),
      columns: column..<min(column + pool, picture.columns(view.stage)))
    view.query = chosen.row
    if view.stage == .output { view.channel = chosen.column } else { view.key = chosen.column }
  }

  /// Moves the picture under a hand that drags it by so many screen cells; the selected cell stays where it is.
  mutating func drag(right columns: Int, down rows: Int, _ session: Session) -> [Effect] {
    guard let picture, view.zoom > 0 else { return [] }
    let window = window(picture, session)
    let fit = HeatmapFit(rows: window.rows.count, columns: window.columns.count, pool: window.pool)
    let (high, wide) = window.showsNumbers ? (1, HeatmapFit.numberColumns) : (fit.rowsPerLine, 1)
    let middle = window.middle
    let moved = MatrixPlace(
      row: middle.row - rows * high * window.pool, column: middle.column - columns / wide * window.pool)
    view.middle = MatrixPlace(
      row: max(0, min(picture.shape.queries - 1, moved.row)),
      column: max(0, min(picture.columns(view.stage) - 1, moved.column)))
    return []
  }
}

extension RunPicture {
  /// The place of the largest magnitude that is kept in a part of a stage; its corner where nothing is.
  func heaviest(_ stage: Stage, head: Int, rows: Range<Int>, columns: Range<Int>) -> MatrixPlace {
    var (best, place) = (Float(-1), MatrixPlace(row: rows.lowerBound, column: columns.lowerBound))
    if rows.count == 1, columns.count == 1 { return place }
    let squares = pooled?.squares(queries: rows, keys: columns, side: 1)
    let tensor = run.values(stage)
    let hasHoles = stage == .masked || stage == .weights
    for row in rows {
      for column in columns {
        let index = (row - rows.lowerBound) * columns.count + column - columns.lowerBound
        let isKept = squares.map { $0.kept?[index] ?? true } ?? (!hasHoles || isKept(query: row, key: column))
        let value = squares.map { $0.largest[index] } ?? abs(tensor[min(head, tensor.heads - 1), row, column])
        if isKept, value > best { (best, place) = (value, MatrixPlace(row: row, column: column)) }
      }
    }
    return place
  }
}
