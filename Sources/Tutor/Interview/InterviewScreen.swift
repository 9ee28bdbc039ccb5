import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

/// A mock interview: a question is answered aloud, the answer's points are ticked, and follow-ups come.
struct InterviewScreen: Screen {
  enum Phase: Hashable, Sendable {
    /// The clock runs, nothing is shown but the question.
    case speaking
    /// The answer's points, to be ticked.
    case ticking
    /// A follow-up, by its place, and whether its answer is shown.
    case followUp(Int, isShown: Bool)
  }

  var quiz: Quiz
  var phase = Phase.speaking
  /// The point that has the keyboard.
  var cursor = 0
  var ticked: Set<Int> = []
  /// When the question came on the screen.
  var askedAt: Date
  /// How long the learner spoke, once the points are shown.
  var spoken: Double?
  var scroll = 0

  init(_ plan: QuizPlan, _ session: Session) {
    let unfinished = session.history.unfinishedQuiz
    let answered = unfinished?.plan.id == plan.id ? unfinished?.answers.map(\.review) ?? [] : []
    self.init(Quiz(plan, bank: session.bank, answered: answered), session)
  }

  /// An interview that goes on where it stands.
  init(_ quiz: Quiz, _ session: Session) {
    self.quiz = quiz
    self.quiz.language = session.language.rawValue
    askedAt = session.now
  }

  var showsClock: Bool { true }
  var escape: Gloss { Gloss(en: "pause", zh: "暂停") }
  var question: Question? { quiz.current?.question }
  var points: [Rubric.Point] { question.map { Rubric($0).points } ?? [] }
  var followUps: [FollowUp] { question.map(FollowUp.all) ?? [] }

  func crumbs(_ session: Session) -> [String] {
    [session.say("Quiz", "测验"), session.say(quiz.plan.mode.name)]
  }

  mutating func appear(_ session: Session) -> [Effect] {
    setLanguage(session.language)
    return quiz.current == nil ? finish(session) : []
  }

  /// The points of a translation are not counted alike.
  mutating func setLanguage(_ language: Language) {
    guard quiz.language != language.rawValue else { return }
    quiz.language = language.rawValue
    (ticked, cursor) = ([], 0)
  }

  /// How long the question has been spoken to; nobody speaks longer than ten minutes.
  func seconds(_ session: Session) -> Double {
    spoken ?? min(600, max(0, session.now.timeIntervalSince(askedAt)))
  }

  /// The share of the points that were ticked: the score.
  var share: Double { points.isEmpty ? 0 : Double(ticked.count) / Double(points.count) }

  // MARK: What keys do

  /// The main thing: shows the points, saves what was ticked, goes on to the follow-ups and the next question.
  mutating func goOn(_ session: Session) -> [Effect] {
    switch phase {
    case .speaking:
      reveal(session)
      return []
    case .ticking: return save(session)
    case .followUp(let place, isShown: false) where !followUps[place].answer.isEmpty:
      phase = .followUp(place, isShown: true)
      return []
    case .followUp(let place, _):
      guard followUps.indices.contains(place + 1) else { return next(session) }
      (phase, scroll) = (.followUp(place + 1, isShown: false), 0)
      return []
    }
  }

  private mutating func reveal(_ session: Session) {
    spoken = seconds(session)
    (phase, scroll) = (.ticking, 0)
  }

  private mutating func save(_ session: Session) -> [Effect] {
    let judged = try? quiz.judge(.grade(Grade(score: share, hints: 0)), seconds: seconds(session))
    guard var review = judged?.review else { return [] }
    review.score = share
    review.answer = ticked.sorted().map { "\($0 + 1)" }.joined(separator: ",")
    quiz.accept(review)
    if followUps.isEmpty { return [.record([.review(review)])] + next(session) }
    (phase, scroll) = (.followUp(0, isShown: false), 0)
    return [.record([.review(review)])]
  }

  /// Goes to the next open question, or to the report.
  mutating func next(_ session: Session) -> [Effect] {
    guard !quiz.isFinished else { return finish(session) }
    quiz.advance()
    begin(session)
    return []
  }

  private mutating func begin(_ session: Session) {
    (phase, cursor, ticked, spoken, scroll) = (.speaking, 0, [], nil, 0)
    askedAt = session.now
  }

  private func finish(_ session: Session) -> [Effect] {
    [.record([.quizEnded(quiz.plan.id)]), .replace(QuizResultScreen(quiz, session))]
  }

  mutating func tick(_ place: Int) {
    guard phase == .ticking, points.indices.contains(place) else { return }
    cursor = place
    if ticked.remove(place) == nil { ticked.insert(place) }
  }

  mutating func undo(_ session: Session) -> [Effect] {
    let mine = session.history.reviews.last { $0.review.quiz == quiz.plan.id }
    guard let mine, quiz.takeBack() != nil else {
      return [.say(Notice(session.say("Nothing to undo here.", "这里没有可撤销的。")))]
    }
    begin(session)
    return [.record([.undo(mine.id)]), .say(Notice(session.say("Undone: answer it again.", "已撤销，请重新作答。")))]
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(_, let place)):
      if cursor == place { tick(place) } else { cursor = place }
    case .wheel(_, let rows): scroll(by: rows, session)
    default: break
    }
    return []
  }

  mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    guard case .edited(let text, about: let id) = outcome, id == question?.id else { return [] }
    return [.record([.note(id, text)]), .say(Notice(session.say("Saved.", "已保存。")))]
  }
}
