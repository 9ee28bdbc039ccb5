import TerminalUI

/// Where list, rule and reader stand.
struct StudyColumns {
  let topics: Rect?
  let list: Rect?
  let rule: Int?
  let reader: Rect

  init(_ body: Rect, pane: StudyScreen.Pane, isAlone: Bool) {
    if body.columns < 56 {
      (topics, rule) = (nil, nil)
      list = pane == .reader ? nil : body
      reader = body
    } else if isAlone {
      (topics, list, rule) = (nil, nil, nil)
      let columns = min(78, body.columns)
      reader = Rect(
        column: body.column + (body.columns - columns) / 2, row: body.row, columns: columns, rows: body.rows)
    } else if body.columns < 116 {
      let width = 26 + (body.columns - 76) / 4
      topics = nil
      list = Rect(column: body.column, row: body.row, columns: width, rows: body.rows)
      rule = body.column + width + 1
      let start = body.column + width + 4
      reader = Rect(column: start, row: body.row, columns: min(78, body.endColumn - start), rows: body.rows)
    } else {
      let listWidth = min(46, body.columns - 27 - 4 - 78)
      topics = Rect(column: body.column, row: body.row, columns: 26, rows: body.rows)
      list = Rect(column: body.column + 30, row: body.row, columns: max(30, listWidth), rows: body.rows)
      let start = body.column + 30 + max(30, listWidth)
      rule = start + 1
      reader = Rect(column: start + 5, row: body.row, columns: min(78, body.endColumn - start - 5), rows: body.rows)
    }
  }
}

extension StudyScreen {
  /// The reader without the row of grades.
  func readerArea(_ session: Session) -> Rect {
    let layout = ScreenLayout(session)
    var area = StudyColumns(layout.body, pane: .reader, isAlone: isAlone).reader
    if layout.isNarrow, opened > 0 { area.rows -= 1 }
    return area
  }
}
