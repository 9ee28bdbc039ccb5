import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

/// Topics, questions and the reader that opens an answer part by part.
struct StudyScreen: Screen {
  enum Pane: Hashable, Sendable { case list, reader }

  var selected: QuestionID?
  var pane = Pane.list
  /// How many parts of an answer are open.
  var revealed: [QuestionID: Int] = [:]
  var scroll = 0
  var filter = StudyFilter()
  /// The row of the filter panel that has the keyboard, when the panel is open.
  var filterRow: Int?
  /// The reader takes the whole screen.
  var isAlone = false
  var openedAt: Date?
  var runs: [QuestionID: Run] = [:]

  init(_ session: Session, reading id: QuestionID? = nil, topic: String? = nil) {
    let questions = session.bank.questions(in: session.language.rawValue)
    let last = id ?? (topic == nil ? session.history.lastRead : nil)
    selected = last ?? questions.first { topic == nil || $0.id.topic == topic }?.id
    pane = id == nil ? .list : .reader
    if let id, let progress = session.history.progress[id], session.history.lastRead == id {
      revealed[id] = progress.parts
    }
  }

  var place: Place? { .study }

  func question(_ session: Session) -> Question? {
    selected.flatMap { session.bank.question($0, in: session.language.rawValue) }
  }

  var opened: Int { selected.flatMap { revealed[$0] } ?? 0 }

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

  mutating func appear(_ session: Session) -> [Effect] { wantExperiment(session) }

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

  mutating func select(_ id: QuestionID?, _ session: Session) -> [Effect] {
    guard let id, id != selected else { return [] }
    (selected, scroll, openedAt) = (id, 0, nil)
    return wantExperiment(session)
  }

  /// Moves among questions by `step`, over the headings.
  mutating func move(_ step: Int, _ session: Session) -> [Effect] {
    let ids = questions(session).map(\.id)
    guard !ids.isEmpty else { return [] }
    let now = selected.flatMap { ids.firstIndex(of: $0) } ?? 0
    return select(ids[min(max(0, now + step), ids.count - 1)], session)
  }

  mutating func scroll(by rows: Int, _ session: Session) {
    let area = readerArea(session)
    let count = readerLines(session, columns: area.columns, look: Look()).count
    scroll = min(max(0, scroll + rows), maximumScroll(count: count, rows: area.rows))
  }

  mutating func reveal(_ session: Session) -> [Effect] {
    guard let question = question(session) else { return [] }
    pane = .reader
    let parts = question.sections.count
    guard opened < parts else {
      scroll(by: readerArea(session).rows - 2, session)
      return []
    }
    if openedAt == nil { openedAt = session.now }
    revealed[question.id] = opened + 1
    showPart(opened - 1, session)
    return [.record([.read(question.id, parts: opened, of: parts)])]
  }

  /// Scrolls so that a part begins on the screen, as much of it as fits.
  private mutating func showPart(_ part: Int, _ session: Session) {
    let area = readerArea(session)
    let lines = readerLines(session, columns: area.columns, look: Look())
    guard let start = lines.firstIndex(where: { $0.part == part }) else { return }
    let end = lines.firstIndex { ($0.part ?? -1) == part + 1 } ?? lines.count
    if end + 1 > scroll + area.rows { scroll = min(start, max(0, end + 1 - area.rows)) }
    if end + 1 - start > area.rows { scroll = start }
    scroll = min(scroll, maximumScroll(count: lines.count, rows: area.rows))
  }

  mutating func grade(_ grade: Grade, _ session: Session) -> [Effect] {
    guard let question = question(session), opened > 0 else { return [] }
    let card = CardID(question: question.id, item: nil)
    let seconds = openedAt.map { session.now.timeIntervalSince($0) } ?? 0
    let interval = session.history.scheduler.intervals(session.history.cards[card], at: session.now)[grade]
    let review = Review(
      card: card, grade: grade, score: nil, seconds: min(seconds, 600), hints: 0, answer: "", fingerprint: "",
      language: question.language, quiz: nil)
    openedAt = nil
    let when = interval.map { duration($0, session) } ?? ""
    // Grading oneself answers for the question as a whole; its quiz items fall due on their own.
    let items = question.items.filter { session.history.cards[CardID($0.id)]?.isDue(at: session.now) == true }.count
    guard items == 0 else {
      let count = session.say(items == 1 ? "Its quiz item stays" : "Its \(items) quiz items stay", "其 \(items) 道测验题仍然")
      let text = session.say(
        "Saved. It comes back in \(when). \(count) due.   Q quiz   u undo", "已保存，\(when)后再来。\(count)到期。   Q 测验   u 撤销")
      return [.record([.review(review)]), .say(Notice(text))]
    }
    return [
      .record([.review(review)]),
      .say(
        Notice(
          session.say(
            "Saved. It comes back in \(when).   ] next question   u undo", "已保存，\(when)后再来。   ] 下一题   u 撤销"))),
    ]
  }

  /// Why the question is due, or not: the arithmetic behind the mark.
  func why(_ session: Session) -> String {
    let cards = selected.flatMap { session.deck[$0] }?.cards ?? []
    let met = cards.compactMap { card in session.history.cards[card].map { (card, $0) } }
    guard let (card, memory) = met.min(by: { $0.1.due < $1.1.due }) else {
      return session.say("New: you have not answered it yet.", "新题：还没有作答过。")
    }
    let name = card.item.map { session.say("Item \($0)", "第 \($0) 小题") } ?? session.say("As a whole", "整题")
    let ago = duration(session.now.timeIntervalSince(memory.lastReview), session)
    guard memory.state == .review else {
      let step = duration(memory.interval, session)
      return session.say(
        "\(name): seen \(ago) ago, to be asked again after \(step).", "\(name)：\(ago)前答过，\(step)后再问。")
    }
    let recall = percent(session.history.scheduler.retrievability(of: memory, at: session.now))
    let stability = String(format: "%.1f", memory.stability)
    let wish = percent(session.settings.retention)
    return session.say(
      "\(name): stability \(stability) d, seen \(ago) ago: recall \(recall), due at \(wish).",
      "\(name)：稳定度 \(stability) 天，\(ago)前答过，回忆率 \(recall)，到 \(wish) 即到期。")
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
