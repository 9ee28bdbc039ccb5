import Learning
import TerminalUI

extension QuizScreen {
  /// How often an item was answered right of the times it has to be, where that counts.
  func rightCount(_ session: Session) -> String? {
    guard quiz.plan.mode == .mistakes else { return nil }
    let wanted = Mistakes.rightsWanted
    let rights = wanted - quiz.owed
    return session.say("right \(rights) of \(wanted)", "已对 \(rights)/\(wanted)")
  }

  /// What the mode makes of an answer that is saved, where it is not a schedule.
  func modeLine(_ score: Double, _ session: Session) -> Line? {
    let isNarrow = ScreenLayout(session).isNarrow
    let ink: Ink = score >= 1 ? .good : score > 0 ? .data : .bad
    let tail: String
    switch quiz.plan.mode {
    case .mistakes:
      switch (quiz.owed, isNarrow) {
      case (0, false): tail = session.say("Right twice: made good.", "答对两次，已改正。")
      case (0, true): tail = session.say("Made good.", "已改正。")
      case (1, false): tail = session.say("Right once; it comes once more.", "答对一次，还会再来一次。")
      case (1, true): tail = session.say("Once more.", "再一次。")
      case (_, false): tail = session.say("It comes again until it is right twice.", "会反复出现，直到答对两次。")
      case (_, true): tail = session.say("Twice to go.", "还要两次。")
      }
    case .cram: tail = session.say(isNarrow ? "" : "Its schedule stays as it is.", isNarrow ? "" : "复习日程不变。")
    default: return nil
    }
    return Line([
      Span(session.say("", "得分 ")), Span(points(score), ink), Span(session.say(" of 1, saved.", " / 1，已保存。")),
      Span("  " + tail, .quiet),
    ])
  }
}
