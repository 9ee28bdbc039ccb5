import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

/// Chooses a quiz: a menu of modes, and beneath it how much is asked and about what.
struct QuizSetupScreen: Screen {
  enum Pane: Sendable { case modes, settings }

  /// A row of the settings.
  enum Row: Hashable, Sendable {
    case items, minutes, interview, level, query
    case topic(String)
  }

  var offer: QuizOffer
  var pane = Pane.modes
  /// The row of the settings that has the keyboard, when they have.
  var selected = 0
  var level: Level?
  /// Empty: all topics.
  var topics: Set<String>
  /// Everything else that narrows the choice, as it is typed.
  var field = TextField()
  /// Why what was typed there cannot be read.
  var fault: QueryError?
  /// A number or a day while it is being typed.
  var typed = ""
  /// Known from the log when the screen comes to the front.
  var secondsPerItem: Double?

  static let mostItems = 100
  static let mostMinutes = 240

  init(_ session: Session, topics: Set<String> = [], query: String = "") {
    offer = QuizOffer(session.settings.givesFeedbackAtOnce ? .practice : .exam, session)
    (self.topics, field) = (topics, TextField(query))
    narrow(session)
  }

  var place: Place? { .quiz }

  func crumbs(_ session: Session) -> [String] { [session.say("Quiz", "测验")] }

  mutating func appear(_ session: Session) -> [Effect] {
    secondsPerItem = Statistics(session.history, deck: session.deck, now: session.now).pace.secondsPerItem
    offer.read(session)
    return []
  }

  // MARK: Rows

  /// The settings of the chosen mode.
  func rows(_ session: Session) -> [Row] {
    var rows: [Row] = offer.mode.isCounted ? [.items] : []
    if offer.mode == .exam { rows.append(.minutes) }
    if offer.mode == .cram { rows.append(.interview) }
    return rows + [.level, .query] + allTopics(session).map { .topic($0.id) }
  }

  /// The setting that has the keyboard.
  func row(_ session: Session) -> Row? {
    let rows = rows(session)
    return pane == .settings && rows.indices.contains(selected) ? rows[selected] : nil
  }

  /// The topics that have items.
  func allTopics(_ session: Session) -> [Topic] {
    let asked = Set(session.deck.sheets.lazy.filter { $0.items > 0 }.map(\.id.topic))
    return session.bank.topics(in: session.language.rawValue).filter { asked.contains($0.id) }
  }

  var isTyping: Bool { isInField }
  /// The keyboard is in the field of the query.
  private(set) var isInField = false

  mutating func select(_ place: Int, _ session: Session) {
    typed = ""
    let count = rows(session).count
    if place < 0 {
      pane = .modes
    } else {
      (pane, selected) = (.settings, min(place, count - 1))
    }
    isInField = row(session) == .query
  }

  mutating func leaveSettings() { (pane, typed, isInField) = (.modes, "", false) }

  mutating func choose(_ mode: QuizMode, _ session: Session) {
    offer.mode = mode
    leaveSettings()
    selected = 0
  }

  // MARK: Changes

  mutating func change(_ step: Int, _ session: Session) -> [Effect] {
    typed = ""
    switch row(session) {
    case .items: count(offer.count + step)
    case .minutes: offer.minutes = min(Self.mostMinutes, max(1, (offer.minutes / 5 + step) * 5))
    case .interview: return move(byDays: step, session)
    case .level:
      let all: [Level?] = [nil] + Level.allCases.map(Optional.some)
      let place = all.firstIndex(of: level) ?? 0
      level = all[(place + step + all.count) % all.count]
      narrow(session)
    default: break
    }
    return []
  }

  /// The time of an exam grows with its items.
  private mutating func count(_ items: Int) {
    offer.count = min(Self.mostItems, max(1, items))
    if offer.mode != .interview { offer.minutes = QuizOffer.minutesAnItem * offer.count }
  }

  mutating func move(byDays step: Int, _ session: Session) -> [Effect] {
    let today = day(of: session.now, session)
    // Two weeks are a good time to begin with.
    let next = session.settings.interview.map { max(today, $0.advanced(by: step)) } ?? today.advanced(by: 14)
    return [.keep(interview: next)]
  }

  /// One more digit of a number or a day, or one less.
  mutating func type(_ key: Key, _ session: Session) -> [Effect] {
    let setting = row(session)
    if key == .backspace {
      guard !typed.isEmpty || setting != .interview else { return [.keep(interview: nil)] }
      if typed.isEmpty { typed = setting == .minutes ? "\(offer.minutes)" : "\(offer.count)" }
      typed.removeLast()
    } else if case .character(let character) = key {
      typed.append(character)
    }
    switch setting {
    case .interview: return typeDay(session)
    case .minutes:
      if Int(typed) ?? 0 > Self.mostMinutes { typed = String(typed.suffix(1)) }
      offer.minutes = max(1, Int(typed) ?? 1)
    default:
      if Int(typed) ?? 0 > Self.mostItems { typed = String(typed.suffix(1)) }
      count(Int(typed) ?? 1)
    }
    return []
  }

  /// Takes a day once it is typed in full, as 2026-12-02 or 12-02.
  private mutating func typeDay(_ session: Session) -> [Effect] {
    let today = day(of: session.now, session)
    let year = today.date.year
    let thisYear = typed.count == 5 ? Day("\(year)-\(typed)") : nil
    let wanted = thisYear.map { $0 < today ? Day("\(year + 1)-\(typed)") ?? $0 : $0 } ?? Day(typed)
    guard let wanted else {
      if typed.count >= 10 { typed = "" }
      return []
    }
    // Five characters may be the beginning of ten.
    guard wanted >= today else {
      typed = ""
      return [.say(Notice(session.say("\(wanted) is over; choose a day to come.", "\(wanted) 已过，请选以后的日子。"), .bad))]
    }
    typed = ""
    return [.keep(interview: wanted)]
  }

  mutating func tick(_ session: Session) -> [Effect] {
    guard case .topic(let id)? = row(session) else { return [] }
    if topics.remove(id) == nil { topics.insert(id) }
    narrow(session)
    return []
  }

  /// Reads the query anew and puts together what is wanted.
  mutating func narrow(_ session: Session) {
    do throws(QueryError) {
      var wanted = try Selection(query: field.text, in: session.bank)
      wanted.topics.formUnion(topics)
      if let level { wanted.levels.insert(level) }
      (offer.wanted, fault) = (wanted, nil)
    } catch {
      fault = error
    }
  }

  func begin(_ session: Session) -> [Effect] {
    if let fault { return [.say(Notice(session.say(fault.wording), .bad))] }
    let cards = offer.cards(session)
    guard !cards.isEmpty else { return [.say(Notice(offer.nothing(session), .bad))] }
    return offer.plan(cards, session).begin(session)
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(pane: 0, let index)):
      guard QuizMode.allCases.indices.contains(index) else { return [] }
      let mode = QuizMode.allCases[index]
      if pane == .modes, mode == offer.mode { return begin(session) }
      choose(mode, session)
    case .click(.row(pane: 1, let index)):
      let isSelected = pane == .settings && index == selected
      select(index, session)
      if case .topic? = row(session), isSelected { return tick(session) }
      if isSelected, row(session) == .level { return change(1, session) }
    case .wheel(_, let rows): if pane == .settings { select(max(0, selected + rows), session) }
    default:
      if isInField, field.update(event) { narrow(session) }
    }
    return []
  }

  func message(_ session: Session) -> Line? {
    if let fault { return Line(session.say(fault.wording), .bad) }
    if row(session) == .query {
      let example = session.say(
        "Narrow it: kind:number tag:softmax state:new, or words.", "缩小范围：kind:number tag:softmax state:new，或词语。")
      return Line(example, .quiet)
    }
    return Line(offer.summary(secondsPerItem: secondsPerItem, session), .quiet)
  }
}
