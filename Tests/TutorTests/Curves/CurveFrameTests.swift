import Attention
import TerminalUI
import Testing

@testable import Tutor

/// The curves of the drawings' experiment.
private func visit(
  _ keys: String, size: Size = Size(columns: 80, rows: 24), language: Tutor.Language = .en,
  look: Look = Look(colours: .none)
) -> PlaygroundVisit {
  var visit = PlaygroundVisit.causal(size: size, language: language, look: look)
  visit.type(keys)
  return visit
}

@Suite struct `The curves' frames` {
  @Test func `entropy against temperature`() {
    #expect(
      visit("m").frame == #"""
          heed › Playground › Curves                       4 heads, 32 × 32, d 64   EN

          1 entropy   2 deviation   3 time   4 KV cache

          Mean entropy of the rows against temperature                    nats; τ, log
            │                               │   ⣀⡠⠤⠔⠒⠒⠊⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉ entropy
            │                              ⢀●⠔⠊⠉
          2 │                            ⡠⠔⠁│
            │                         ⢀⡠⠊   │
            │                       ⢀⠔⠁     │
            │                     ⢀⠔⠁       │
            │                   ⢀⠔⠁         │
          1 │                ⢀⡠⠊⠁           │
            │             ⢀⡠⠔⠁              │
            │         ⢀⣀⠤⠒⠁                 │
            │  ⣀⣀⡠⠤⠔⠒⠊⠁                     │
          0 │⠉⠉                             │
            └────────────────────────────────────────────────────────────────
            1/16           1/4              1               4              16

          ● entropy  2.18   8.8 effective keys

          τ 1: 85% of the 2.55 nats that uniform rows have.
          ←→ read off   v next curve   w why   r again               ? help   Esc back
        """#)
  }

  @Test func `the same in Chinese`() {
    #expect(
      visit("m", language: .zh).frame == #"""
          heed › 演练场 › 曲线                            4 个头，32 × 32, d 64   中文

          1 熵   2 标准差   3 时间   4 KV 缓存

          各行的平均熵与温度                                              nat；τ，对数
            │                                  │   ⣀⡠⠤⠔⠒⠒⠒⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉ 熵
            │                                 ⣀●⠒⠊⠉
          2 │                              ⣀⠔⠊ │
            │                           ⢀⡠⠊    │
            │                         ⢀⠔⠁      │
            │                       ⣀⠔⠁        │
            │                     ⡠⠊           │
          1 │                  ⣀⠔⠉             │
            │               ⣀⠤⠊                │
            │          ⢀⣀⠤⠒⠉                   │
            │  ⣀⣀⣀⡠⠤⠔⠒⠊⠁                       │
          0 │⠉⠉                                │
            └─────────────────────────────────────────────────────────────────────
            1/16             1/4               1                4               16

          ● 熵  2.18   有效键数 8.8

          τ 1：为均匀行的 2.55 nat 的 85%。
          ←→ 读数   v 下一曲线   w 为何   r 重测                     ? 帮助   Esc 返回
        """#)
  }

  @Test func `the same in ASCII`() {
    #expect(
      visit("m", look: Look(colours: .none, ascii: true)).frame == #"""
          heed > Playground > Curves                       4 heads, 32 x 32, d 64   EN

          1 entropy   2 deviation   3 time   4 KV cache

          Mean entropy of the rows against temperature                  nats; tau, log
            |                               | ******************************* entropy
            |                              ***
          2 |                            ** |
            |                         ***   |
            |                      ***      |
            |                    **         |
            |                  **           |
          1 |                **             |
            |             ***               |
            |         ****                  |
            |  *******                      |
          0 |**                             |
            +----------------------------------------------------------------
            1/16           1/4              1               4              16

          * entropy  2.18   8.8 effective keys

          tau 1: 85% of the 2.55 nats that uniform rows have.
          <--> read off   v next curve   w why   r again             ? help   Esc back
        """#)
  }

  @Test func `in colours, amber where it is read off`() {
    let area = Rect(column: 0, row: 0, columns: 80, rows: 24)
    #expect(
      visit("m", look: Look()).styles(in: area).joined(separator: "\n") == #"""
          qqqq f qqqqqqqqqq f SSSSSS                       q qqqqqq qq q qqq q qq   qq

          A SSSSSSS   A qqqqqqqqq   A qqqq   A qq qqqqq

          SSSS SSSSSSS SS SSS SSSS SSSSSSS SSSSSSSSSSS                    qqqqq qq qqq
            f                               A   ccccccccccccccccccccccccccccc ccccccc
            f                              ccccc
          q f                            cccA
            f                         ccc   A
            f                       ccc     A
            f                     ccc       A
            f                   ccc         A
          q f                cccc           A
            f             cccc              A
            f         ccccc                 A
            f  cccccccc                     A
          q fcc                             A
            fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
            qqqq           qqq              A               q              qq

          c ttttttt  tttt   ttt ttttttttt tttt

          q qq qqq qq qqq qqqq qqqq qqqq qqqqqqq qqqq qqqqq
          AA qqqq qqq   A qqqq qqqqq   A qqq   A qqqqq               A qqqq   AAA qqqq
        """#)
  }

  @Test func `deviation against d`() {
    #expect(
      visit("m2").frame == #"""
          heed › Playground › Curves                       4 heads, 32 × 32, d 64   EN

          1 entropy   2 deviation   3 time   4 KV cache

          Standard deviation of the scores against d                           log–log
             │                                    │                   ⣀⡠⠤⠔⠒⠉ q·k
             │                                    │              ⣀⠤⠔⠊⠉
          16 │                                    │         ⣀⡠⠔⠒⠉
             │                                    │    ⣀⡠⠤⠒⠉
           8 │                                   ⣀●⠔⠒⠉⠉
             │                              ⣀⡠⠔⠊⠉ │
             │                         ⢀⡠⠔⠒⠉      │
           4 │                    ⣀⡠⠤⠒⠉⠁          │
             │               ⣀⡠⠔⠒⠉                │
           2 │          ⣀⡠⠤⠒⠉                     │
             │    ⢀⡠⠤⠒⠊⠉                          │
           1 │⣀⣤⣒⠭⠥⠤⠤⠤⠤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀●⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀ q·k / √d
             └──────────────────────────────────────────────────────────────
              1     2     4     8    16    32    64    128   256   512 1,024

          ● q·k  8.13    ● q·k / √d  1.02

          d 64: theory says √d = 8.00 for q·k, and 1 after ÷ √d.
          ←→ read off   v next curve   w why   r again               ? help   Esc back
        """#)
  }

  @Test func `bytes against context`() {
    #expect(
      visit("m4").frame == #"""
          heed › Playground › Curves                       4 heads, 32 × 32, d 64   EN

          1 entropy   2 deviation   3 time   4 KV cache

          KV cache against context length      bytes, one layer, fp32; tokens, log–log
                  │                          │                            ⢀⣀⠤⠤⠒⠒⠉ MHA
          128 MiB │                          │                     ⣀⣀⠤⠤⠒⠊⠉⢁⣀⣤⣤⠶⠶⠛ MLA
                  │                          │              ⢀⣀⠤⠔⠒⠊⠉ ⣀⣠⣤⠶⠞⠛⠋⠉  ⢀⣀⠤ GQA
                  │                          │         ⣀⡠⠤⠒⠉⠁ ⣀⣠⣤⠶⠞⠛⠉⠁  ⢀⣀⠤⠔⠒⠉⠁   MQA
                  │                          │  ⣀⡠⠤⠔⠒⠊⠉⣀⣀⣤⡴⠶⠛⠛⠉⠁ ⢀⣀⠤⠤⠒⠒⠉⠁
           16 MiB │                      ⣀⡠⠤⠔●⠉⠉⣀⣠⣤⡴⠶⠞⠛⠉⠉ ⢀⣀⠤⠤⠒⠊⠉⠁
                  │               ⣀⣀⠤⠔⠒⠊⠉⢀⣀⣤⡴●⠛⠛⠉⠁ ⢀⣀⡠⠤⠒⠒⠉⠁
                  │        ⣀⡠⠤⠔⠒⠉⠉  ⣀⡠⠤⠖⠚⠉⠁ ⢀●⠤⠤⠒⠊⠉⠁
                  │  ⢀⣀⠤⠒⠊⠉ ⢀⣀⣠⡤⠶⠒⠋⠉   ⣀⡠⠔⠒⠉⠁│
            2 MiB │⠒⠉⠁⣀⣠⣤⠶⠶⠛⠋⠉  ⣀⣀⠤⠤⠒⠊⠉      │
                  │⠶⠛⠛⠉⠁ ⣀⣀⠤⠔⠒⠊⠉             │
                  │⣀⠤⠤⠒⠊⠉                    │
                  └──────────────────────────────────────────────────────────────
                  1Ki     2Ki      4Ki      8Ki    16Ki     32Ki     64Ki   128Ki

          ● MHA  16 MiB    ● GQA  8 MiB    ● MQA  4 MiB    ● MLA  9 MiB

          8,192 tokens, 4 heads of 64; GQA shares among 2, MLA keeps one latent.
          ←→ read off   v next curve   w why   r again               ? help   Esc back
        """#)
  }

  @Test func `on a large screen charts get height and width`() {
    #expect(
      visit("m4", size: Size(columns: 160, rows: 50)).frame == #"""
          heed › Playground › Curves                                                                                                       4 heads, 32 × 32, d 64   EN

          1 entropy   2 deviation   3 time   4 KV cache

          KV cache against context length                                                                                      bytes, one layer, fp32; tokens, log–log
                  │                                                            │                                                                            ⢀⡠⠤⠒⠉ MHA
                  │                                                            │                                                                       ⣀⡠⠔⠒⠉⠁
                  │                                                            │                                                                  ⣀⡠⠔⠒⠉
                  │                                                            │                                                             ⣀⠤⠔⠊⠉             ⣀⠤ MLA
          128 MiB │                                                            │                                                        ⣀⡠⠔⠊⠉            ⢀⣀⠤⢔⡪⠭⠒⠉ GQA
                  │                                                            │                                                   ⢀⡠⠤⠒⠉            ⢀⣀⠤⢒⣊⠥⠒⠊⠁
                  │                                                            │                                              ⢀⣀⠤⠒⠉⠁           ⢀⡠⠤⠒⣊⠥⠔⠊⠁
                  │                                                            │                                          ⣀⠤⠔⠊⠁           ⢀⡠⠤⠒⣉⡡⠔⠊⠉
                  │                                                            │                                     ⣀⡠⠔⠒⠉            ⣀⠤⠒⢊⡡⠔⠒⠉               ⢀⣀⠤⠒ MQA
                  │                                                            │                                ⢀⡠⠤⠒⠉            ⣀⠤⠔⢊⣉⠤⠒⠉⠁               ⣀⠤⠔⠊⠁
                  │                                                            │                           ⢀⣀⠤⠒⠉⠁           ⢀⡠⠔⠒⣉⠤⠒⠊⠁               ⣀⡠⠔⠊⠉
                  │                                                            │                       ⣀⠤⠒⠊⠁           ⢀⣀⠤⠒⣉⡡⠔⠊⠉               ⢀⡠⠔⠒⠉
                  │                                                            │                  ⣀⠤⠔⠊⠉            ⣀⠤⠒⢊⡡⠤⠒⠉               ⢀⡠⠤⠒⠉⠁
                  │                                                            │             ⢀⡠⠔⠒⠉            ⣀⠤⠔⢊⣉⠤⠒⠉⠁               ⣀⠤⠒⠊⠁
                  │                                                            │        ⢀⡠⠤⠒⠉⠁           ⣀⡠⠔⠒⣉⠤⠒⠊⠁               ⣀⠤⠔⠊⠉
                  │                                                            │    ⣀⠤⠒⠊⠁           ⢀⡠⠤⠒⣉⠤⠔⠊⠉               ⢀⡠⠔⠒⠉
           16 MiB │                                                            ●⡠⠔⠊⠉           ⢀⣀⠤⠒⣉⡡⠔⠒⠉               ⢀⣀⠤⠒⠉⠁
                  │                                                       ⢀⡠⠔⠒⠉│           ⣀⠤⠔⢊⡡⠤⠒⠉                ⣀⠤⠒⠊⠁
                  │                                                  ⢀⡠⠤⠒⠉⠁    │      ⣀⡠⠔⢊⣉⠤⠒⠊⠁               ⣀⠤⠔⠊⠉
                  │                                             ⢀⣀⠤⠒⠊⠁         │ ⢀⡠⠤⠒⣉⠤⠔⠊⠁               ⣀⡠⠔⠒⠉
                  │                                         ⣀⠤⠔⠊⠁           ⢀⣀⠤●⢊⡡⠔⠒⠉               ⢀⡠⠤⠒⠉
                  │                                    ⣀⡠⠔⠊⠉            ⣀⠤⠔⢊⡡⠤⠒●⠁              ⢀⣀⠤⠒⠉⠁
                  │                               ⢀⡠⠤⠒⠉            ⣀⡠⠔⢊⣉⠤⠒⠊⠁   │           ⣀⠤⠔⠊⠁
                  │                          ⢀⣀⠤⠒⠉⠁           ⢀⡠⠔⠒⣉⠤⠔⠊⠁        │      ⣀⡠⠔⠊⠉
                  │                      ⣀⠤⠔⠊⠁           ⢀⡠⠤⠒⣉⡡⠔⠊⠉             │ ⢀⡠⠤⠒⠉
                  │                 ⢀⡠⠔⠒⠉            ⣀⠤⠒⢊⡡⠔⠒⠉               ⢀⣀⠤●⠊⠁
                  │            ⢀⣀⠤⠒⠉⠁           ⣀⠤⠔⢊⣉⠤⠒⠉⠁               ⣀⠤⠔⠊⠁  │
                  │        ⣀⠤⠒⠊⠁           ⢀⡠⠔⠒⣉⠤⠒⠊⠁               ⣀⡠⠔⠊⠉       │
                  │   ⣀⡠⠔⠊⠉           ⢀⣀⠤⠒⣉⡡⠔⠊⠉               ⢀⡠⠔⠒⠉            │
            2 MiB │⠤⠒⠉            ⣀⠤⠔⢊⡡⠤⠒⠉               ⢀⡠⠤⠒⠉⠁                │
                  │          ⣀⡠⠔⠒⣉⠤⠒⠊⠁               ⣀⠤⠒⠊⠁                     │
                  │     ⢀⡠⠤⠒⣉⠤⠔⠊⠉               ⣀⠤⠔⠊⠉                          │
                  │ ⣀⠤⠒⢊⡡⠔⠒⠉               ⢀⡠⠔⠒⠉                               │
                  │⣉⠤⠒⠉⠁              ⢀⣀⠤⠒⠉⠁                                   │
                  │              ⢀⣀⠤⠒⠊⠁                                        │
                  │         ⢀⣀⠤⠒⠊⠁                                             │
                  │    ⢀⣀⠤⠒⠊⠁                                                  │
                  │⣀⠤⠒⠊⠁                                                       │
                  └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                  1Ki                 2Ki                 4Ki                 8Ki                16Ki                32Ki                64Ki               128Ki

          ● MHA  16 MiB    ● GQA  8 MiB    ● MQA  4 MiB    ● MLA  9 MiB

          8,192 tokens, 4 heads of 64; GQA shares among 2, MLA keeps one latent.
          ←→ read off   v next curve   w why   r again                                                                                               ? help   Esc back
        """#)
  }

  @Test func `on a small one the chart and its figures`() {
    #expect(
      visit("m2", size: Size(columns: 40, rows: 12)).frame == #"""
          heed › Playground › Curves

          1  2 deviation  3  4
          16 │            │   ⣀⡠⠔⠒⠊⠉ q·k
           8 │          ⣀⡠●⠔⠊⠉
           4 │     ⣀⣀⠤⠒⠉  │
           2 │⣀⣤⣔⣊⣉⣀⣀⣀⣀⣀⣀⣀●⣀⣀⣀⣀⣀⣀⣀⣀⣀ q·k / √d
             └──────────────────────
              1 2 4 8    64  256
          ● q·k  8.13    ● q·k / √d  1.02
          d 64: √d = 8.00
          ←→ read off   v next curve    ?  Esc
        """#)
  }
}
