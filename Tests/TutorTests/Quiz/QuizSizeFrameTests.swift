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

























          ↑↓ choose   Enter answer   b mark   L 中文                                                        ? help   Esc pause
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

          Why are masked scores set to −∞
          before the softmax, rather than
          masked weights to 0 after it?

          ·  Zero is not differentiable
          ×  The zeros would       your answer
             still be multiplied,
             which is slower                   ▾
          0 of 1, saved.  Back in 1 min.
          Enter next   w why   u undo   ?  Esc
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

  @Test func `a small screen with a number`() throws {
    var desk = try Desk.quiz([SampleBank.bytes], columns: 40, rows: 12)
    desk.type("1 GiB")
    expect(
      desk,
      shows: """
          Quiz › Practice        1 of 1   0:41

          How large is a float32 mask of
          16,384 × 16,384?

          Your answer
         ▌1 GiB
          reads as 1,073,741,824 bytes
          Any unit will do   1 GiB   1.07 GB
          Within 1% counts

          Enter answer                 F1  Esc
        """)
  }
}
