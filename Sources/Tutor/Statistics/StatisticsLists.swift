import Learning
import TerminalUI
import Workbook

/// Beside the table: the questions that slip, and the personal bests.
struct SlipLists {
  /// A question that slips, and how far it has.
  enum Slip: Equatable {
    case leech(Statistics.Leech)
    case soon(Statistics.Slipping)

    var question: QuestionID {
      switch self {
      case .leech(let leech): leech.card.question
      case .soon(let slipping): slipping.question
      }
    }
  }

  let leeches: [Slip]
  let soon: [Slip]
  /// The blank rows after a list.
  let gap: Int

  /// - Parameters:
  ///   - rows: how many there are for all lists.
  ///   - bests: how many personal bests there are; they keep their place, and what slips gets the rows between.
  ///   - isAlone: whether no chart stands beside.
  init(_ statistics: Statistics, rows: Int, bests: Int, isAlone: Bool) {
    gap = rows > 18 ? 2 : 1
    let most = isAlone ? max(1, rows - 10) : 4
    leeches = statistics.leeches.prefix(most).map(Slip.leech)
    let above = leeches.isEmpty ? 0 : 2 + leeches.count + gap
    let room = rows - above - 2 - (bests == 0 ? 0 : bests + 4)
    soon = statistics.willSlipFirst.prefix(min(isAlone ? 12 : 6, max(2, room))).map(Slip.soon)
  }

  var all: [Slip] { leeches + soon }
}

extension StatisticsScreen {
  /// What can be chosen in the list of what slips.
  func slips(_ session: Session) -> [SlipLists.Slip] {
    guard let statistics else { return [] }
    let layout = StatisticsLayout(ScreenLayout(session).body, alone: isAlone ? .slipping : nil, front: .slipping)
    guard let area = layout.panes.first(where: { $0.pane == .slipping })?.area else { return [] }
    return lists(statistics, in: area, isAlone: layout.panes.count == 1, session).all
  }

  private func lists(_ statistics: Statistics, in area: Rect, isAlone: Bool, _ session: Session) -> SlipLists {
    SlipLists(statistics, rows: area.rows, bests: bests(statistics, session).count, isAlone: isAlone)
  }

  func drawLists(
    _ statistics: Statistics, isAlone: Bool, in area: Rect, on canvas: inout Canvas, _ session: Session
  ) {
    let lists = lists(statistics, in: area, isAlone: isAlone, session)
    let glyphs = canvas.look.glyphs
    var row = area.row
    func heading(_ title: String, _ tail: String) {
      canvas.write(title, column: area.column, row: row, style: Style(.strong))
      canvas.write(tail, endColumn: area.endColumn, row: row, style: Style(.quiet))
      row += 2
    }
    func list(_ title: String, _ tail: String, _ slips: [SlipLists.Slip], from first: Int) {
      guard !slips.isEmpty, row + 2 < area.endRow else { return }
      heading(title, tail)
      for (offset, slip) in slips.enumerated() where row < area.endRow {
        draw(slip, place: first + offset, in: area, row: row, glyphs, on: &canvas, session)
        row += 1
      }
      row += lists.gap
    }
    list(session.say("Keeps slipping", "反复遗忘"), session.say("lapses", "次数"), lists.leeches, from: 0)
    list(
      session.say("Will slip first", "最先会忘"), session.say("recall", "回忆率"), lists.soon, from: lists.leeches.count)
    let bests = bests(statistics, session)
    guard !bests.isEmpty, row + 2 < area.endRow else { return }
    heading(session.say("Personal best", "个人最佳"), "")
    for best in bests where row < area.endRow {
      let start = canvas.write([Span(best.value, .text)], endColumn: area.endColumn, row: row)
      canvas.write([Span(best.label, .quiet)], column: area.column, row: row, limit: start - 1)
      row += 1
    }
  }

  /// One question with its state, and its figure at the right.
  private func draw(
    _ slip: SlipLists.Slip, place: Int, in area: Rect, row: Int, _ glyphs: Glyphs, on canvas: inout Canvas,
    _ session: Session
  ) {
    let band = Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
    let isSelected = pane == .slipping && place == self.place(in: .slipping)
    if isSelected { drawFocus(on: &canvas, band) }
    let ground: Ground = isSelected ? .focus : .plain
    let mark: Span
    let figure: String
    switch slip {
    case .leech(let leech): (mark, figure) = (Span(String(glyphs.slipping), .bad), "\(leech.lapses)")
    case .soon(let slipping):
      let state = session.deck[slipping.question].map { session.history.standing(of: $0, at: session.now).state }
      (mark, figure) = (state?.span(glyphs) ?? Span(" "), percent(slipping.recall))
    }
    var title = Line([mark, Span(" "), Span(name(slip.question, session), isSelected ? .strong : .text)])
    title.ground = ground
    canvas.write(figure, endColumn: area.endColumn, row: row, style: Style(.quiet, on: ground))
    canvas.write(
      title, in: Rect(column: area.column, row: row, columns: area.columns - figure.cellWidth - 1, rows: 1), row: row)
    canvas.mark(band, as: .row(pane: Pane.slipping.rawValue, index: place))
  }

  func name(_ id: QuestionID, _ session: Session) -> String {
    session.bank.question(id, in: session.language.rawValue)?.title ?? id.description
  }

  private func bests(_ statistics: Statistics, _ session: Session) -> [(label: String, value: String)] {
    var rows: [(label: String, value: String)] = []
    if let best = statistics.quizzes.best, let share = best.points.value {
      let (score, date) = (percent(share), dateText(day(of: best.lastAt, session), session))
      rows.append(
        (
          session.say("score", "得分"),
          session.say("\(score) on \(date), \(best.points.of) items", "\(date) \(score)，\(best.points.of) 题")
        ))
    }
    if let span = statistics.bestStreak.span {
      let days = statistics.bestStreak.days
      let months = [span.lowerBound, span.upperBound].map { monthName($0.date.month, session) }
      let when =
        months[0] == months[1]
        ? session.say("in \(months[0])", months[0])
        : session.say("\(months[0]) to \(months[1])", "\(months[0])至\(months[1])")
      rows.append(
        (
          session.say("longest streak", "最长连续"),
          session.say("\(days) day\(days == 1 ? "" : "s"), \(when)", "\(days) 天，\(when)")
        ))
    }
    if let exam = statistics.quizzes.fastestExam, let pace = exam.secondsPerAnswer, let share = exam.points.value {
      let seconds = Int(pace.rounded())
      rows.append(
        (
          session.say("fastest exam", "最快考试"),
          session.say("\(seconds) s an item, \(percent(share))", "每题 \(seconds) 秒，\(percent(share))")
        ))
    }
    return rows
  }
}
