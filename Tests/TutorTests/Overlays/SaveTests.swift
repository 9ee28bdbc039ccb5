import Foundation
import Learning
import TerminalUI
import Testing

@testable import Tutor

/// The statistics with the question for a file's name before them.
private func asking(columns: Int = 80, rows: Int = 24, _ language: Language = .en) throws -> Desk {
  var desk = try Desk.sample(columns: columns, rows: rows, language)
  desk.type("Te")
  return desk
}

/// The files that were asked to be written.
private func saved(_ desk: Desk) -> [SavedFile] {
  desk.outside.compactMap { effect in
    if case .save(let file) = effect { return file }
    return nil
  }
}

@Suite struct `Saving` {
  @Test func `asks for a form and a name`() throws {
    expect(
      try asking(),
      shows: """
          heed › Statistics                                            all topics   EN

          Reviews                   9 in 4 weeks    Coming due            6 in 30 days
                Aug       Sep     Oct     Nov         4 █
          Mon · · · · · · · · · · · · · · · · ·         █
              · · · · · · · · · · · · · · · · ■         █
          Wed · ·╭─ Save as ──────────────────────────────────────────────────╮
              · ·│                                                            │
          Fri · ·│ ▌csv   a row for each topic                                │
              · ·│  csv   a row for each day: reviews, and what comes due     │
          Sun · ·│  json  every figure, as heed stats --json prints it        │ 19 Dec
                 │                                                            │
          Mastery│  file  heed-topics.csv                                     │est 70%
         ▌Scaled │                                                            │
          Masks  ╰────────────────────────────────────────────────────────────╯
                                                      0 ██

                                                    Retention       100%  wish 90%
                                                    Time an item    30 s  was 40 s
                                                    Streak        3 days  best 3
                                                    Keep slipping      0  8+ lapses

          a row for each topic
          Enter save   ↑↓ form                                     F1 help   Esc close
        """)
    expect(
      try asking(columns: 40, rows: 12, .zh),
      shows: """
          heed › 统计                 所有主题

         ╭─ 另存为 ───────────────────────────╮
         │ ▌csv   每个主题一行                │
         │  csv   每天一行：复习次数与到期数  │
         │  json  所有数字，同 heed stats -…  │
         │  文件  heed-topics.csv             │
         ╰────────────────────────────────────╯


          每个主题一行
          Enter 保存   ↑↓ 格式         F1  Esc
        """)
  }

  @Test func `writes what was chosen under the name that was typed`() throws {
    var desk = try asking()
    desk.press(.down, .enter)
    let first = try #require(saved(desk).last)
    #expect(first.path == "heed-days.csv" && !first.replaces)
    var text = ""
    try first.content { text += String(decoding: $0, as: UTF8.self) }
    #expect(text.hasPrefix("day,reviews,due\r\n2026-10-31,5,\r\n2026-11-01,0,\r\n"))
    #expect(text.contains("\r\n2026-11-20,0,4\r\n") && text.contains("\r\n2026-11-25,,1\r\n"))
    // A name of one's own keeps its beginning when the form changes.
    desk.press(.control("u"))
    desk.type(" mine.csv ")
    desk.press(.down)
    #expect(desk.text.contains("mine.json"))
    desk.press(.up, .up, .enter)
    let second = try #require(saved(desk).last)
    #expect(second.path == "mine.csv")
    text = ""
    try second.content { text += String(decoding: $0, as: UTF8.self) }
    #expect(text.hasPrefix("topic,mastery,cards,questions,met,due,points,points_of,right,seconds_an_item,lapses\r\n"))
    #expect(text.contains(",2.5,3,0.8333333333333334,40.0,0\r\n"), "Scaled dot product")
  }

  @Test func `asks before it replaces a file`() throws {
    var desk = try asking()
    desk.press(.enter)
    desk.receive(.exists(path: "heed-topics.csv"))
    #expect(desk.message == "  heed-topics.csv exists.  Enter replace   Esc keep")
    #expect(desk.footer.hasPrefix("  Enter replace") && desk.footer.hasSuffix("Esc keep"))
    desk.press(.escape)
    #expect(desk.message.contains("a row for each topic") && saved(desk).count == 1)
    desk.press(.enter)
    #expect(saved(desk).map(\.replaces) == [false, false], "what was kept once is asked about again")
    desk.receive(.exists(path: "heed-topics.csv"))
    desk.press(.enter)
    #expect(saved(desk).last?.replaces == true)
    desk.receive(.exists(path: "heed-topics.csv"))
    desk.type("x")
    desk.press(.enter)
    #expect(saved(desk).last?.replaces == false && saved(desk).last?.path == "heed-topics.csvx")
  }

  @Test func `says where the file is, or why there is none`() throws {
    var desk = try asking()
    desk.press(.enter)
    desk.receive(.failed("heed-topics.csv: No space left on device"))
    #expect(desk.message.contains("No space left on device") && desk.front is SaveScreen)
    desk.press(.enter)
    desk.receive(.saved(path: "/tmp/heed-topics.csv"))
    #expect(desk.message == "  Saved: /tmp/heed-topics.csv" && desk.front is StatisticsScreen)
    desk.type("e")
    desk.press(.control("u"), .enter)
    #expect(desk.message == "  Type a name for the file." && saved(desk).count == 2)
    desk.press(.escape)
    #expect(desk.front is StatisticsScreen)
  }

  @Test func `a quiz's result has a row for each item`() throws {
    var desk = try Desk.quiz([SampleBank.choice, SampleBank.bytes])
    desk.type("1")
    desk.press(.enter)
    desk.type("12")
    desk.press(.enter, .enter)
    #expect(desk.front is QuizResultScreen)
    desk.type("e")
    #expect(desk.text.contains("heed-quiz-2026-11-20.csv"))
    desk.press(.down, .enter)
    let file = try #require(saved(desk).last)
    #expect(file.path == "heed-quiz-2026-11-20.json")
    var text = ""
    try file.content { text += String(decoding: $0, as: UTF8.self) }
    struct Row: Decodable {
      let card, prompt, answer, rightAnswer: String
      let score: Double
      let grade: Int
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let rows = try decoder.decode([Row].self, from: Data(text.utf8))
    #expect(rows.map(\.card) == [SampleBank.choice, SampleBank.bytes].map(\.description))
    #expect(rows[1].answer == "12" && rows[1].score == 0 && rows[1].grade == 1)
    #expect((rows[0].answer == rows[0].rightAnswer) == (rows[0].score == 1))
    #expect(rows.allSatisfy { !$0.prompt.isEmpty && !$0.rightAnswer.isEmpty })
  }

  @Test func `of nothing is not offered`() throws {
    var desk = try Desk.firstDay()
    desk.type("Te")
    #expect(desk.front is StatisticsScreen)
  }
}
