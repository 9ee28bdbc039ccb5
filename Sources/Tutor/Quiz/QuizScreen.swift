import Attention
import Foundation
import Learning
import Markdown
import TerminalUI
import Workbook

/// One item at a time: asked, answered, saved, explained.
struct QuizScreen: Screen {
  var quiz: Quiz
  var draft: AnswerDraft
  /// What was run for items of this quiz.
  var runs: [ItemRun: Run] = [:]
  /// When the item came on the screen.
  var askedAt: Date
  /// Explanations of all options, not only of the chosen and the right one.
  var showsAll = false
  /// The short answer of a question that is graded by oneself is open.
  var showsAnswer = false
  /// The key that leaves a running exam when it is pressed again.
  var leavingBy: Key?
  /// Items of an exam to come back to.
  var flags: Set<CardID> = []
  /// The item on the screen was flagged since it came there.
  var isFlagFresh = false
  /// Seconds that items of an exam were on the screen before.
  var spent: [Int: Double] = [:]
  /// The result was asked for.
  var isOver = false
  var scroll = 0

  init(_ plan: QuizPlan, _ session: Session) {
    let unfinished = session.history.unfinishedQuiz
    let answered = unfinished?.plan.id == plan.id ? unfinished?.answers.map(\.review) ?? [] : []
    self.init(Quiz(plan, bank: session.bank, answered: answered), session)
  }

  /// A quiz that goes on where it stands.
  init(_ quiz: Quiz, _ session: Session) {
    self.quiz = quiz
    self.quiz.language = session.language.rawValue
    askedAt = session.now
    draft = AnswerDraft(quiz.current)
  }

  var showsClock: Bool { true }
  var isExam: Bool { quiz.plan.feedback == .final }
  var presented: Presented? { quiz.current }
  /// Whether the item on the screen was answered and shows what came of it.
  var isAnswered: Bool { shownOutcome != nil }
  /// What came of the answer, where the screen may tell: not in an exam.
  var shownOutcome: Quiz.Outcome? { isExam ? nil : quiz.outcome }

  /// How the item on the screen is to be answered; nothing after its answer.
  var form: AnswerForm? { isAnswered ? nil : presented?.form }
  var isTyping: Bool { form == .typing && !draft.hasLeftField }
  var escape: Gloss { Gloss(en: "pause", zh: "暂停") }

  func crumbs(_ session: Session) -> [String] {
    [session.say("Quiz", "测验"), session.say(quiz.plan.mode.name)]
  }

  mutating func appear(_ session: Session) -> [Effect] {
    quiz.language = session.language.rawValue
    leavingBy = nil
    return presented == nil ? finish(session) : endInTime(session) + wantRuns()
  }

  // MARK: What keys do

  /// Judges, saves and shows an answer; in an exam goes on at once.
  mutating func answer(_ answer: Answer, _ session: Session) -> [Effect] {
    guard !isAnswered else { return [] }
    let seconds = secondsAsked(session)
    do throws(UnreadableAnswer) {
      if isExam { return try answerInExam(answer, session) }
      let outcome = try quiz.judge(answer, seconds: seconds, hints: draft.hints)
      quiz.accept(outcome.review)
      showJudgement(session)
      return [.record([.review(outcome.review)])] + wantRuns()
    } catch {
      let text = refusal(error, session)
      if error == .notANumber("") || error == .emptyGap { draft.mayGiveUp = true }
      return [.say(Notice(text, .bad))]
    }
  }

  /// How long the item has been on the screen; longer than ten minutes nobody thinks about one.
  private func secondsAsked(_ session: Session) -> Double {
    min(600, max(0, session.now.timeIntervalSince(askedAt)))
  }

  /// How long the quiz has taken: what its answers took, and what the open item takes.
  func secondsTaken(_ session: Session) -> Double {
    if isExam { return examSeconds(session) }
    let answered = quiz.outcomes.reduce(0) { $0 + ($1?.review.seconds ?? 0) }
    return answered + (isAnswered || presented == nil ? 0 : secondsAsked(session))
  }

  private func refusal(_ error: UnreadableAnswer, _ session: Session) -> String {
    switch error {
    case .notANumber(""):
      return session.say("Type a number; or Enter again, if you do not know it.", "请填一个数；不知道就再按一次 Enter。")
    case .emptyGap:
      return session.say("Fill every gap; or Enter again, if you do not know it.", "请填满每个空；不知道就再按一次 Enter。")
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
    if isExam { return nextInExam(session) }
    guard !quiz.isFinished else { return finish(session) }
    quiz.advance()
    forget(session)
    return wantRuns()
  }

  mutating func forget(_ session: Session) {
    draft = AnswerDraft(presented)
    (showsAll, showsAnswer, scroll, leavingBy, isFlagFresh) = (false, false, 0, nil, false)
    askedAt = session.now
    if isExam { recallAnswer() }
  }

  mutating func finish(_ session: Session) -> [Effect] {
    isOver = true
    return [.record([.quizEnded(quiz.plan.id)]), .replace(QuizResultScreen(quiz, session))]
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

  /// Gives back the answer that was taken back last, as long as it is this quiz's.
  mutating func redo(_ session: Session) -> [Effect] {
    guard let last = session.history.redoable, last.review.quiz == quiz.plan.id else {
      return [.say(Notice(session.say("Nothing to redo here.", "这里没有可重做的。")))]
    }
    quiz.accept(last.review)
    return [.record([.redo(last.id)]), .say(Notice(session.say("Done again.", "已重做。")))] + wantRuns()
  }

  mutating func enter(_ session: Session) -> [Effect] {
    if isAnswered { return next(session) }
    guard let given = presented?.answer(draft) else {
      showsAnswer = true
      return []
    }
    guard form == .typing else { return answer(given, session) }
    if draft.mayGiveUp, draft.fields.contains(where: \.isEmpty) { return answer(.unknown, session) }
    // From a filled gap to the next one that is empty.
    if !draft.fields[draft.cursor].isEmpty, let empty = draft.fields.firstIndex(where: \.isEmpty) {
      (draft.cursor, draft.hasLeftField) = (empty, false)
      return []
    }
    return answer(given, session)
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
    switch form {
    case nil: showsAll.toggle()
    case .grading: showsAnswer = true
    case .ticking: if draft.ticked.remove(draft.cursor) == nil { draft.ticked.insert(draft.cursor) }
    case .arranging: draft.isHolding.toggle()
    case .choosing, .typing: break
    }
    return []
  }

  mutating func choose(_ key: Key, _ session: Session) -> [Effect] {
    guard case .character(let digit) = key, let value = digit.wholeNumberValue else { return [] }
    return choose(value - 1, session)
  }

  mutating func choose(_ index: Int, _ session: Session) -> [Effect] {
    switch form {
    case .grading:
      guard showsAnswer, let grade = Grade(rawValue: index + 1) else { return [] }
      let effects = answer(.grade(grade), session)
      return isAnswered && !isExam ? effects + next(session) : effects
    case .choosing, .ticking:
      guard presented?.options.indices.contains(index) == true else { return [] }
      draft.cursor = index
      return form == .ticking ? space(session) : answer(.option(index), session)
    case .arranging: draft.moveRow(to: index)
    case .typing, nil: break
    }
    return []
  }

  /// Shows one more hint, where there is one.
  mutating func hint(_ session: Session) -> [Effect] {
    let most = presented?.hints.count ?? 0
    guard draft.hints < most else {
      return [.say(Notice(session.say("There is no further hint.", "没有更多提示了。")))]
    }
    draft.hints += 1
    return []
  }

  /// Moves the cursor, and with it the row that is held.
  mutating func move(_ step: Int) {
    let count = max(presented?.options.count ?? 0, draft.arrangement.count, draft.fields.count)
    let place = min(max(0, draft.cursor + step), max(0, count - 1))
    if draft.isHolding { draft.moveRow(to: place) } else { draft.cursor = place }
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(_, let index)):
      return click(index, session)
    case .wheel(_, let rows): scroll(by: rows, session)
    case .woke: return endInTime(session)
    default:
      if isTyping, draft.fields.indices.contains(draft.cursor), draft.fields[draft.cursor].update(event) {
        (draft.mayGiveUp, leavingBy) = (false, nil)
      }
    }
    return []
  }

  /// The first click on a row focuses it, or puts the held row there; a second one is what Enter or Space is.
  private mutating func click(_ index: Int, _ session: Session) -> [Effect] {
    switch form {
    case .choosing where draft.cursor == index, .grading: return choose(index, session)
    case .ticking where draft.cursor == index, .arranging where draft.cursor == index: return space(session)
    case .arranging where draft.isHolding:
      draft.moveRow(to: index)
      draft.isHolding = false
    case .typing: (draft.cursor, draft.hasLeftField) = (index, false)
    case nil: break
    case .choosing, .ticking, .arranging: draft.cursor = index
    }
    return []
  }
}
