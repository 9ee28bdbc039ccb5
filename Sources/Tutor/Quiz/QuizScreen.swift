import Attention
import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

/// One item at a time: asked, answered, saved, explained.
struct QuizScreen: Screen {
  var quiz: Quiz
  /// The option that has the keyboard.
  var cursor = 0
  var ticked: Set<Int> = []
  var field = TextField()
  /// When the item came on the screen.
  var askedAt: Date
  /// Explanations of all options, not only of the chosen and the right one.
  var showsAll = false
  /// The short answer of a question that is graded by oneself is open.
  var showsAnswer = false
  var isLeaving = false
  /// The keyboard is not in the number field, so that letters are keys.
  var hasLeftField = false
  var scroll = 0

  init(_ plan: QuizPlan, _ session: Session) {
    let unfinished = session.history.unfinishedQuiz
    let answered = unfinished?.plan.id == plan.id ? unfinished?.answers.map(\.review) ?? [] : []
    quiz = Quiz(plan, bank: session.bank, answered: answered)
    quiz.language = session.language.rawValue
    askedAt = session.now
  }

  var showsClock: Bool { true }
  var isExam: Bool { quiz.plan.feedback == .final }
  var presented: Presented? { quiz.current }
  /// Whether the item on the screen was answered and shows what came of it.
  var isAnswered: Bool { quiz.outcome != nil }

  var isNumber: Bool {
    if case .number = presented?.item?.kind { return true }
    return false
  }
  var isSeveral: Bool {
    if case .several = presented?.item?.kind { return true }
    return false
  }
  /// The question as a whole, which the learner grades.
  var isSelfGraded: Bool { presented.map { $0.item == nil } ?? false }
  var isTyping: Bool { isNumber && !isAnswered && !hasLeftField }
  /// An option has the keyboard.
  var isChoosing: Bool { !isAnswered && !isNumber && !isSelfGraded }
  var escape: Gloss { Gloss(en: "pause", zh: "暂停") }

  func crumbs(_ session: Session) -> [String] {
    [session.say("Quiz", "测验"), isExam ? session.say("Exam", "考试") : session.say("Practice", "练习")]
  }

  mutating func appear(_ session: Session) -> [Effect] {
    quiz.language = session.language.rawValue
    return presented == nil ? finish(session) : []
  }

  // MARK: What keys do

  /// Judges, saves and shows an answer; in an exam goes on at once.
  mutating func answer(_ answer: Answer, _ session: Session) -> [Effect] {
    guard !isAnswered else { return [] }
    let seconds = secondsAsked(session)
    do throws(UnreadableAnswer) {
      let outcome = try quiz.judge(answer, seconds: seconds)
      quiz.accept(outcome.review)
      let effects: [Effect] = [.record([.review(outcome.review)])]
      if isExam { return effects + next(session) }
      showJudgement(session)
      return effects
    } catch {
      return [.say(Notice(refusal(error, session), .bad))]
    }
  }

  /// How long the item has been on the screen; longer than ten minutes nobody thinks about one.
  private func secondsAsked(_ session: Session) -> Double {
    min(600, max(0, session.now.timeIntervalSince(askedAt)))
  }

  /// How long the quiz has taken: what its answers took, and what the open item takes.
  func secondsTaken(_ session: Session) -> Double {
    let answered = quiz.outcomes.reduce(0) { $0 + ($1?.review.seconds ?? 0) }
    return answered + (isAnswered || presented == nil ? 0 : secondsAsked(session))
  }

  private func refusal(_ error: UnreadableAnswer, _ session: Session) -> String {
    switch error {
    case .notANumber where field.isEmpty:
      return isExam
        ? session.say("Type a number. If you do not know it, a guess goes on.", "请填一个数。不知道时猜一个，就进入下一题。")
        : session.say("Type a number. If you do not know it, a guess shows the answer.", "请填一个数。不知道时猜一个，就会显示答案。")
    case .notANumber:
      let examples = presented?.numberExamples.prefix(4) ?? []
      let first = examples.dropLast().joined(separator: session.say(", ", "、"))
      let last = examples.last ?? ""
      return session.say(
        "Not a number yet: \(first) and \(last) are understood.", "还不是数字：可写 \(first)、\(last)。")
    case .nothingChosen: return session.say("Choose at least one: Space ticks.", "至少选一个：Space 勾选。")
    default: return session.say("There is no such option.", "没有这个选项。")
    }
  }

  /// Goes to the next open item, or to the result.
  mutating func next(_ session: Session) -> [Effect] {
    guard !quiz.isFinished else { return finish(session) }
    quiz.advance()
    forget(session)
    return []
  }

  private mutating func forget(_ session: Session) {
    (cursor, ticked, field, showsAll, showsAnswer, scroll) = (0, [], TextField(), false, false, 0)
    (hasLeftField, isLeaving) = (false, false)
    askedAt = session.now
  }

  private func finish(_ session: Session) -> [Effect] {
    [.record([.quizEnded(quiz.plan.id)]), .replace(QuizResultScreen(quiz, session))]
  }

  mutating func undo(_ session: Session) -> [Effect] {
    // What was graded elsewhere meanwhile is not this quiz's to take back.
    let mine = session.history.reviews.last { $0.review.quiz == quiz.plan.id }
    guard let mine, quiz.takeBack() != nil else {
      return [.say(Notice(session.say("Nothing to undo here.", "这里没有可撤销的。")))]
    }
    forget(session)
    return [.record([.undo(mine.id)]), .say(Notice(session.say("Undone: answer it again.", "已撤销，请重新作答。")))]
  }

  mutating func enter(_ session: Session) -> [Effect] {
    if isAnswered { return next(session) }
    if isNumber { return answer(.number(field.text), session) }
    if isSelfGraded {
      showsAnswer = true
      return []
    }
    return answer(isSeveral ? .options(ticked) : .option(cursor), session)
  }

  /// How far the item can be scrolled.
  func mostScroll(_ session: Session) -> Int {
    let body = ScreenLayout(session).body
    return maximumScroll(count: shownLines(session).count, rows: body.rows)
  }

  private func shownLines(_ session: Session) -> [QuizLine] {
    lines(session, columns: min(76, ScreenLayout(session).body.columns), look: Look())
  }

  mutating func scroll(by rows: Int, _ session: Session) {
    scroll = min(max(0, scroll + rows), mostScroll(session))
  }

  /// Scrolls so that what was chosen and what is right are seen, as far as both fit.
  private mutating func showJudgement(_ session: Session) {
    let lines = shownLines(session)
    let judged = chosen.union(presented?.rightOptions ?? [])
    let places = lines.indices.filter { lines[$0].option.map(judged.contains) ?? false }
    guard let first = places.first, let last = places.last else { return }
    scroll = max(0, min(first, last + 1 - ScreenLayout(session).body.rows))
  }

  mutating func space(_ session: Session) -> [Effect] {
    if isAnswered {
      showsAll.toggle()
    } else if isSelfGraded {
      showsAnswer = true
    } else if isSeveral, ticked.remove(cursor) == nil {
      ticked.insert(cursor)
    }
    return []
  }

  mutating func choose(_ key: Key, _ session: Session) -> [Effect] {
    guard case .character(let digit) = key, let value = digit.wholeNumberValue else { return [] }
    return choose(value - 1, session)
  }

  mutating func choose(_ index: Int, _ session: Session) -> [Effect] {
    if isSelfGraded {
      guard showsAnswer, let grade = Grade(rawValue: index + 1) else { return [] }
      let effects = answer(.grade(grade), session)
      return isAnswered && !isExam ? effects + next(session) : effects
    }
    guard let options = presented?.options, options.indices.contains(index), !isAnswered else { return [] }
    cursor = index
    if isSeveral { return space(session) }
    return answer(.option(index), session)
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(_, let index)):
      if isAnswered { return [] }
      if cursor == index { return isSeveral ? space(session) : choose(index, session) }
      cursor = index
    case .wheel(_, let rows): scroll(by: rows, session)
    default: if isTyping { field.update(event) }
    }
    return []
  }
}
