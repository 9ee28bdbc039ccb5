import TerminalUI

/// Where header, body, message and footer stand on a screen of a size.
struct ScreenLayout {
  let size: Size

  static let smallest = Size(columns: 40, rows: 12)

  /// One pane at a time, the constants of the footer without words.
  var isNarrow: Bool { size.columns < 60 }
  var isWide: Bool { size.columns >= 120 }
  /// Below 16 rows the blank row above the message goes.
  var isLow: Bool { size.rows < 16 }

  init(size: Size) { self.size = size }
  init(_ session: Session) { size = session.size }

  var header: Int { 0 }
  var message: Int { size.rows - 2 }
  var footer: Int { size.rows - 1 }
  var body: Rect {
    let top = 2
    return Rect(column: 2, row: top, columns: size.columns - 4, rows: size.rows - top - (isLow ? 2 : 3))
  }
}

extension ScreenStack {
  var isTooSmall: Bool {
    size.columns < ScreenLayout.smallest.columns || size.rows < ScreenLayout.smallest.rows
  }
}
