import TerminalUI
import Testing

@testable import Tutor

private let five = [SampleBank.second, SampleBank.several, SampleBank.bytes, SampleBank.choice, SampleBank.bare]

@Suite struct `After an answer a quiz shows` {
  @Test func `the right option, the chosen one, and why`() throws {
    var desk = try Desk.quiz(five)
    desk.type("2")
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                        × · · · ·   1 of 5   0:41   EN

          Masks · junior · one answer

          Why are masked scores set to −∞ before the softmax, rather than masked
          weights to 0 after it?

          ·  Zero is not differentiable

          ×  The zeros would still be multiplied, which is slower          your answer
             Not the reason.

          ●  The weights that are left would no longer sum to 1                  right
             Masked keys would keep their share of the denominator.

          ·  It would not fit in fp16






          0 of 1, saved.  It comes back in 1 min.
          Enter next   w why   u undo   L 中文                      ? help   Esc pause
        """)
  }

  @Test func `right in green and wrong in red, by mark and word alone`() throws {
    var desk = try Desk.quiz(five)
    desk.type("2")
    expect(
      desk,
      isStyled: """
          qqqqfffqqqqfffssssssss                        b q q q q   qqqqqqqqqqqqq   qq

          qqqqqqqqqqqqqqqqqqqqqqqqqqq




          q  qqqqqqqqqqqqqqqqqqqqqqqqqq

          b  ssssssssssssssssssssssssssssssssssssssssssssssssssss          bbbbbbbbbbb
             qqqqqqqqqqqqqqq

          g  ssssssssssssssssssssssssssssssssssssssssssssssssss                  ggggg
             qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq

          q  qqqqqqqqqqqqqqqqqqqqqqqq






          b             qqqqqqqqqqqqqqqqqqq     q
          aaaaaqqqqq   aqqqq   aqqqqq   aqqqqq                      aqqqqq   aaaqqqqqq
        """)
  }

  @Test func `the same in Chinese, in the same places`() throws {
    var desk = try Desk.quiz(five, .zh)
    desk.type("2")
    expect(
      desk,
      shows: """
          heed › 测验 › 练习                × · · · ·   第 1 题，共 5 题   0:41   中文

          掩码 · 初级 · 单选

          为什么要在 softmax 之前把被掩蔽的分数设为 −∞，而不是在 softmax 之后把相应的
          权重置为 0？

          ·  零不可导

          ×  零仍然要相乘，速度更慢                                           你的答案
             不是这个原因。

          ●  剩下的权重之和不再等于 1                                             正确
             被掩蔽的键仍占分母的一份。

          ·  fp16 存不下






          得分 0 / 1，已保存。  1 分后再来。
          Enter 下一题   w 为什么   u 撤销   L English               ? 帮助   Esc 暂停
        """)
  }

  @Test func `right and wrong without colours`() throws {
    var desk = try Desk.quiz(five, look: Look(colours: .none))
    desk.type("2")
    expect(
      desk,
      hasAttributes: """
              ddd    dddbbbbbbbb                        b








          b  bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb          bbbbbbbbbbb


             bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb









          b
          bbbbb        b       b        b                           b        bbb
        """)
  }

  @Test func `what was missed of several`() throws {
    var desk = try Desk.quiz([SampleBank.several, SampleBank.choice])
    desk.type("12")
    desk.press(.enter)
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                              × ·   1 of 2   0:41   EN

          Scaled dot product · mid · 2 answers

          Which of these leave softmax(s) as it is?

          ●  Adding 3 to every score                                      right, yours
             The factor e³ cancels.

          ×  Squaring every score                                          your answer
             That changes the order.

          ·  Doubling every score

          ●  Subtracting the largest score                                       right
             A shift like any other.






          0 of 1, saved.  It comes back in 1 min.
          Enter next   w why   u undo   L 中文                      ? help   Esc pause
        """)
  }

  @Test func `a number that was wrong beside the right one`() throws {
    var desk = try Desk.quiz([SampleBank.bytes, SampleBank.choice])
    desk.type("1 MB")
    desk.press(.enter)
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                              × ·   1 of 2   0:41   EN

          Masks · senior · a number

          How large is a float32 mask of 16,384 × 16,384?

          Your answer
          ×  1 MB   1,000,000 bytes                              ÷ 1,074   your answer
          ●  1,073,741,824 bytes                                                 right

          Four bytes a pair: 1 GiB.











          0 of 1, saved.  It comes back in 1 min.
          Enter next   w why   u undo   L 中文                      ? help   Esc pause
        """)
  }
}
