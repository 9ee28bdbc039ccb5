import Foundation
import Learning
import TerminalUI

extension QuizResultScreen {
  /// What explains a score beyond its sum, when it is unfolded: hints, the time there was, and earlier scores.
  func notes(_ session: Session) -> [Line] {
    var notes: [Line] = []
    func note(_ label: String, _ text: String) { notes.append(Line([Span(label + "  ", .quiet), Span(text)])) }
    if result.hinted > 0 {
      let items = session.say(result.hinted == 1 ? "1 item" : "\(result.hinted) items", "\(result.hinted) 题")
      note(
        session.say("Hints", "提示"),
        session.say(
          "on \(items): with one at most 0.75 of 1, with two 0.5, with three 0.25",
          "\(items)：用一次最多 0.75 分，两次 0.5，三次 0.25"))
    }
    if let limit = quiz.plan.limit {
      let (taken, minutes) = (Int(result.seconds), Int(limit / 60))
      let clock = String(format: "%d:%02d", taken / 60, taken % 60)
      note(session.say("Time", "用时"), session.say("\(clock) of \(minutes) min", "\(clock)，限时 \(minutes) 分钟"))
    }
    let earlier = trend.quizzes.filter { $0.id != quiz.plan.id }.suffix(6).compactMap(\.points.value)
    if let now = result.points.value, !earlier.isEmpty {
      let mode = session.say(quiz.plan.mode.name)
      var text = earlier.map(percent).joined(separator: "  ") + session.say("  now ", "  这次 ") + percent(now)
      if let best = trend.best, let share = best.points.value {
        let date = dateText(day(of: best.startedAt, session), session)
        text += session.say("   best \(percent(share)) on \(date)", "   最高 \(percent(share))（\(date)）")
      }
      note(session.say("\(mode) so far", "历次\(mode)"), text)
    }
    return notes
  }
}
