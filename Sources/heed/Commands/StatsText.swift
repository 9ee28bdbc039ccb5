import Learning
import TerminalUI
import Tutor
import Workbook

/// The statistics as lines of text, for a file or a pipe.
struct StatsText {
  private let statistics: Statistics
  private let topics: [Topic]
  private let language: Language

  init(_ statistics: Statistics, topics: [Topic], language: Language) {
    (self.statistics, self.topics, self.language) = (statistics, topics, language)
  }

  var lines: [String] { aligned(figures) + [""] + aligned([heading] + statistics.weakest.map(row)) }

  private func say(_ english: String, _ chinese: String) -> String { language == .zh ? chinese : english }

  private var figures: [[String]] {
    let reviews = statistics.reviews
    return [
      [
        say("reviews", "复习"), "\(reviews.total)",
        say(
          "in \(reviews.weeks) \(reviews.weeks == 1 ? "week" : "weeks"), \(reviews.onToday) today",
          "\(reviews.weeks) 周，今天 \(reviews.onToday)"),
      ],
      [say("due", "到期"), "\(statistics.due.count)", minutesDue],
      [
        say("retention", "记忆率"), percent(statistics.retention.passed.value),
        say("wish ", "目标 ") + percent(statistics.retention.wish),
      ],
      [
        say("mastery", "掌握"), percent(statistics.mastery.value),
        say(
          "of \(statistics.questions) questions, \(statistics.met) met",
          "共 \(statistics.questions) 题，学过 \(statistics.met) 题"
        ),
      ],
      [say("right", "得分率"), percent(statistics.right.value), ""],
      [say("time an item", "每题用时"), seconds(statistics.pace.secondsPerItem), ""],
      [
        say("streak", "连续"), say("\(statistics.streak.days) d", "\(statistics.streak.days) 天"),
        say("best \(statistics.bestStreak.days)", "最长 \(statistics.bestStreak.days)"),
      ],
      [
        say("quiz, last", "上次测验"), percent(statistics.quizzes.last?.points.value),
        say("best ", "最高 ") + percent(statistics.quizzes.best?.points.value),
      ],
      [say("keep slipping", "反复遗忘"), "\(statistics.leeches.count)", ""],
    ]
  }

  private var minutesDue: String {
    guard !statistics.due.isEmpty, let seconds = statistics.secondsDue else { return "" }
    let minutes = max(1, Int((seconds / 60).rounded()))
    return say("about \(minutes) min", "约 \(minutes) 分钟")
  }

  private var heading: [String] {
    [
      say("topic, the weakest first", "主题，最弱在前"), say("mastery", "掌握"), say("met", "学过"), say("due", "到期"),
      say("right", "得分率"), say("an item", "每题"), say("lapses", "遗忘"),
    ]
  }

  private func row(_ topic: TopicStatistics) -> [String] {
    [
      topics.first { $0.id == topic.id }?.short ?? topic.id, percent(topic.mastery.value),
      "\(topic.met)/\(topic.questions)",
      "\(topic.due)", percent(topic.right.value), seconds(topic.secondsPerItem), "\(topic.lapses)",
    ]
  }

  private func percent(_ share: Double?) -> String { share.map { "\(Int(($0 * 100).rounded()))%" } ?? "-" }

  private func seconds(_ seconds: Double?) -> String {
    seconds.map { say("\(Int($0.rounded())) s", "\(Int($0.rounded())) 秒") } ?? "-"
  }

  /// Rows of equal columns: the first to the left, numbers to the right, the last of three to the left again.
  private func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].cellWidth }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.cellWidth)
        return column == 0 || column == 2 && columns == 3 ? text + space : space + text
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
