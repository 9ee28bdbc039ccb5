/// What a terminal shows at one moment.
struct Screen: Equatable, CustomStringConvertible {
  enum Mouse: Int32 { case off, clicks, drags, moves }

  var columns: Int
  var rows: [[ScreenCell]]
  var cursor: (column: Int, row: Int) { (cursorColumn, cursorRow) }
  var cursorColumn: Int
  var cursorRow: Int
  var isCursorVisible: Bool
  /// A full-screen program has the terminal; without it the shell's lines are there again.
  var isAlternate: Bool
  var mouse: Mouse

  subscript(column: Int, row: Int) -> ScreenCell { rows[row][column] }

  /// The text of each row, without blanks at its end.
  var lines: [String] {
    rows.map { row in
      let line = row.map(\.text).joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
  var text: String { lines.joined(separator: "\n") }
  var description: String { text }

  func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The column and row where a text on one line begins.
  func place(of text: String) -> (column: Int, row: Int)? {
    for (number, row) in rows.enumerated() {
      var line = ""
      var columns: [Int] = []
      for (column, cell) in row.enumerated() {
        line += cell.text
        columns += Array(repeating: column, count: cell.text.count)
      }
      guard let found = line.firstRange(of: text) else { continue }
      return (columns[line.distance(from: line.startIndex, to: found.lowerBound)], number)
    }
    return nil
  }
}

struct ScreenCell: Equatable {
  enum Colour: Equatable, CustomStringConvertible {
    case own
    case palette(Int)
    case rgb(Int)

    var description: String {
      switch self {
      case .own: "own"
      case .palette(let index): "\(index)"
      case .rgb(let value): "#" + String(value, radix: 16)
      }
    }
  }

  /// A blank for nothing, and nothing for the second half of a wide character.
  var text: String
  /// 1 or 2 columns; 0 for the second half of a wide character.
  var width: Int
  var foreground: Colour
  var background: Colour
  var isBold: Bool
  var isReversed: Bool
  var isUnderlined: Bool
}
