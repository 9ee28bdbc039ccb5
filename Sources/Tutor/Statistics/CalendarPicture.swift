import Learning
import TerminalUI

/// Reviews by day: a column a week, Monday on top, five steps from none to many.
struct CalendarPicture {
  let reviews: ReviewCalendar
  var selected: Day?

  /// Draws as many weeks as fit, the last at the right. Takes eight rows; of seven, the one with the months is left out.
  func draw(on canvas: inout Canvas, in area: Rect, _ session: Session) {
    let weeks = min(max(1, (area.columns - 4) / 2), 53)
    let monday = reviews.today.monday.advanced(by: -7 * (weeks - 1))
    let start = area.column + 4
    let hasMonths = area.rows >= 8
    let days = hasMonths ? area.row + 1 : area.row
    let top = steps()
    let weekdays = [
      session.say("Mon", "一"), "", session.say("Wed", "三"), "", session.say("Fri", "五"), "", session.say("Sun", "日"),
    ]
    for (index, label) in weekdays.enumerated() {
      canvas.write(label, column: area.column, row: days + index, style: Style(.quiet))
    }
    var labelEnd = start
    for week in 0..<weeks {
      let first = monday.advanced(by: 7 * week)
      let column = start + week * 2
      let name = monthName(first.date.month, session)
      if hasMonths, first.date.day <= 7, column >= labelEnd, column + name.cellWidth <= area.endColumn {
        labelEnd = canvas.write(name, column: column, row: area.row, style: Style(.quiet)) + 1
      }
      for weekday in 0..<7 {
        let day = first.advanced(by: weekday)
        guard day <= reviews.today else { continue }
        draw(day, column: column, row: days + weekday, steps: top, on: &canvas)
      }
    }
  }

  private func draw(_ day: Day, column: Int, row: Int, steps: [Int], on canvas: inout Canvas) {
    let count = reviews.byDay[day] ?? 0
    let level = count == 0 ? 0 : 1 + (steps.lastIndex { count > $0 } ?? 0)
    let look = canvas.look
    let glyph: Character
    var style = Style(.faint)
    if look.isASCII || look.colours == .none {
      glyph = [".", "-", "+", "*", "#"][level]
      if level > 0 { style = Style() }
    } else {
      glyph = level == 0 ? look.glyphs.absent : look.glyphs.day
      // The more there was, the further from the ground.
      let colours: [UInt8] =
        look.colours == .eight ? [4, 6, 2, 3] : look.background == .dark ? [23, 30, 36, 78] : [78, 36, 30, 23]
      if level > 0 { style = Style(.colour(colours[level - 1])) }
    }
    if day == reviews.today, level == 0 { style = Style(.accent) }
    if day == selected {
      style = Style(.accent, bold: true)
      canvas.write(String(look.glyphs.smaller), column: column - 1, row: row, style: style)
      canvas.write(String(look.glyphs.larger), column: column + 1, row: row, style: style)
    }
    canvas.write(String(glyph), column: column, row: row, style: style)
  }

  /// Where the four steps begin: quarters of the busiest day.
  private func steps() -> [Int] {
    let most = reviews.byDay.values.max() ?? 0
    return (0..<4).map { most * $0 / 4 }
  }
}
