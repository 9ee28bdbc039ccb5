import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

/// What an exam does otherwise: a clock that runs out, items to come back to, answers that may be changed, and a
/// question before it is left.
extension QuizScreen {
  // MARK: The clock

  /// How long an item was on the screen, visits before this one.
  func secondsBefore(_ place: Int) -> Double {
    let outcomes = quiz.outcomes
    return spent[place] ?? (outcomes.indices.contains(place) ? outcomes[place]?.review.seconds ?? 0 : 0)
  }

  /// How long an exam has taken: the time on each of its items. It stands still while the exam is left.
  func examSeconds(_ session: Session) -> Double {
    quiz.cards.indices.reduce(0) { $0 + secondsBefore($1) } + max(0, session.now.timeIntervalSince(askedAt))
  }

  func secondsLeft(_ session: Session) -> Double? { quiz.plan.limit.map { max(0, $0 - examSeconds(session)) } }

  /// Ends the exam when its time is over; what was given stands.
  mutating func endInTime(_ session: Session) -> [Effect] {
    guard isExam, secondsLeft(session) == 0, !isOver else { return [] }
    let open = quiz.outcomes.count { $0 == nil }
    let text = session.say(
      open == 0 ? "Time is over." : "Time is over; \(open) of \(quiz.count) had no answer.",
      open == 0 ? "时间到。" : "时间到；\(quiz.count) 题中 \(open) 题未作答。")
    return finish(session) + [.say(Notice(text))]
  }

  // MARK: Answers

  /// Saves an answer, in the place of the one given before, and goes on.
  mutating func answerInExam(_ answer: Answer, _ session: Session) throws(UnreadableAnswer) -> [Effect] {
    let seconds = secondsBefore(quiz.position) + max(0, session.now.timeIntervalSince(askedAt))
    let outcome = try quiz.judge(answer, seconds: seconds)
    var events: [Learning.Event] = []
    if let given = quiz.outcome?.review {
      if given.answer == outcome.review.answer { return next(session) }
      let mine = session.history.reviews.last { $0.review.quiz == quiz.plan.id && $0.review.card == given.card }
      events = mine.map { [.undo($0.id)] } ?? []
    }
    (spent[quiz.position], askedAt) = (seconds, session.now)
    quiz.accept(outcome.review)
    return [.record(events + [.review(outcome.review)])] + next(session)
  }

  /// Goes to the next open item, then to those that were flagged, then to the result.
  mutating func nextInExam(_ session: Session) -> [Effect] {
    if quiz.cards.indices.contains(quiz.position), !isFlagFresh { flags.remove(quiz.cards[quiz.position]) }
    guard quiz.isFinished else {
      leaveItem(session)
      quiz.advance()
      forget(session)
      return wantRuns()
    }
    let flagged = quiz.cards.indices.filter { flags.contains(quiz.cards[$0]) }
    guard let place = flagged.first(where: { $0 > quiz.position }) ?? flagged.first else { return finish(session) }
    return show(place, session)
  }

  /// Shows an item, answered or not.
  mutating func show(_ place: Int, _ session: Session) -> [Effect] {
    leaveItem(session)
    quiz.move(to: place)
    forget(session)
    return wantRuns()
  }

  private mutating func leaveItem(_ session: Session) {
    spent[quiz.position] = secondsBefore(quiz.position) + max(0, session.now.timeIntervalSince(askedAt))
  }

  /// Puts the answer given before where it was given.
  mutating func recallAnswer() {
    switch quiz.outcome?.answer {
    case .option(let place)?: draft.cursor = place
    case .options(let places)?: draft.ticked = places
    case .arranged(let places)?: draft.arrangement = places
    case .gaps(let words)?: draft.fields = words.map { TextField($0) }
    case .number(let text)?: draft.fields = [TextField(text)]
    default: break
    }
  }

  mutating func flag(_ session: Session) -> [Effect] {
    guard let card = presented?.card else { return [] }
    isFlagFresh = flags.insert(card).inserted
    if !isFlagFresh { flags.remove(card) }
    let said =
      isFlagFresh
      ? session.say("Flagged: it comes back before the end.", "已标记：结束前会再来。") : session.say("Flag removed.", "已取消标记。")
    return [.say(Notice(said))]
  }

  /// What there is to say about flags; nothing without one.
  func flagLine(_ session: Session) -> Line? {
    guard let card = presented?.card, !flags.isEmpty else { return nil }
    let count = flags.count
    if flags.contains(card), quiz.outcome != nil {
      return Line(
        session.say("Flagged: Enter keeps this answer, another one replaces it.", "已标记：Enter 保留此答案，也可改答。"), .quiet)
    }
    let they = count == 1 ? "it comes" : "they come"
    return Line(session.say("\(count) flagged; \(they) back before the end.", "已标记 \(count) 题，结束前会再来。"), .quiet)
  }

  // MARK: Leaving

  /// Asks before a key leaves the exam, and leaves when it is pressed again.
  mutating func leave(by key: Key, _ session: Session) -> [Effect] {
    guard leavingBy == key else {
      // Esc takes the question back, unless it asked.
      let stays = key == .escape && leavingBy != nil
      leavingBy = stays ? nil : key
      return stays ? [] : [.say(Notice(question(before: key, session)))]
    }
    leavingBy = nil
    switch key {
    case .escape: return [.pop]
    case .character("e"): return finish(session)
    case .character("H"): return [.go(.home)]
    case .character("S"): return [.go(.study)]
    case .character("P"): return [.go(.playground)]
    case .character("Q"): return [.go(.quiz)]
    case .character("T"): return [.go(.statistics)]
    case .character("R"): return [.go(.resume)]
    default: return [.quit]
    }
  }

  private func question(before key: Key, _ session: Session) -> String {
    let open = quiz.outcomes.count { $0 == nil }
    if key == .character("e") {
      return session.say(
        "End the exam? \(open) without an answer.  e again ends it.", "结束考试？还有 \(open) 题未作答。  再按 e 结束。")
    }
    if ScreenLayout(session).isNarrow {
      return session.say("Leave the exam?  \(key.written) again leaves.", "离开考试？  再按 \(key.written) 离开。")
    }
    return session.say(
      "Leave the exam?  \(key.written) again leaves. Answers are saved, the clock stops.",
      "离开考试？  再按 \(key.written) 离开。答案都已保存，计时暂停。")
  }

  static let leavingKeys: [Key] = [.escape, .control("c")] + "qHSPQTR".map(Key.character)

  static let examKeys: [Binding<QuizScreen>] = [
    Binding(
      [.character("[")] + [.character("]")], written: "[ ]", Gloss(en: "another item", zh: "上一题、下一题"), footer: 5
    ) { screen, key, session in
      let step = key == .character("[") ? -1 : 1
      return screen.show(min(max(0, screen.quiz.position + step), screen.quiz.count - 1), session)
    },
    Binding([.character("b")], Gloss(en: "flag", zh: "标记"), footer: 4) { screen, _, session in screen.flag(session) },
    Binding([.character("e")], Gloss(en: "end the exam", zh: "结束考试")) { screen, key, session in
      screen.leave(by: key, session)
    },
    Binding(leavingKeys, written: "q", Gloss(en: "leave, after a question", zh: "离开，会先询问")) { screen, key, session in
      screen.leave(by: key, session)
    },
  ]
}

extension Binding where Target == QuizScreen {
  /// The same row; pressing it takes back the question whether to leave.
  var staying: Binding {
    let perform = perform
    var row = Binding(
      keys, written: written, as: labelWithoutTarget, labelled: label, footer: footer, when: isAvailable
    ) { screen, key, session in
      screen.leavingBy = nil
      return perform(&screen, key, session)
    }
    row.reason = reason
    return row
  }
}
