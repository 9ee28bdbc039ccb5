import Foundation
import Learning
import Tutor

/// Says once when the clock has gone back, so that nobody wonders at what it does to days.
struct ClockNote {
  private var isSaid = false

  /// The notice, where there is something new to say.
  mutating func notice(_ session: Session, at now: Date) -> [Effect] {
    guard let seconds = session.history.setback(at: now) else {
      isSaid = false
      return []
    }
    guard !isSaid else { return [] }
    isSaid = true
    let hours = max(1, Int((seconds / 3600).rounded()))
    let (time, chinese) = hours < 48 ? ("\(hours) h", "\(hours) 小时") : ("\(hours / 24) days", "\(hours / 24) 天")
    return [
      .say(
        Notice(
          session.say(
            "The clock went back: it is \(time) before your last entry. Answers until then count as one day.",
            "时钟回拨：比最后一条记录早 \(chinese)。在那之前的答案按同一天计算。")))
    ]
  }
}
