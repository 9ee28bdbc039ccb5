import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Study fits` {
  @Test func `a wide screen, with topics, list, experiment and reader`() throws {
    var desk = try Desk.sample(columns: 120, rows: 40)
    desk.type("S")
    desk.press(.up, .enter)
    desk.type("  ")
    expect(
      desk,
      shows: """
          heed › Study › Scaled dot product › Why scale by √d_k?                                                    4 due   EN

          Topics                 4/4    Scaled dot product         2/2 │   Why scale by √d_k?
                                                                       │   junior · concept
         ▌Scaled dot product     2/2   ▌◆ Why scale by √d_k?           │   self-grade in 5 d · 2 quiz items due
          Masks                  2/2    ◆ Why is softmax shift-invari… │
                                                                       │   ▾ Short answer
                                        Experiment                   x │     With unit-variance q and k, q·k has variance d_k:
                                                                       │     undivided, softmax saturates and its gradient
          ◆ due                         ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀               │     vanishes.
          ● known                       ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀               │
          ◔ learning                    ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀               │   ▾ In depth
          · new                         ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀               │     For independent parts of mean 0 and variance 1:
          ! keeps slipping              ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀               │
                                        ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀               │         Var(q·k) = Σ Var(q_i k_i) = d_k
                                        ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀               │
                                        ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀               │      d_k  sd(q·k)  sd after
                                                                       │       64        8         1
                                        score                      dot │     1024       32         1                   checked
                                        heads                        1 │
                                        shape            16 × 16, d 64 │  ▌▸ Code                                        Space
                                        entropy                   0.42 │   ▸ Common mistakes
                                                                       │   ▸ Follow-ups
                                        Rows are almost one-hot.       │
                                        Switch the score to scaled-dot │
                                        and watch the entropy.         │
                                                                       │
                                                                       │
                                                                       │
                                                                       │
                                                                       │
                                                                       │
                                                                       │
                                                                       │
                                                                       │
                                                                       │
                                                                       │

                                                   Did you know it?   1 Again 10 min   2 Hard 17 d   3 Good 22 d   4 Easy 35 d
          Space reveal   x experiment   b mark   n note   L 中文   / find   f filter   [ ] previous, next    ? help   Esc back
        """)
  }

  @Test func `a small screen, the list first`() throws {
    var desk = try Desk.sample(columns: 40, rows: 12)
    desk.type("S")
    expect(
      desk,
      shows: """
          Study › Scaled dot product     4 due

          Scaled dot product               2/2
          ◆ Why scale by √d_k?
         ▌◆ Why is softmax shift-invariant?

          Masks                            2/2
          ● What does a causal mask forbid?
          ◆ How much memory does a float32 ma…

          Why is softmax shift-invariant?
          Space reveal   b mark         ?  Esc
        """)
  }

  @Test func `a small screen, then the reader`() throws {
    var desk = try Desk.sample(columns: 40, rows: 12)
    desk.type("S")
    desk.press(.enter)
    desk.type(" ")
    expect(
      desk,
      shows: """
          Study › Scaled dot product     4 due

          Why is softmax shift-invariant?
          ▾ Short answer
            A constant added to every score is
            a factor of numerator and
            denominator alike, and cancels.
         ▌▸ In depth                     Space


          1 1 min   2 6 min   3 10 min   4 8 d
          Space reveal   b mark         ?  Esc
        """)
  }

  @Test func `a small screen in Chinese`() throws {
    var desk = try Desk.sample(columns: 40, rows: 12, .zh)
    desk.type("S")
    desk.press(.enter)
    desk.type(" ")
    expect(
      desk,
      shows: """
          heed › 学习 › 缩放点积      4 项到期

          softmax 为何平移不变？
          ▾ 简答
            每个分数加同一个常数，分子分母同乘
            一个因子，约去。
         ▌▸ 详解                         Space



          1 1 分   2 6 分   3 10 分   4 8 天
          Space 展开   b 标记   n 笔记  ?  Esc
        """)
  }

  @Test func `the filter over the list`() throws {
    var desk = try Desk.sample()
    desk.type("Sf")
    expect(
      desk,
      shows: """
          heed › Study › Scaled dot product                                 4 due   EN

          Scaled dot product     2/2 │  Why is softmax shift-invariant?
          ◆ Why scale by √d_k?       │  mid · derivation
         ▌◆ Why is softmax shift-in… │  not self-graded · 1 quiz item due
                                     │
          Masks         ╭─ Show only ──────────────────────────────────╮aloud?
          ● What does a │                                              │
          ◆ How much mem│ ▌topic                              ‹ any ›  │         Space
                        │  level                                  any  │
                        │  kind                                   any  │
                        │  state                                  any  │
                        │  tag                                    any  │
                        │  only                                   any  │
                        │                                 4 questions  │
                        ╰──────────────────────────────────────────────╯
                                     │
                                     │
                                     │
                                     │
                                     │

          Why is softmax shift-invariant?
          ↑↓ choose   ←→ change   Enter done                        ? help   Esc close
        """)
  }
}
