import Learning
import TerminalUI
import Testing

@testable import Tutor

private let five = [SampleBank.second, SampleBank.several, SampleBank.bytes, SampleBank.choice, SampleBank.bare]

@Suite struct `A quiz asks` {
  @Test func `a choice with nothing on the screen but the question`() throws {
    let desk = try Desk.quiz(five)
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                        ▸ · · · ·   1 of 5   0:41   EN

          Masks · junior · one answer

          Why are masked scores set to −∞ before the softmax, rather than masked
          weights to 0 after it?

         ▌1  Zero is not differentiable

          2  The zeros would still be multiplied, which is slower

          3  The weights that are left would no longer sum to 1

          4  It would not fit in fp16









          ↑↓ choose   Enter answer   i hint   b mark   L 中文       ? help   Esc pause
        """)
  }

  @Test func `a choice in Chinese`() throws {
    let desk = try Desk.quiz(five, .zh)
    expect(
      desk,
      shows: """
          heed › 测验 › 练习                ▸ · · · ·   第 1 题，共 5 题   0:41   中文

          掩码 · 初级 · 单选

          为什么要在 softmax 之前把被掩蔽的分数设为 −∞，而不是在 softmax 之后把相应的
          权重置为 0？

         ▌1  零不可导

          2  零仍然要相乘，速度更慢

          3  剩下的权重之和不再等于 1

          4  fp16 存不下









          ↑↓ 选择   Enter 作答   i 提示   b 标记   L English         ? 帮助   Esc 暂停
        """)
  }

  @Test func `with the option in focus lighter than the rest`() throws {
    var desk = try Desk.quiz(five)
    desk.press(.down)
    expect(
      desk,
      isStyled: """
          qqqqfffqqqqfffssssssss                        a q q q q   qqqqqqqqqqqqq   qq

          qqqqqqqqqqqqqqqqqqqqqqqqqqq

          ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss
          ssssssssssssssssssssss

          a

         AATTSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSTTTTTTTTTTTTTTTTTTTTTT

          a

          a









          aaqqqqqqq   aaaaaqqqqqqq   aqqqqq   aqqqqq   aqqqqq       aqqqqq   aaaqqqqqq
        """)
  }

  @Test func `for several answers, of which one is ticked`() throws {
    var desk = try Desk.quiz([SampleBank.several, SampleBank.choice])
    desk.press(.down)
    desk.type(" ")
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                              ▸ ·   1 of 2   0:41   EN

          Scaled dot product · mid · 2 answers

          Which of these leave softmax(s) as it is?

          1  Adding 3 to every score

         ▌●  Squaring every score

          3  Doubling every score

          4  Subtracting the largest score










          Space tick   Enter answer   ↑↓ choose   i hint   b mark   ? help   Esc pause
        """)
  }

  @Test func `for a number, and says what it understood`() throws {
    var desk = try Desk.quiz([SampleBank.bytes])
    desk.type("1.07 GB")
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                ▸   1 of 1   0:41   EN

          Masks · senior · a number

          How large is a float32 mask of 16,384 × 16,384?

          Your answer
         ▌1.07 GB
          reads as 1,070,000,000 bytes


          Any unit will do   3 MiB   3.15 MB   3145728   3 * 2^20   3.15e6
          Within 1% counts










          Enter answer   Tab leave the field                       F1 help   Esc pause
        """)
  }

  @Test func `for a number in Chinese, and says when it is none yet`() throws {
    var desk = try Desk.quiz([SampleBank.bytes], .zh)
    desk.type("一")
    expect(
      desk,
      shows: """
          heed › 测验 › 练习                        ▸   第 1 题，共 1 题   0:41   中文

          掩码 · 高级 · 填数

          16,384 × 16,384 的 float32 掩码有多大？

          你的答案
         ▌一
          还不是数字


          单位不限   3 MiB   3.15 MB   3145728   3 * 2^20   3.15e6
          误差 1% 以内算对










          Enter 作答   Tab 离开输入框                               F1 帮助   Esc 暂停
        """)
  }

  @Test func `for one's own grade of a whole question`() throws {
    var desk = try Desk.quiz([CardID(question: SampleBank.scale)])
    desk.type(" ")
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                ▸   1 of 1   0:41   EN

          Scaled dot product · junior · say it aloud, then grade yourself

          Why scale by √d_k?

          Short answer
          With unit-variance q and k, q·k has variance d_k: undivided, softmax
          saturates and its gradient vanishes.













          Did you know it?   1 Again 1 min   2 Hard 6 min   3 Good 10 min   4 Easy 8 d
          1 2 3 4 grade yourself   b mark   L 中文                  ? help   Esc pause
        """)
  }
}
