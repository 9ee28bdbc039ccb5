import TerminalUI

/// Where the panes of the playground stand in the body of a screen.
struct PlaygroundLayout {
  enum Kind { case narrow, regular, wide }

  let kind: Kind
  var parameters: Rect
  /// Title, axes, picture and colour bar.
  var picture: Rect
  /// The small pictures of all heads; without area where there is no room.
  var heads: Rect
  var why: Rect

  /// - Parameters:
  ///   - body: Between header and message.
  ///   - heads: How many heads there are to show.
  ///   - alone: The one pane that is shown, if only one is.
  init(_ body: Rect, heads count: Int, alone: PlaygroundView.Pane?) {
    let nothing = Rect(column: body.column, row: body.row, columns: 0, rows: 0)
    kind = body.columns >= 116 ? .wide : body.columns >= 56 ? .regular : .narrow
    (parameters, picture, heads, why) = (nothing, nothing, nothing, nothing)
    if let alone {
      place(alone, in: body)
      return
    }
    switch kind {
    case .narrow: placeNarrow(body)
    case .regular: placeColumns(body, parameters: 19, gap: 2, why: min(34, 16 + max(0, body.columns - 76) / 3))
    case .wide:
      let isRoomy = body.columns >= 150
      placeColumns(body, parameters: isRoomy ? 26 : 22, gap: isRoomy ? 7 : 3, why: isRoomy ? 46 : 36)
      if count > 1 { placeHeads() }
    }
  }

  /// Gives the lower rows of the lists away.
  mutating func shortenLists(by rows: Int) {
    guard kind != .narrow else { return }
    parameters.rows = max(0, parameters.rows - rows)
    why.rows = max(0, why.rows - rows)
  }

  private mutating func place(_ pane: PlaygroundView.Pane, in body: Rect) {
    switch pane {
    case .parameters:
      parameters = Rect(column: body.column, row: body.row, columns: min(110, body.columns), rows: body.rows)
    case .picture: picture = body
    case .why: why = Rect(column: body.column, row: body.row, columns: min(110, body.columns), rows: body.rows)
    }
  }

  /// The picture at the left, nearby parameters and a short *why* at its right.
  private mutating func placeNarrow(_ body: Rect) {
    let right = 17
    picture = Rect(column: body.column, row: body.row, columns: body.columns - right - 3, rows: body.rows)
    let above = max(4, body.rows / 2)
    parameters = Rect(column: body.endColumn - right, row: body.row, columns: right, rows: above)
    why = Rect(
      column: parameters.column, row: body.row + above + 1, columns: right, rows: body.rows - above - 1)
  }

  private mutating func placeColumns(_ body: Rect, parameters left: Int, gap: Int, why right: Int) {
    parameters = Rect(column: body.column, row: body.row, columns: left, rows: body.rows)
    why = Rect(column: body.endColumn - right, row: body.row, columns: right, rows: body.rows)
    let start = parameters.endColumn + gap
    picture = Rect(column: start, row: body.row, columns: why.column - 2 - start, rows: body.rows)
  }

  /// Takes the lower part of the picture's place for the heads, where enough remains for the picture.
  private mutating func placeHeads() {
    let rows = 10
    guard picture.rows - rows >= 16 else { return }
    heads = Rect(
      column: picture.column + 2, row: picture.endRow - rows + 1, columns: picture.columns - 2, rows: rows - 1)
    picture = Rect(column: picture.column, row: picture.row, columns: picture.columns, rows: picture.rows - rows)
  }
}
