import Foundation
import Learning
import TerminalUI
import Testing
import Workbook

@testable import Tutor

private let two = [CardID(question: SampleBank.scale), CardID(question: SampleBank.size)]

private func interview(
  _ cards: [CardID] = two, columns: Int = 80, rows: Int = 24, _ language: Language = .en
) throws -> Desk {
  try Desk.quiz(cards, mode: .interview, columns: columns, rows: rows, language)
}

@Suite struct `A mock interview` {
  @Test func `asks aloud, shows the points, then the follow-ups`() throws {
    var desk = try interview()
    #expect(desk.place == "Interview" && desk.header.contains("1 of 2   0:41"))
    #expect(!desk.text.contains("unit-variance"))
    desk.press(.enter)
    #expect(desk.text.contains("[ ] With unit-variance q and k"))
    desk.wait(60)
    #expect(desk.header.contains("0:41"), "the clock stands when the points are shown")
    desk.press(.enter)
    #expect(desk.text.contains("What would change with additive attention?"))
    desk.press(.enter)
    #expect(desk.header.contains("2 of 2"))
  }

  @Test func `makes the grade from the ticks, through the log`() throws {
    var desk = try interview([two[0]])
    desk.press(.enter)
    let count = desk.text.components(separatedBy: "[ ]").count - 1
    desk.type(" ")
    #expect(desk.text.contains("[●]"))
    desk.press(.enter)
    let review = try #require(desk.session.history.reviews.last?.review)
    #expect(review.card == two[0] && review.quiz == QuizID("now") && review.answer == "1")
    #expect(review.score == 1 / Double(count))
    #expect(review.grade == (count <= 2 ? .hard : .again))
    #expect(review.seconds == 41)
  }

  @Test func `takes points by their number, and gives them back`() throws {
    var desk = try interview([two[0]])
    desk.type(" 11")
    #expect(!desk.text.contains("[●]"))
    desk.type("12")
    #expect(desk.text.components(separatedBy: "[●]").count - 1 == 2)
  }

  @Test func `ends in a report by topic, with what was said and what was not`() throws {
    var desk = try interview()
    desk.type(" 1")
    desk.press(.enter, .enter)
    desk.type(" ")
    desk.press(.enter)
    while desk.place == "Interview" { desk.press(.enter) }
    #expect(desk.place == "Result" && desk.text.contains("By topic"))
    expect(
      desk,
      shows: """
          heed › Quiz › Result                           Interview, 20 Nov   41 s   EN

          0.5 of 2   1 × 0.5  +  1 × 0                                             25%

          By topic                                       By level
          Masks               ────────────   0 of 1      junior  ━━━━━━────── 0.5 of 1
          Scaled dot product  ━━━━━━────── 0.5 of 1      senior  ────────────   0 of 1

          To look at again                                  21 s an item, slowest 0:41
         ▌×  How much memory does a float32 mask o…  Masks                senior     0
          ◐  Why scale by √d_k?                      Scaled dot product   junior   0.5

          Did you say
          ×   Four bytes for each pair of query and key.








          Every answer is saved. These 2 come back first.
          Enter answer   r ask again   w item by item   ↑↓ choose    ? help   Esc back
        """)
    desk.type("u")
    #expect(desk.place == "Interview" && desk.session.history.quiz(QuizID("now"))?.answers.count == 1)
  }

  @Test func `may change its language, and then ticks anew`() throws {
    var desk = try interview()
    desk.type(" 1L")
    #expect(desk.text.contains("为什么要除以 √d_k？") && desk.text.contains("[ ] 当 q、k") && !desk.text.contains("[●]"))
    desk.type("1")
    desk.press(.enter)
    #expect(desk.session.history.reviews.last?.review.language == "zh")
  }

  @Test func `waits where it was left, every grade in the log`() throws {
    var desk = try interview()
    desk.type(" 12")
    desk.press(.enter, .escape)
    #expect(desk.text.contains("Resume the quiz     1 of 2 answered"))
    desk.press(.enter)
    #expect(desk.place == "Interview" && desk.header.contains("2 of 2"))
    desk.type("u")
    #expect(desk.header.contains("1 of 2") && desk.session.history.quiz(QuizID("now"))?.answers.isEmpty == true)
  }

  @Test func `looks as drawn while one speaks`() throws {
    let desk = try interview()
    expect(
      desk,
      shows: """
          heed › Quiz › Interview                                   1 of 2   0:41   EN

          Scaled dot product · junior · concept

          Why scale by √d_k?

          Answer as you would in the room. Say what it is, why, and what it costs;
          then see which of the answer's 2 points you made.














          Speak aloud: half a minute for the short answer, two for all of it.
          Enter show the points   b mark   L 中文                   ? help   Esc pause
        """)
  }

  @Test func `looks as drawn while points are ticked`() throws {
    var desk = try interview()
    desk.type(" 1")
    expect(
      desk,
      shows: """
          heed › Quiz › Interview                                   1 of 2   0:41   EN

          Scaled dot product · junior · concept

          Why scale by √d_k?

          Did you say
         ▌[●] With unit-variance q and k, q·k has variance d_k: undivided, softmax
         ▌    saturates and its gradient vanishes.

          A trap to name
          [ ] “Divide by d_k.” Then every row is nearly uniform.










          1 of 2 points make the grade Hard.
          Space said it   Enter save   ↑↓ choose                    ? help   Esc pause
        """)
    expect(
      desk,
      isStyled: """
          qqqqfffqqqqfffsssssssss                                   qqqqqqqqqqqqq   qq

          qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq

          ssssssssssssssssss

          qqqqqqqqqqq
         ADDDDTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT
         ATTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT

          qqqqqqqqqqqqqq
          aaaa










                       qqqqqqqqqqqqqqqqssssq
          aaaaaqqqqqqqq   aaaaaqqqqq   aaqqqqqqq                    aqqqqq   aaaqqqqqq
        """)
  }

  @Test func `looks as drawn on a small screen in Chinese`() throws {
    var desk = try interview(columns: 40, rows: 12, .zh)
    desk.type(" 1")
    expect(
      desk,
      shows: """
          heed › 测验 › 模拟面试    1/2   0:41

          为什么要除以 √d_k？

          你是否说到
         ▌[●] 当 q、k 的各分量独立且方差为 1
         ▌    时，q·k 的方差等于 d_k；不缩放，
         ▌    softmax 饱和，梯度消失。

          该指出的误区                         ▾
          1/2，评为困难。
          Space 说到了   Enter 保存     ?  Esc
        """)
  }

  @Test func `looks as drawn at a follow-up, wide`() throws {
    var desk = try interview(columns: 160, rows: 50)
    desk.type(" 12")
    desk.press(.enter)
    expect(
      desk,
      shows: """
          heed › Quiz › Interview                                                                                                                   1 of 2   0:41   EN

          Scaled dot product · junior · concept

          Why scale by √d_k?

          And then?
          What would change with additive attention?

          The workbook only asks.






































          1 of 1, saved.  It comes back in 10 min.   Follow-up 1 of 1
          Enter next question   w the whole answer   b mark   L 中文                                                                                ? help   Esc pause
        """)
  }
}
