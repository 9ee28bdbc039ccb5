import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

/// What is due, where one was, and which topics are weakest.
struct HomeScreen: Screen {
  var selected = 0
  /// Facts of the log, taken when the screen comes to the front.
  var statistics: Statistics?
  var due: [CardID] = []
  var run: Run?

  var place: Place? { .home }

  static let bindings: [Binding<HomeScreen>] = [
    Binding(
      [.up, .down, .character("k"), .character("j"), .tab, .backTab], written: "↑↓", Gloss(en: "choose", zh: "选择"),
      footer: 1
    ) {
      screen, key, session in
      let step = [.up, .character("k"), .backTab].contains(key) ? -1 : 1
      screen.selected = min(max(0, screen.selected + step), screen.rowCount(session) - 1)
      return []
    },
    Binding(
      [.character("g"), .home, .pageUp, .control("b"), .control("u")], written: "g", Gloss(en: "first", zh: "第一项")
    ) { screen, _, _ in
      screen.selected = 0
      return []
    },
    Binding(
      [.character("G"), .end, .pageDown, .control("f"), .control("d")], written: "G", Gloss(en: "last", zh: "最后一项")
    ) { screen, _, session in
      screen.selected = screen.rowCount(session) - 1
      return []
    },
    Binding([.character("L")], Gloss(en: "中文", zh: "English"), footer: 2) {
      _, _, _ in [.switchLanguage]
    }.only { ScreenLayout($1).isNarrow },
    Binding([.enter, .right, .character("l")], written: "Enter", Gloss(en: "open", zh: "打开"), footer: 2) {
      screen, _, session in
      screen.open(screen.selected, session)
    },
    Binding([.character("x")], Gloss(en: "experiment", zh: "实验")) { screen, _, session in
      guard let experiment = screen.question(session)?.experiment else { return [] }
      return [.push(PlaygroundScreen(session, experiment: experiment.recipe, notice: experiment.notice))]
    }.only(
      when: { $0.question($1)?.experiment != nil },
      else: Gloss(en: "This question has no experiment.  P Playground", zh: "这道题没有实验。  P 演练场")),
    Binding([.character("/")], Gloss(en: "find", zh: "查找"), footer: 3) { _, _, session in
      [.push(PaletteScreen(session, scope: .questions))]
    },
    Binding([.character(":")], Gloss(en: "command", zh: "命令"), footer: 4) { screen, _, session in
      [.push(PaletteScreen(session, scope: .everything(screen.help(session))))]
    },
    Binding([.character("L")], Gloss(en: "中文", zh: "English"), footer: 5) {
      _, _, _ in [.switchLanguage]
    }.only { !ScreenLayout($1).isNarrow },
  ]

  /// Whether nothing was read or answered yet.
  func isFirstRun(_ session: Session) -> Bool { session.history.lastRead == nil && session.history.reviews.isEmpty }

  /// What there is to read: the first question on the first day, then the one that was read last.
  func question(_ session: Session) -> Question? {
    let first = isFirstRun(session) ? session.bank.questions(in: session.language.rawValue).first?.id : nil
    return (first ?? session.history.lastRead).flatMap { session.bank.question($0, in: session.language.rawValue) }
  }

  func status(_ session: Session) -> [Span] {
    let date = Span(dayLabel(session), .quiet)
    guard let streak = statistics?.streak.days, streak > 0 else { return [date] }
    let days = [
      Span(session.say("", "连续 "), .quiet), Span("\(streak)", .accent),
      Span(session.say(streak == 1 ? " day" : " days in a row", " 天"), .quiet),
    ]
    return ScreenLayout(session).isNarrow ? days : [date, Span("   ")] + days
  }

  mutating func appear(_ session: Session) -> [Effect] {
    let statistics = Statistics(session.history, deck: session.deck, now: session.now)
    (self.statistics, due) = (statistics, statistics.due)
    selected = min(selected, rowCount(session) - 1)
    return [.compute(lastRecipe(session), ticket: .home)]
  }

  mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    guard case .computed(let recipe, ticket: .home, .success(let run), seconds: _) = outcome else { return [] }
    self.run = run
    // The playground that was just left reached the log after this was asked for.
    let last = lastRecipe(session)
    return recipe == last ? [] : [.compute(last, ticket: .home)]
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(_, let index)):
      if index == selected { return open(index, session) }
      selected = index
    case .wheel(_, let rows): selected = min(max(0, selected + rows), rowCount(session) - 1)
    case .resize: selected = min(selected, rowCount(session) - 1)
    default: break
    }
    return []
  }

  func lastRecipe(_ session: Session) -> Recipe {
    session.lastRecipe ?? Recipe()
  }

  /// Whether there is room below the menu, and something to show.
  func hasCharts(_ session: Session) -> Bool {
    let layout = ScreenLayout(session)
    return !layout.isNarrow && layout.body.rows >= 14 && (statistics?.reviews.total ?? 0) > 0
  }

  /// Topics, the weakest first, where they are shown.
  func topics(_ session: Session) -> [TopicStatistics] {
    hasCharts(session) ? statistics?.weakest ?? [] : []
  }

  func rowCount(_ session: Session) -> Int { menu(session).count + topics(session).count }

  private func open(_ index: Int, _ session: Session) -> [Effect] {
    let rows = menu(session)
    if index < rows.count { return rows[index].effects }
    let topics = topics(session)
    guard topics.indices.contains(index - rows.count) else { return [] }
    return [.push(StudyScreen(session, topic: topics[index - rows.count].id))]
  }

  private func dayLabel(_ session: Session) -> String {
    let format = Date.FormatStyle(
      locale: Locale(identifier: session.say("en_GB", "zh_Hans")), calendar: session.calendar,
      timeZone: session.calendar.timeZone)
    // The learner's day, which begins at four.
    let rollover = session.history.scheduler.days?.rollover ?? 0
    return session.now.addingTimeInterval(-rollover).formatted(format.weekday(.abbreviated).day().month(.abbreviated))
  }
}
