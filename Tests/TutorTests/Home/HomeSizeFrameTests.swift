import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Home fits` {
  @Test func `a wide screen, with every topic and an experiment`() throws {
    let desk = try Desk.sample(columns: 120, rows: 40)
    expect(
      desk,
      shows: """
          heed                                                                               Fri 20 Nov   3 days in a row   EN

          4 items are due                                                   Topics, weakest first                    met   due
          About 2 minutes. 3 are from Scaled dot product.
                                                                            Scaled dot product   ━━━━━────   60%     2/2     3
         ▌Review the 4 due                                       Enter      Masks                ━━━━━━───   62%     2/2     1

          Go on reading       Why is softmax shift-invariant? …      R
                                                                            Experiment                                       P
          Study               4 questions, 4 met                     S

          Playground          run attention with any shape           P

          Quiz                last 70%, best 70%                     Q

          Statistics          retention 100%, your wish 90%          T



          Coming due                                      6 in 30 days

              4 █
                █
                █
                █
                █
                █    ▆▆
              0 █    ██                                                     score                 scaled-dot
                today         4 Dec         18 Dec                          heads                          1
                                                                            shape                8 × 8, d 64
                                                                            entropy                     1.63








          ↑↓ choose   Enter open   / find   : command   L 中文                                                 ? help   q quit
        """)
  }

  @Test func `a small screen`() throws {
    let desk = try Desk.sample(columns: 40, rows: 12)
    expect(
      desk,
      shows: """
          heed                 3 days in a row

          4 items are due, 2 minutes

         ▌Review the 4 due               Enter
          Go on reading                      R
          Study                              S
          Playground                         P
          Quiz                               Q
          Statistics                         T

          ↑↓ choose   L 中文              ?  q
        """)
  }

  @Test func `a small screen in Chinese`() throws {
    let desk = try Desk.sample(columns: 40, rows: 12, .zh)
    expect(
      desk,
      shows: """
          heed                       连续 3 天

          4 项到期，约 2 分钟

         ▌复习到期的 4 项                Enter
          继续阅读                           R
          学习                               S
          演练场                             P
          测验                               Q
          统计                               T

          ↑↓ 选择   L English             ?  q
        """)
  }

  @Test func `a small screen on the first day`() throws {
    let desk = try Desk.firstDay(columns: 40, rows: 12)
    expect(
      desk,
      shows: """
          heed                      Fri 20 Nov

          Welcome.

         ▌Begin reading                  Enter
          Study                              S
          Playground                         P
          Quiz                               Q
          Statistics                         T

          Why scale by √d_k?
          ↑↓ choose   L 中文              ?  q
        """)
  }
}
