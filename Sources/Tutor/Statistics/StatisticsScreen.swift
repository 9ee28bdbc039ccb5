import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

/// Did I work, what comes, what do I know, does it help: every figure from the log.
struct StatisticsScreen: Screen {
  enum Pane: Int, CaseIterable, Sendable { case mastery, calendar, forecast, scores, retention, slipping }

  var statistics: Statistics?
  /// What is left before the interview, where its day is set.
  var cram: Cram?
  var pane = Pane.mastery
  /// The topic, day, or quiz that the message line spells out, in its chart.
  var selected: [Pane: Int] = [:]
  var isAlone = false

  var place: Place? { .statistics }

  static let bindings: [Binding<StatisticsScreen>] =
    chartKeys.map { $0.only { screen, _ in screen.hasLog } } + [
      Binding([.character("L")], Gloss(en: "中文", zh: "English"), footer: 5) { _, _, _ in [.switchLanguage] }
    ]

  private static let chartKeys: [Binding<StatisticsScreen>] = [
    Binding([.tab, .backTab], written: "Tab", Gloss(en: "chart", zh: "图表"), footer: 1) { screen, key, session in
      let panes = Pane.allCases
      let place = panes.firstIndex(of: screen.pane) ?? 0
      screen.pane = panes[(place + (key == .tab ? 1 : panes.count - 1)) % panes.count]
      return []
    },
    Binding([.enter], Gloss(en: "open", zh: "打开"), footer: 2) {
      screen, _, session in
      screen.open(session)
    }.only { screen, _ in screen.pane == .mastery || screen.pane == .slipping },
    Binding([.character("w")], Gloss(en: "why", zh: "如何计算"), footer: 3) { screen, _, session in
      guard let statistics = screen.statistics else { return [] }
      let text = CountingText(statistics: statistics, pane: screen.pane, summary: screen.why(session))
      return [.push(ExplanationScreen(text))]
    },
    Binding(
      [.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "choose", zh: "选择"), footer: 4
    ) { screen, key, session in
      screen.move(.row, key == .up || key == .character("k") ? -1 : 1, session)
    },
    Binding(
      [.left, .right, .character("h"), .character("l"), .character("["), .character("]")], written: "[ ]",
      Gloss(en: "earlier, later", zh: "更早、更晚")
    ) { screen, key, session in
      screen.move(.column, [.left, .character("h"), .character("[")].contains(key) ? -1 : 1, session)
    },
    Binding([.character("z")], Gloss(en: "chart alone", zh: "只看此图"), footer: 6) { screen, _, _ in
      screen.isAlone.toggle()
      return []
    },
    Binding(
      [.character("x")], Gloss(en: "quiz this topic", zh: "测验此主题"), footer: 7
    ) {
      screen, _, session in
      screen.topic.map { [.push(QuizSetupScreen(session, topics: [$0.id]))] } ?? []
    }.only { screen, _ in screen.pane == .mastery && screen.topic != nil },
    Binding([.character("e")], Gloss(en: "export", zh: "导出"), footer: 8) { screen, _, _ in
      screen.statistics.map { [.push(SaveScreen(forms($0)))] } ?? []
    },
  ]

  /// There is something to count.
  private var hasLog: Bool { (statistics?.reviews.total ?? 0) > 0 }

  func crumbs(_ session: Session) -> [String] { [session.say("Statistics", "统计")] }

  func status(_ session: Session) -> [Span] { [Span(session.say("all topics", "所有主题"), .quiet)] }

  mutating func appear(_ session: Session) -> [Effect] {
    statistics = Statistics(session.history, deck: session.deck, now: session.now)
    cram = QuizOffer(.cram, session).cram(session)
    return []
  }

  /// What stands behind the row at hand: a topic's questions, or the answer that slips.
  private func open(_ session: Session) -> [Effect] {
    switch pane {
    case .mastery: topic.map { [.push(StudyScreen(session, topic: $0.id))] } ?? []
    case .slipping: slip(session).map { [.push(StudyScreen(session, reading: $0.question, opened: 1))] } ?? []
    case .calendar, .forecast, .scores, .retention: []
    }
  }

  /// The question at hand in the list of those that slip.
  private func slip(_ session: Session) -> SlipLists.Slip? {
    let slips = slips(session)
    return slips.indices.contains(place(in: .slipping)) ? slips[place(in: .slipping)] : nil
  }

  /// Topics, the weakest first.
  var topics: [TopicStatistics] { statistics?.weakest ?? [] }
  var topic: TopicStatistics? { topics.indices.contains(place(in: .mastery)) ? topics[place(in: .mastery)] : nil }

  func place(in pane: Pane) -> Int { selected[pane] ?? 0 }

  private enum Direction { case row, column }

  private mutating func move(_ direction: Direction, _ step: Int, _ session: Session) -> [Effect] {
    let count: Int
    var step = step
    switch pane {
    case .mastery: count = topics.count
    case .slipping: count = slips(session).count
    case .forecast: count = statistics?.forecast.count ?? 0
    case .scores:
      // Quizzes count back from the last; to the right is later.
      count = statistics?.quizzes.quizzes.count ?? 0
      step = -step
    case .retention:
      count = statistics?.retention.weeks.count ?? 0
      step = -step
    case .calendar:
      // Days count back from today; to the right is later, a column is a week.
      count = max(1, (statistics?.reviews.weeks ?? 0) * 7)
      step = -step * (direction == .column ? 7 : 1)
    }
    selected[pane] = min(max(0, place(in: pane) + step), max(0, count - 1))
    return []
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(let pane, let index)):
      guard let pane = Pane(rawValue: pane) else { return [] }
      if self.pane == pane, place(in: pane) == index { return open(session) }
      (self.pane, selected[pane]) = (pane, index)
    case .click(.pane(let index)): pane = Pane(rawValue: index) ?? pane
    case .wheel(_, let rows): return move(.row, rows, session)
    default: break
    }
    return []
  }

  // MARK: Words

  func message(_ session: Session) -> Line? {
    guard let statistics, hasLog else { return nil }
    let isNarrow = ScreenLayout(session).isNarrow
    switch pane {
    case .mastery:
      guard let topic else { return nil }
      let title = session.bank.topic(topic.id, in: session.language.rawValue)?.short ?? topic.id
      let line = Line([
        Span(title, .strong),
        Span(
          session.say("  \(topic.met) of \(topic.questions) met", "  \(topic.questions) 题中学过 \(topic.met) 题"), .quiet),
      ])
      let more = session.say("; mastery is mean recall over \(topic.cards) items.", "；掌握度是 \(topic.cards) 项回忆率的均值。")
      let fits = line.width + more.cellWidth <= session.size.columns - 4
      return fits ? Line(line.spans + [Span(more, .quiet)]) : line
    case .calendar:
      let day = statistics.reviews.today.advanced(by: -place(in: .calendar))
      let count = statistics.reviews.byDay[day] ?? 0
      return Line([
        Span(dateText(day, session), .strong),
        Span(session.say("  \(count) review\(count == 1 ? "" : "s")", "  \(count) 次复习"), .quiet),
      ])
    case .forecast:
      let ahead = place(in: .forecast)
      let count = statistics.forecast.indices.contains(ahead) ? statistics.forecast[ahead] : 0
      let day = statistics.reviews.today.advanced(by: ahead)
      let note = ahead == 0 && !isNarrow ? session.say(", with what is overdue", "，含逾期的") : ""
      let verb = count == 1 ? "comes" : "come"
      return Line([
        Span(dateText(day, session), .strong),
        Span(session.say("  \(count) \(verb) due\(note)", "  \(count) 项到期\(note)"), .quiet),
      ])
    case .retention:
      let weeks = statistics.retention.weeks
      let week = weeks[weeks.count - 1 - min(place(in: .retention), weeks.count - 1)]
      let (known, all) = (points(week.passed.part), week.passed.of)
      let share = week.passed.value.map { "  \(percent($0))" } ?? ""
      return Line([
        Span(session.say("week of ", "") + dateText(week.monday, session) + session.say("", "起一周"), .strong),
        Span(
          (isNarrow
            ? session.say("  \(known) of \(all)", "  \(known)/\(all)")
            : session.say("  \(known) of \(all) still known", "  \(all) 项中仍记得 \(known) 项")) + share, .quiet),
      ])
    case .slipping:
      guard let slip = slip(session) else { return nil }
      let tail =
        switch slip {
        case .leech(let leech):
          session.say(
            "  forgotten \(leech.lapses) times: read it anew rather than repeat it", "  忘了 \(leech.lapses) 次：与其重复，不如重读")
        case .soon(let slipping):
          session.say("  recall \(percent(slipping.recall))", "  回忆率 \(percent(slipping.recall))")
        }
      return Line([Span(name(slip.question, session), .strong), Span(tail, .quiet)])
    case .scores:
      let quizzes = statistics.quizzes.quizzes
      guard quizzes.indices.contains(place(in: .scores)) else { return nil }
      let quiz = quizzes[quizzes.count - 1 - place(in: .scores)]
      let score = "\(points(quiz.points.part)) / \(quiz.points.of)"
      return Line([
        Span(dateText(day(of: quiz.lastAt, session), session), .strong),
        Span("  \(score)  \(percent(quiz.points.value ?? 0))", .quiet),
      ])
    }
  }

  /// How the figures of the chart at hand are counted.
  private func why(_ session: Session) -> String {
    switch pane {
    case .mastery:
      session.say(
        "The mean chance of recall, by FSRS, of a topic's items; 0 for those not met.",
        "掌握度：FSRS 给出的回忆率在该主题所有项上的均值，未学过的算 0。")
    case .calendar:
      session.say(
        "A day begins at 4 in the morning. A streak forgives one missed day of seven.", "一天从凌晨 4 点开始；连续天数每七天可缺一天。")
    case .forecast:
      session.say("From the schedule as it stands, if you answer nothing more.", "按现有安排推算，不计之后的作答。")
    case .retention:
      session.say(
        "Of what was scheduled by days, how much was still known when asked.", "按天安排的内容再被问到时，仍记得的比例。")
    case .slipping:
      session.say(
        "Forgotten eight times or more; then the lowest chance of recall.",
        "忘了八次以上的；然后是此刻回忆率最低的。")
    case .scores:
      session.say("Points won, of those there were to win; w on a result shows each item.", "得分 ÷ 满分；在结果页按 w 可逐题查看。")
    }
  }
}

/// The learner's day that a moment belongs to.
func day(of moment: Date, _ session: Session) -> Day {
  (session.history.scheduler.days ?? Days(calendar: session.calendar)).day(of: moment)
}

/// The name of a month, 1 to 12, as charts show it.
func monthName(_ number: Int, _ session: Session) -> String {
  let names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ").map(String.init)
  return session.say(names[number - 1], "\(number)月")
}

/// A day as it is written in running text.
func dateText(_ day: Day, _ session: Session) -> String {
  let date = day.date
  return session.say("\(date.day) \(monthName(date.month, session))", "\(date.month)月\(date.day)日")
}
