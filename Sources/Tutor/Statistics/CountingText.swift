import Foundation
import Learning
import TerminalUI
import Workbook

/// How each figure of the statistics is counted, with the numbers it comes from; the chart at hand first.
struct CountingText: Explanation {
  let statistics: Statistics
  let pane: StatisticsScreen.Pane
  /// As the message line says it of the chart at hand.
  let summary: String

  func title(_ session: Session) -> String { session.say("How it is counted", "如何计算") }

  func sentence(_ session: Session) -> String { summary }

  func lines(columns: Int, _ session: Session) -> [Line] {
    let all = entries(session)
    let ordered = all.filter { $0.pane == pane } + all.filter { $0.pane != pane }
    return ordered.flatMap { entry in
      [Line(), Line([Span(entry.name, .strong)], trailing: [Span(entry.figure, .data)])]
        + wrap([Span(entry.text, .quiet)], columns: columns)
    }
  }

  private struct Entry {
    let pane: StatisticsScreen.Pane
    let name: String
    let figure: String
    let text: String
  }

  private func entries(_ session: Session) -> [Entry] {
    [reviews(session), streak(session), retention(session), forecast(session), scores(session), bests(session)]
      + [pace(session), mastery(session), right(session), slipping(session), first(session)]
  }

  private func reviews(_ session: Session) -> Entry {
    let hours = (session.history.scheduler.days?.rollover ?? 0) / 3600
    let hour = points(hours)
    return Entry(
      pane: .calendar, name: session.say("Reviews", "复习"), figure: statistics.reviews.total.grouped,
      text: session.say(
        "Every answer that counts, on the day it was given; those taken back are left out. A day begins at \(hour) in the morning.",
        "每个有效的答案，记在作答当天；撤销的不算。一天从凌晨 \(hour) 点开始。"))
  }

  private func streak(_ session: Session) -> Entry {
    let span = statistics.streak.span.map {
      (dateText($0.lowerBound, session), dateText($0.upperBound, session))
    }
    let when = span.map { session.say(" This one: \($0.0) to \($0.1).", "这一次：\($0.0)至\($0.1)。") } ?? ""
    return Entry(
      pane: .calendar, name: session.say("Streak", "连续"), figure: "\(statistics.streak.days)",
      text: session.say(
        "Days with a review, one after the other; any seven that follow each other may hold one without, which is forgiven and not counted.",
        "接连有复习的天数；任何连续七天里可缺一天，缺的那天不计入。") + when)
  }

  private func retention(_ session: Session) -> Entry {
    let passed = statistics.retention.passed
    let (known, all) = (Int(passed.part).grouped, passed.of.grouped)
    return Entry(
      pane: .retention, name: session.say("Retention", "记忆率"), figure: passed.value.map(percent) ?? "-",
      text: session.say(
        "Of what was asked again after it had been scheduled by days, what was still known, graded Hard or better: \(known) of \(all). The wish is the chance of recall that the schedule aims at.",
        "按天安排后再被问到的内容里，仍然记得（评为困难或更好）的比例：\(all) 次中 \(known) 次。目标是安排复习时希望保持的回忆率。"))
  }

  private func forecast(_ session: Session) -> Entry {
    let total = statistics.forecast.reduce(0, +)
    return Entry(
      pane: .forecast, name: session.say("Coming due", "即将到期"), figure: "\(total)",
      text: session.say(
        "What falls due on each of the next thirty days, if you answer nothing more; what is overdue counts for today. Due now: \(statistics.due.count).",
        "若不再作答，今后三十天里每天到期的数量；逾期的算在今天。现在到期：\(statistics.due.count)。"))
  }

  private func scores(_ session: Session) -> Entry {
    Entry(
      pane: .scores, name: session.say("Quiz scores", "测验得分"), figure: "\(statistics.quizzes.quizzes.count)",
      text: session.say(
        "Points won, of those there were to win, in each finished quiz that had any; in an exam what was left open wins none. w on a result shows each item.",
        "每次完成的测验：得分 ÷ 满分；考试里没答的不得分。在结果页按 w 可逐题查看。"))
  }

  private func bests(_ session: Session) -> Entry {
    Entry(
      pane: .scores, name: session.say("Personal best", "个人最佳"),
      figure: statistics.quizzes.best?.points.value.map(percent) ?? "-",
      text: session.say(
        "The highest share of a quiz with \(QuizTrend.fewestForBest) points or more to win; of equals the one with more points, then the earlier. The fastest exam is the one with the least time an answer, of those with \(percent(QuizTrend.leastForFastest)) or more.",
        "满分至少 \(QuizTrend.fewestForBest) 分的测验里得分率最高的；相同时取满分较高的，再取较早的。最快考试是得分率达 \(percent(QuizTrend.leastForFastest)) 的考试里每题用时最短的。"
      ))
  }

  private func pace(_ session: Session) -> Entry {
    let seconds = statistics.pace.secondsPerItem.map { Int($0.rounded()) }
    return Entry(
      pane: .mastery, name: session.say("Time an item", "每题用时"),
      figure: seconds.map { session.say("\($0) s", "\($0) 秒") } ?? "-",
      text: session.say(
        "The median over the items answered in the last thirty days, or over all where there were none. The median, as a walk to the kettle does not move it.",
        "近三十天所答各题用时的中位数；若没有，则取全部。用中位数，是因为偶尔走开一次不会影响它。"))
  }

  private func mastery(_ session: Session) -> Entry {
    let mastery = statistics.mastery
    let (sum, cards) = (String(format: "%.1f", mastery.part), mastery.of.grouped)
    return Entry(
      pane: .mastery, name: session.say("Mastery", "掌握度"), figure: mastery.value.map(percent) ?? "-",
      text: session.say(
        "The mean chance of recall, by FSRS, now, over all \(cards) items and questions, 0 for those not met: \(sum) / \(cards). Met are the questions of which something was answered.",
        "此刻 FSRS 给出的回忆率在全部 \(cards) 项上的均值，未学过的算 0：\(sum) / \(cards)。答过其中任何一项的题目算学过。"))
  }

  private func right(_ session: Session) -> Entry {
    let right = statistics.right
    let (won, all) = (points(right.part), right.of.grouped)
    return Entry(
      pane: .mastery, name: session.say("Right", "正确"), figure: right.value.map(percent) ?? "-",
      text: session.say(
        "The points of all items answered, of those there were to win: \(won) of \(all). What you grade yourself gives no points.",
        "答过的各题得分 ÷ 满分：\(won) / \(all)。自评的题不计分。"))
  }

  private func slipping(_ session: Session) -> Entry {
    Entry(
      pane: .slipping, name: session.say("Keeps slipping", "反复遗忘"), figure: "\(statistics.leeches.count)",
      text: session.say(
        "Forgotten \(Memory.leechLapses) times or more after it had been scheduled by days. It wants another explanation, not another repetition: Enter opens the answer.",
        "按天安排之后又忘了 \(Memory.leechLapses) 次以上。需要的是换一种讲法，而不是再重复：Enter 打开答案。"))
  }

  private func first(_ session: Session) -> Entry {
    Entry(
      pane: .slipping, name: session.say("Will slip first", "最先会忘"),
      figure: statistics.willSlipFirst.first.map { percent($0.recall) } ?? "-",
      text: session.say(
        "The questions met, by the lowest chance of recall among what was met of each.", "学过的题目，按其中已学各项的最低回忆率排列。"))
  }
}
