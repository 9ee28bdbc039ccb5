import Attention
import TerminalUI

/// A small map of the whole matrix in a corner of a picture that shows a part of it, the part framed.
struct Overview {
  /// Where the map stands.
  let area: Rect

  /// Nil where the whole is seen, and where there is no room.
  ///
  /// - Parameters:
  ///   - picture: Where the part is drawn.
  ///   - selected: The selected cell's place on the screen, which is not covered.
  init?(_ window: HeatmapWindow, rows: Int, columns: Int, in picture: Rect, selected: Point?) {
    let isPart = window.rows.count < rows || window.columns.count < columns
    let side = min(24, picture.columns / 3, picture.rows)
    guard isPart, !window.showsNumbers, side >= 8 else { return nil }
    let size = HeatmapFit(
      rows: rows, columns: columns, in: Rect(column: 0, row: 0, columns: side, rows: side / 2), magnifies: false
    ).size
    let isCovered = selected.map {
      $0.column >= picture.endColumn - size.columns - 1 && $0.row <= picture.row + size.rows
    }
    area = Rect(
      column: isCovered == true ? picture.column : picture.endColumn - size.columns, row: picture.row,
      columns: size.columns, rows: size.rows)
  }
}

extension PlaygroundScreen {
  func drawOverview(
    on canvas: inout Canvas, over picture: Rect, _ shown: RunPicture, _ window: HeatmapWindow, selected: Point?
  ) {
    guard
      let map = Overview(
        window, rows: shown.shape.queries, columns: shown.columns(view.stage), in: picture, selected: selected)
    else { return }
    let isLeft = map.area.column == picture.column
    // A blank edge parts the map from the picture.
    canvas.fill(
      Rect(
        column: map.area.column - (isLeft ? 0 : 1), row: map.area.row, columns: map.area.columns + 1,
        rows: map.area.rows + 1))
    var heatmap = shown.heatmap(
      view.stage, head: shown.head(view), colours: view.colours, in: map.area, magnifies: false
    ).heatmap
    heatmap.map.isLogarithmic = options.isLogarithmic
    heatmap.framed = window
    canvas.draw(heatmap, in: map.area)
  }
}
