import Foundation
import Learning
import TerminalUI
import Workbook

extension StudyScreen {
  /// Saves one's own grade of the question as a whole; its quiz items fall due on their own.
  mutating func grade(_ grade: Grade, _ session: Session) -> [Effect] {
    guard let question = question(session), opened > 0 else { return [] }
    let card = CardID(question: question.id, item: nil)
    let seconds = openedAt.map { session.now.timeIntervalSince($0) } ?? 0
    let interval = session.history.intervals(of: card, at: session.now)[grade]
    let review = Review(
      card: card, grade: grade, score: nil, seconds: min(seconds, 600), hints: 0, answer: "", fingerprint: "",
      language: question.language, quiz: nil)
    openedAt = nil
    let when = interval.map { duration($0, session) } ?? ""
    return [.record([.review(review)]), .say(Notice(saved(question, until: when, session)))]
  }

  private func saved(_ question: Question, until when: String, _ session: Session) -> String {
    if ScreenLayout(session).isNarrow {
      return session.say("Saved. Back in \(when).   u undo", "已保存，\(when)后再来。   u 撤销")
    }
    let due = question.items.count { session.history.cards[CardID($0.id)]?.isDue(at: session.now) == true }
    guard due > 0 else {
      return session.say(
        "Saved. It comes back in \(when).   ] next question   u undo", "已保存，\(when)后再来。   ] 下一题   u 撤销")
    }
    let items = session.say(due == 1 ? "Its quiz item stays" : "Its \(due) quiz items stay", "其 \(due) 道测验题仍然")
    return session.say(
      "Saved. It comes back in \(when). \(items) due.   Q quiz   u undo", "已保存，\(when)后再来。\(items)到期。   Q 测验   u 撤销")
  }
}

/// The four grades as the message line offers them, each with the interval it would set.
func gradeLine(_ intervals: [Grade: TimeInterval], _ session: Session) -> Line {
  let layout = ScreenLayout(session)
  let grades = zip(Grade.allCases, gradeNames(session)).map { grade, name in
    let spans =
      [Span("\(grade.rawValue) ", .accent)] + (layout.isNarrow ? [] : [Span(name + " ")])
      + [Span(intervals[grade].map { duration($0, session) } ?? "", .quiet)]
    return spans.map { $0.clickable(as: .key(.character(Character("\(grade.rawValue)")))) }
  }
  let width = grades.reduce(0) { $0 + Line($1).width }
  let gap = Span(width + 9 <= layout.body.columns ? "   " : "  ")
  let spans = Array(grades.joined(separator: [gap]))
  let question = Span(session.say("Did you know it?", "答得出吗？"), .strong)
  if layout.isNarrow || question.text.cellWidth + 3 + Line(spans).width > layout.body.columns { return Line(spans) }
  return Line([question], trailing: spans)
}

/// In the order of the grades.
func gradeNames(_ session: Session) -> [String] {
  [session.say("Again", "重来"), session.say("Hard", "困难"), session.say("Good", "良好"), session.say("Easy", "简单")]
}
