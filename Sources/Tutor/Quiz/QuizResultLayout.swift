import Learning
import TerminalUI

/// How a result shares the screen: the score, the bars, the list of what lost points, and the answers of the one
/// selected, below it or, where there is width for two, beside it.
struct QuizResultLayout {
  let area: Rect
  /// How many topics have a bar; none where there is no room for bars.
  let topics: Int
  /// Whether the levels stand beside the topics.
  let hasLevels: Bool
  /// How many lines explain the score.
  let notes: Int
  /// Below the row of its title.
  let list: Rect
  let answers: Rect

  private static let fewestTopics = 3
  private static let mostColumns = 76
  private static let gap = 6
  /// For answers beside the list.
  private static let fewestColumns = 50

  /// The width of the answers.
  static func answerColumns(in body: Rect) -> Int {
    let beside = body.columns - mostColumns - gap
    return beside >= fewestColumns ? min(mostColumns, beside) : min(mostColumns, body.columns)
  }

  /// - Parameters:
  ///   - answers: how many lines the answers have, at their width.
  ///   - notes: how many lines explain the score, where it is unfolded.
  init(_ body: Rect, _ screen: QuizResultScreen, answers: Int, notes: Int) {
    let area = Rect(column: body.column, row: body.row, columns: min(Self.mostColumns, body.columns), rows: body.rows)
    self.area = area
    let (all, levels) = (screen.result.byTopic.count, screen.result.byLevel.count)
    // Unfolded, the items are what one looks at.
    let hasBars = area.rows > 12 && !screen.isUnfolded && screen.result.points.of > 0
    // The list of what lost the points comes before a long list of topics.
    let most = max(Self.fewestTopics, area.rows - 16)
    let isCut = all > most + 1
    topics = hasBars ? (isCut ? most : all) : 0
    hasLevels = hasBars && area.columns >= 70
    self.notes = screen.isUnfolded && area.rows > 12 ? notes : 0
    let notesRows = self.notes > 0 ? self.notes + 1 : 0
    let bars = hasBars ? 2 + max(topics + (isCut ? 1 : 0), hasLevels ? levels : 0) : 0
    let start = area.row + 2 + bars + notesRows + 1
    if body.columns - Self.mostColumns - Self.gap >= Self.fewestColumns {
      list = Rect(
        column: area.column, row: start, columns: area.columns, rows: min(screen.rows.count, area.endRow - start))
      self.answers = Rect(
        column: area.endColumn + Self.gap, row: start, columns: Self.answerColumns(in: body),
        rows: area.endRow - start)
      return
    }
    // The answers get what the list leaves them, and the list never less than a third.
    let free = area.endRow - start
    let rows = min(screen.rows.count, max(1, free / 3, free - answers - 1))
    list = Rect(column: area.column, row: start, columns: area.columns, rows: rows)
    self.answers = Rect(
      column: area.column, row: start + rows + 1, columns: area.columns, rows: max(0, free - rows - 1))
  }
}
