import TerminalUI
import Testing

@testable import Tutor

private let five = [SampleBank.second, SampleBank.several, SampleBank.bytes, SampleBank.choice, SampleBank.bare]

@Suite struct `A quiz fits` {
  @Test func `a wide screen`() throws {
    var desk = try Desk.quiz(five, columns: 120, rows: 40)
    desk.press(.down)
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                                                ▸ · · · ·   1 of 5   0:41   EN

          Masks · junior · one answer

          Why are masked scores set to −∞ before the softmax, rather than masked
          weights to 0 after it?

          1  Zero is not differentiable

         ▌2  The zeros would still be multiplied, which is slower

          3  The weights that are left would no longer sum to 1

          4  It would not fit in fp16

























          ↑↓ choose   Enter answer   i hint   b mark   L 中文                                               ? help   Esc pause
        """)
  }

  @Test func `a small screen`() throws {
    let desk = try Desk.quiz(five, columns: 40, rows: 12)
    expect(
      desk,
      shows: """
          Quiz › Practice        1 of 5   0:41

          Why are masked scores set to −∞
          before the softmax, rather than
          masked weights to 0 after it?

         ▌1  Zero is not differentiable
          2  The zeros would still be
             multiplied, which is slower
          3  The weights that are left would   ▾

          ↑↓ choose   Enter answer      ?  Esc
        """)
  }

  @Test func `a small screen with its feedback`() throws {
    var desk = try Desk.quiz(five, columns: 40, rows: 12)
    desk.type("2")
    expect(
      desk,
      shows: """
          Quiz › Practice        1 of 5   0:41

          ×  The zeros would       your answer
             still be multiplied,
             which is slower
             Not the reason.
          ●  The weights that are left   right
             would no longer sum to 1
             Masked keys would keep their
             share of the denominator.         ▾
          0 of 1, saved.  Back in 1 min.
          Enter next   PgDn more        ?  Esc
        """)
  }

  @Test func `a small screen in Chinese`() throws {
    let desk = try Desk.quiz(five, columns: 40, rows: 12, .zh)
    expect(
      desk,
      shows: """
          heed › 测验 › 练习        1/5   0:41

          为什么要在 softmax 之前把被掩蔽的分
          数设为 −∞，而不是在 softmax 之后把相
          应的权重置为 0？

         ▌1  零不可导
          2  零仍然要相乘，速度更慢
          3  剩下的权重之和不再等于 1
          4  fp16 存不下

          ↑↓ 选择   Enter 作答          ?  Esc
        """)
  }

  @Test func `a small screen, on which the judgement is seen without scrolling`() throws {
    for key in "1234" {
      var desk = try Desk.quiz([SampleBank.second, SampleBank.choice], columns: 40, rows: 12)
      desk.type(String(key))
      #expect(desk.text.contains("right"))
      #expect(desk.text.contains("your answer") || desk.text.contains("right, yours"), "\(key)")
      #expect(desk.footer.contains("PgDn more"))
      desk.press(.pageUp)
      #expect(desk.text.contains("Why are masked scores"))
    }
  }

  @Test func `a large screen, on which there is nothing to scroll`() throws {
    var desk = try Desk.quiz([SampleBank.second, SampleBank.choice])
    desk.type("1")
    #expect(!desk.footer.contains("PgDn"))
    let before = desk.lines
    desk.press(.pageDown)
    #expect(desk.lines == before)
  }

  @Test func `a small screen says how several are answered`() throws {
    let desk = try Desk.quiz([SampleBank.several], columns: 40, rows: 12)
    #expect(desk.footer.hasPrefix("  Space tick   Enter answer"))
    #expect(try Desk.quiz([SampleBank.several], columns: 40, rows: 12, .zh).footer.hasPrefix("  Space 勾选   Enter 作答"))
  }

  @Test func `a small screen with a number`() throws {
    var desk = try Desk.quiz([SampleBank.bytes], columns: 40, rows: 12)
    desk.type("1 GiB")
    expect(
      desk,
      shows: """
          Quiz › Practice        1 of 1   0:41

          How large is a float32 mask of
          16,384 × 16,384?

         ▌1 GiB
          reads as 1,073,741,824 bytes
          Any unit will do   3 MiB   3.15 MB
          Within 1% counts


          Enter answer                 F1  Esc
        """)
  }
}
