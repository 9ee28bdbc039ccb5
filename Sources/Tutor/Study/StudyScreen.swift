import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

/// Topics, questions and the reader that opens an answer part by part.
struct StudyScreen: Screen {
  enum Pane: Hashable, Sendable { case topics, list, reader }

  var selected: QuestionID?
  /// What was selected before the filter hid it.
  var hidden: QuestionID?
  var pane = Pane.list
  /// How many parts of an answer are open.
  var revealed: [QuestionID: Int] = [:]
  /// What stands at the top of the reader.
  var places: [QuestionID: ReaderPlace] = [:]
  /// The page as it was wrapped last.
  var kept: ReaderPage?
  var filter = StudyFilter()
  /// The row of the filter panel that has the keyboard, when the panel is open.
  var filterRow: Int?
  /// The reader takes the whole screen.
  var isAlone = false
  var openedAt: Date?
  var runs: [QuestionID: Run] = [:]

  /// - Parameter parts: How many parts of the answer are open, at least.
  init(_ session: Session, reading id: QuestionID? = nil, topic: String? = nil, opened parts: Int = 0) {
    let questions = session.bank.questions(in: session.language.rawValue)
    let last = id ?? (topic == nil ? session.history.lastRead : nil)
    selected = last ?? questions.first { topic == nil || $0.id.topic == topic }?.id
    pane = id == nil ? .list : .reader
    guard let id else { return }
    let read = session.history.lastRead == id ? session.history.progress[id]?.parts ?? 0 : 0
    revealed[id] = max(read, parts)
    if parts > 0 { openedAt = session.now }
  }

  var place: Place? { .study }

  func question(_ session: Session) -> Question? {
    selected.flatMap { session.bank.question($0, in: session.language.rawValue) }
  }

  var opened: Int { selected.flatMap { revealed[$0] } ?? 0 }

  /// The panes from left to right.
  func panes(_ session: Session) -> [Pane] {
    ScreenLayout(session).isWide ? [.topics, .list, .reader] : [.list, .reader]
  }

  func crumbs(_ session: Session) -> [String] {
    var words = [session.say("Study", "学习")]
    guard let question = question(session) else { return words }
    if let topic = session.bank.topic(question.id.topic, in: session.language.rawValue) { words.append(topic.short) }
    if ScreenLayout(session).isWide { words.append(question.title) }
    return words
  }

  func status(_ session: Session) -> [Span] {
    if filter.isActive { return [Span(filter.summary(session), .data)] }
    let due = session.history.dueCards(of: session.deck, at: session.now).count
    return due == 0 ? [] : [Span("\(due)", .accent), Span(session.say(" due", " 项到期"), .quiet)]
  }

  mutating func appear(_ session: Session) -> [Effect] {
    if !panes(session).contains(pane) { pane = .list }
    return wantExperiment(session)
  }

  mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    switch outcome {
    case .computed(_, ticket: .question(let id), .success(let run), seconds: _): runs[id] = run
    case .edited(let text, about: let id):
      return [.record([.note(id, text)]), .say(Notice(session.say("Saved.", "已保存。")))]
    default: break
    }
    return []
  }

  /// Asks for the picture of the question's experiment, where there is room to show it.
  func wantExperiment(_ session: Session) -> [Effect] {
    guard ScreenLayout(session).isWide, let question = question(session), let experiment = question.experiment,
      runs[question.id] == nil
    else { return [] }
    return [.compute(experiment.recipe, ticket: .question(question.id))]
  }

  // MARK: What keys do

  /// Selects what somebody chose; a filter that is cleared later does not take it back.
  mutating func select(_ id: QuestionID?, _ session: Session) -> [Effect] {
    guard let id, id != selected else { return [] }
    (selected, hidden, openedAt) = (id, nil, nil)
    return wantExperiment(session)
  }

  /// Moves among questions by `step`, over the headings.
  mutating func move(_ step: Int, _ session: Session) -> [Effect] {
    let ids = questions(session).map(\.id)
    guard !ids.isEmpty else { return [] }
    let now = selected.flatMap { ids.firstIndex(of: $0) } ?? 0
    return select(ids[min(max(0, now + step), ids.count - 1)], session)
  }

  /// Moves among the topics that have a question, to the first one.
  mutating func moveTopic(_ step: Int, _ session: Session) -> [Effect] {
    let questions = questions(session)
    let topics = questions.map(\.id.topic).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    guard let now = topics.firstIndex(where: { $0 == selected?.topic }) else { return [] }
    let topic = topics[min(max(0, now + step), topics.count - 1)]
    guard topic != selected?.topic else { return [] }
    return select(questions.first { $0.id.topic == topic }?.id, session)
  }

  /// The row at the top of the reader, as far down as there is more to show.
  func firstRow(of page: ReaderPage, _ session: Session) -> Int {
    let row = selected.flatMap { places[$0] }.map(page.row) ?? 0
    return min(row, maximumScroll(count: page.lines.count, rows: readerArea(session).rows))
  }

  mutating func scroll(by rows: Int, _ session: Session) {
    guard let page = page(session) else { return }
    scroll(to: firstRow(of: page, session) + rows, of: page, session)
  }

  private mutating func scroll(to row: Int, of page: ReaderPage, _ session: Session) {
    kept = page
    guard let selected else { return }
    let last = maximumScroll(count: page.lines.count, rows: readerArea(session).rows)
    places[selected] = page.place(ofRow: min(max(0, row), last))
  }

  /// Opens the next part, or reads on where all are open.
  mutating func reveal(_ session: Session) -> [Effect] {
    guard let question = question(session), opened < question.sections.count else {
      pane = .reader
      scroll(by: readerArea(session).rows - 2, session)
      return []
    }
    return reveal(through: opened, session)
  }

  /// Opens all parts up to one, and shows that.
  mutating func reveal(through part: Int, _ session: Session) -> [Effect] {
    guard let question = question(session), question.sections.indices.contains(part), part >= opened else { return [] }
    pane = .reader
    if openedAt == nil { openedAt = session.now }
    revealed[question.id] = part + 1
    show(part, session)
    return [.record([.read(question.id, parts: opened, of: question.sections.count)])]
  }

  /// Scrolls so that a part begins on the screen, as much of it as fits.
  private mutating func show(_ part: Int, _ session: Session) {
    guard let page = page(session), let start = page.lines.firstIndex(where: { $0.part == part }) else { return }
    let rows = readerArea(session).rows
    let isLast = part == page.contents.question.sections.count - 1
    let end = isLast ? page.lines.count : page.lines.firstIndex { $0.part > part } ?? page.lines.count
    var first = firstRow(of: page, session)
    if end + 1 > first + rows { first = min(start, max(0, end + 1 - rows)) }
    if end + 1 - start > rows { first = start }
    scroll(to: first, of: page, session)
  }
}

/// A length of time in its largest fitting unit: `10 min`, `6 d`, `3 mo`.
func duration(_ seconds: TimeInterval, _ session: Session) -> String {
  let minutes = seconds / 60
  let days = seconds / 86_400
  if minutes < 60 { return session.say("\(max(1, Int(minutes.rounded()))) min", "\(max(1, Int(minutes.rounded()))) 分") }
  if days < 1 { return session.say("\(Int((minutes / 60).rounded())) h", "\(Int((minutes / 60).rounded())) 小时") }
  if days < 61 { return session.say("\(Int(days.rounded())) d", "\(Int(days.rounded())) 天") }
  if days < 730 { return session.say("\(Int((days / 30.44).rounded())) mo", "\(Int((days / 30.44).rounded())) 个月") }
  return session.say(String(format: "%.1f y", days / 365.25), String(format: "%.1f 年", days / 365.25))
}
