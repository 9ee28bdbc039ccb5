import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

extension QuizOffer {
  /// What stands at the end of a mode's row: how much waits there.
  func figure(_ session: Session) -> Span? {
    switch mode {
    case .practice, .exam, .interview: return nil
    case .due:
      let count = available(session).count
      return count == 0 ? nil : Span("\(count)", .accent)
    case .mistakes:
      let count = available(session).count
      return count == 0 ? nil : Span("\(count)", .data)
    case .cram:
      guard let cram = cram(session), !cram.left.isEmpty else { return nil }
      return Span(session.say("\(cram.share) a day", "每天 \(cram.share)"), .data)
    }
  }

  /// What the message line says before it begins.
  func summary(secondsPerItem: Double?, _ session: Session) -> String {
    let cards = cards(session)
    guard !cards.isEmpty else { return nothing(session) }
    let isNarrow = ScreenLayout(session).isNarrow
    let asked = Set(cards).count
    let all = available(session).count.grouped
    var text: String
    switch mode {
    case .due: text = session.say("Asks all \(asked) due", "问全部 \(asked) 个到期的")
    case .cram: return cramming(session)
    case .mistakes:
      let once = rightOnce(session)
      text = session.say("Asks \(asked) of \(all), each until right twice", "问 \(asked)/\(all) 题，各要答对两次")
      if once > 0, !isNarrow { text += session.say("; \(once) right once", "；\(once) 题已对一次") }
      return text + session.say(".", "。")
    case .interview:
      text = session.say("Asks \(asked) of \(all) aloud", isNarrow ? "口答 \(asked)/\(all)" : "从 \(all) 题中口头问 \(asked) 题")
      text += session.say(": ", "：") + CardCount(cards, session).text(session)
      return text + session.say(".", "。")
    case .practice, .exam:
      text = session.say("Asks \(asked) of \(all)", isNarrow ? "问 \(asked)/\(all)" : "从 \(all) 题中问 \(asked) 题")
      text += session.say(": ", "：") + CardCount(cards, session).text(session)
    }
    if mode == .exam, !isNarrow {
      text += session.say("; \(minutes) min", "；\(minutes) 分钟")
    } else if let time = Self.time(asked, secondsPerItem, session), !isNarrow {
      text += session.say("; ", "；") + time
    }
    return text + session.say(".", "。")
  }

  /// What is left, over how many days, and how far today's share is.
  private func cramming(_ session: Session) -> String {
    guard let cram = cram(session) else { return nothing(session) }
    let isNarrow = ScreenLayout(session).isNarrow
    let (left, share, days) = (cram.left.count, cram.share, cram.days)
    let today = session.say("today \(min(cram.done, share)) of \(share)", "今天 \(min(cram.done, share))/\(share)")
    if isNarrow { return session.say("\(left) left: \(today).", "剩 \(left)：\(today)。") }
    let wrong = cram.wrong > 0 ? session.say(" (\(cram.wrong) wrong)", "（\(cram.wrong) 答错）") : ""
    return session.say(
      "\(left) left\(wrong) over \(days) day\(days == 1 ? "" : "s"): \(share) a day, \(today); schedules stay.",
      "剩 \(left) 题\(wrong)，\(days) 天：每天 \(share)，\(today)。复习日程不变。")
  }

  /// Why there is nothing to ask.
  func nothing(_ session: Session) -> String {
    let other = session.say("No item matches; choose other topics or levels.", "没有符合条件的题目，请换主题或级别。")
    switch mode {
    case .practice, .exam, .interview: return other
    case .due: return session.say("Nothing is due.", "没有到期的题目。")
    case .mistakes: return session.say("No mistakes wait: all were made good.", "没有待改正的错题。")
    case .cram:
      guard let day = session.settings.interview else {
        return session.say("Set the day of your interview first:  Tab", "先设定面试日期：Tab")
      }
      guard let cram = cram(session) else {
        return session.say("Your interview was on \(day). Set another day:  Tab", "面试日期 \(day) 已过，请重设：Tab")
      }
      if cram.left.isEmpty { return session.say("Nothing is left: each was right the last time.", "全部完成：每题上次都答对了。") }
      return session.say(
        "Today's \(cram.share) are done; \(cram.left.count) left.", "今天的 \(cram.share) 题已完成；还剩 \(cram.left.count) 题。")
    }
  }

  /// About how long so many items take, by what items took so far.
  static func time(_ items: Int, _ secondsPerItem: Double?, _ session: Session) -> String? {
    guard let secondsPerItem else { return nil }
    let minutes = max(1, Int((Double(items) * secondsPerItem / 60).rounded()))
    return session.say("about \(minutes) min", "约 \(minutes) 分钟")
  }
}

/// How many of some cards are due, were never met, and are met and not due.
struct CardCount {
  private(set) var due = 0
  private(set) var new = 0
  private(set) var early = 0

  init(_ cards: [CardID], _ session: Session) {
    for card in cards {
      switch session.history.cards[card] {
      case nil: new += 1
      case let memory?: if memory.isDue(at: session.now) { due += 1 } else { early += 1 }
      }
    }
  }

  /// In words, without those that there are none of.
  func text(_ session: Session) -> String {
    let parts = [
      (due, session.say("\(due) due", "到期 \(due)")), (new, session.say("\(new) new", "未学 \(new)")),
      (early, session.say("\(early) not yet due", "未到期 \(early)")),
    ]
    return parts.filter { $0.0 > 0 }.map(\.1).joined(separator: session.say(", ", "，"))
  }
}
