import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

/// Chooses what a quiz asks: how many items, of which level and topics, with feedback at once or at the end.
struct QuizSetupScreen: Screen {
  var selected = 0
  var count: Int
  var level: Level?
  var feedback: QuizPlan.Feedback
  /// Empty: all topics.
  var topics: Set<String> = []
  /// The number of items as it is being typed.
  private var typed: Int?
  /// Known from the log when the screen comes to the front.
  private var secondsPerItem: Double?

  private static let mostItems = 100

  init(_ session: Session, topics: Set<String> = []) {
    count = session.settings.quizItems
    feedback = session.settings.givesFeedbackAtOnce ? .immediate : .final
    self.topics = topics
  }

  var place: Place? { .quiz }

  /// Rows above the topics.
  enum Row: Int, CaseIterable { case items, level, feedback }

  static let bindings: [Binding<QuizSetupScreen>] = [
    Binding([.enter], Gloss(en: "begin", zh: "开始"), footer: 1) { screen, _, session in screen.begin(session) },
    Binding([.left, .right, .character("h"), .character("l")], written: "←→", Gloss(en: "change", zh: "改变"), footer: 2)
    {
      screen, key, _ in screen.change(key == .left || key == .character("h") ? -1 : 1)
    }.only { screen, _ in screen.setting != nil },
    Binding(
      "0123456789".map(Key.character) + [.backspace], written: "0–9", Gloss(en: "how many", zh: "题数"), footer: 3
    ) { screen, key, _ in
      screen.type(key)
      return []
    }.only { screen, _ in screen.setting == .items },
    Binding([.character(" ")], Gloss(en: "tick", zh: "勾选"), footer: 2) { screen, _, session in
      screen.tick(session)
    }.only { screen, _ in screen.setting == nil },
    Binding(
      [.character("r")], Gloss(en: "resume the last one", zh: "继续上次测验"), footer: 4
    ) {
      _, _, session in session.history.unfinishedQuiz.map { [.replace(QuizScreen($0.plan, session))] } ?? []
    }.only { _, session in session.history.unfinishedQuiz != nil },
    Binding(
      [.up, .down, .character("k"), .character("j"), .tab, .backTab], written: "↑↓", Gloss(en: "choose", zh: "选择"),
      footer: 6
    ) {
      screen, key, session in
      screen.select(screen.selected + ([.up, .character("k"), .backTab].contains(key) ? -1 : 1), session)
      return []
    },
    Binding([.character("g"), .home], written: "g", Gloss(en: "first", zh: "第一项")) { screen, _, session in
      screen.select(0, session)
      return []
    },
    Binding([.character("G"), .end], written: "G", Gloss(en: "last", zh: "最后一项")) { screen, _, session in
      screen.select(.max, session)
      return []
    },
    Binding([.character("a")], Gloss(en: "all topics", zh: "所有主题")) { screen, _, _ in
      screen.topics = []
      return []
    },
    Binding([.character("L")], Gloss(en: "中文", zh: "English"), footer: 5) { _, _, _ in [.switchLanguage] },
  ]

  func crumbs(_ session: Session) -> [String] { [session.say("Quiz", "测验")] }

  mutating func appear(_ session: Session) -> [Effect] {
    secondsPerItem = Statistics(session.history, deck: session.deck, now: session.now).pace.secondsPerItem
    return []
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(_, let index)):
      if index == selected, setting != .items { return setting == nil ? tick(session) : change(1) }
      select(index, session)
    case .wheel(_, let rows): select(selected + rows, session)
    default: break
    }
    return []
  }

  /// The setting that has the keyboard; nothing where a topic has it.
  var setting: Row? { Row(rawValue: selected) }

  func rowCount(_ session: Session) -> Int { Row.allCases.count + allTopics(session).count }

  /// The topics that have items.
  func allTopics(_ session: Session) -> [Topic] {
    let asked = Set(session.deck.sheets.lazy.filter { $0.items > 0 }.map(\.id.topic))
    return session.bank.topics(in: session.language.rawValue).filter { asked.contains($0.id) }
  }

  private mutating func select(_ row: Int, _ session: Session) {
    selected = min(max(0, row), rowCount(session) - 1)
    typed = nil
  }

  private mutating func change(_ step: Int) -> [Effect] {
    typed = nil
    switch setting {
    case .items: count = min(Self.mostItems, max(1, count + step))
    case .level:
      let all: [Level?] = [nil] + Level.allCases.map(Optional.some)
      let place = all.firstIndex(of: level) ?? 0
      level = all[(place + step + all.count) % all.count]
    case .feedback: feedback = feedback == .immediate ? .final : .immediate
    case nil: break
    }
    return []
  }

  /// One more digit of the number of items, or one less.
  private mutating func type(_ key: Key) {
    if key == .backspace {
      typed = (typed ?? count) / 10
    } else if case .character(let character) = key, let digit = character.wholeNumberValue {
      let longer = (typed ?? 0) * 10 + digit
      typed = longer > Self.mostItems ? digit : longer
    }
    count = max(1, typed ?? count)
  }

  private mutating func tick(_ session: Session) -> [Effect] {
    let index = selected - Row.allCases.count
    let all = allTopics(session)
    guard all.indices.contains(index) else { return [] }
    if topics.remove(all[index].id) == nil { topics.insert(all[index].id) }
    return []
  }

  /// What would be asked now, in its order.
  func cards(_ session: Session) -> [CardID] {
    wanted.items(count, of: session.deck, session.history, at: session.now, seed: session.seed)
  }

  /// The items that fit the wish.
  func available(_ session: Session) -> [CardID] { wanted.sheets(of: session.deck).flatMap(\.itemCards) }

  private var wanted: Selection { Selection(topics: topics, levels: level.map { [$0] } ?? []) }

  private func begin(_ session: Session) -> [Effect] {
    let cards = cards(session)
    guard !cards.isEmpty else { return [.say(Notice(Self.nothing(session), .bad))] }
    let plan = QuizPlan(
      id: QuizID(at: session.now, seed: session.seed), cards: cards,
      seed: session.seed ^ UInt64(bitPattern: Int64(session.now.timeIntervalSince1970)), feedback: feedback,
      topics: topics.sorted(), language: session.language.rawValue)
    return [.record([.quizStarted(plan)]), .replace(QuizScreen(plan, session))]
  }

  private static func nothing(_ session: Session) -> String {
    session.say("No item matches; choose other topics or levels.", "没有符合条件的题目，请换主题或级别。")
  }

  func message(_ session: Session) -> Line? {
    let cards = cards(session)
    guard !cards.isEmpty else { return Line(Self.nothing(session), .quiet) }
    let all = available(session).count.grouped
    let isNarrow = ScreenLayout(session).isNarrow
    var text = session.say(
      "Asks \(cards.count) of \(all)", isNarrow ? "问 \(cards.count)/\(all)" : "从 \(all) 题中问 \(cards.count) 题")
    text += session.say(": ", "：") + CardCount(cards, session).text(session)
    if let time = time(cards.count, session), !isNarrow { text += session.say("; ", "；") + time }
    return Line(text + session.say(".", "。"), .quiet)
  }

  /// About how long so many items take, by what items took so far.
  func time(_ items: Int, _ session: Session) -> String? {
    guard let secondsPerItem else { return nil }
    let minutes = max(1, Int((Double(items) * secondsPerItem / 60).rounded()))
    return session.say("about \(minutes) min", "约 \(minutes) 分钟")
  }
}

/// How many of some cards are due, were never met, and are met and not due.
struct CardCount {
  private(set) var due = 0
  private(set) var new = 0
  private(set) var early = 0

  init(_ cards: [CardID], _ session: Session) {
    for card in cards {
      switch session.history.cards[card] {
      case nil: new += 1
      case let memory?: if memory.isDue(at: session.now) { due += 1 } else { early += 1 }
      }
    }
  }

  /// In words, without those that there are none of.
  func text(_ session: Session) -> String {
    let parts = [
      (due, session.say("\(due) due", "到期 \(due)")), (new, session.say("\(new) new", "未学 \(new)")),
      (early, session.say("\(early) not yet due", "未到期 \(early)")),
    ]
    return parts.filter { $0.0 > 0 }.map(\.1).joined(separator: session.say(", ", "，"))
  }
}
