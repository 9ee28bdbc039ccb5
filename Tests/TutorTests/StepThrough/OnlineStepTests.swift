import TerminalUI
import Testing

@testable import Tutor

/// Online softmax of the drawings' experiment, some tiles on.
private func visit(
  tiles: Int = 3, row: Int = 31, size: Size = Size(columns: 80, rows: 24), language: Tutor.Language = .en,
  look: Look = Look(colours: .none)
) -> PlaygroundVisit {
  var visit = PlaygroundVisit.causal(size: size, language: language, look: look)
  visit.type("t")
  for _ in 0..<abs(row - 21) { visit.press(row > 21 ? .down : .up) }
  for _ in 1..<tiles { visit.press(.character(" ")) }
  return visit
}

@Suite struct `Online softmax on the screen` {
  @Test func `eighty columns hold the tiles, the sums, the recurrence and both outputs`() {
    #expect(
      visit().frame == #"""
          heed › Playground › Online softmax                    row q 31   head 1   EN

          Tile 3 of 4   the row's 32 scores come in tiles of 8; nothing else is kept

          scores   ..--..--....--.. ++..--..--..++.. ....++--........ ················
                                                     ━━━━━━━━━━━━━━━━
                   read                              now              to come

                        tile max  running max       rescale  denominator   gap to full
          tile 1           0.216        0.216             —        4.641         0.935
          tile 2           1.506        1.506         0.275        3.954         0.786
         ▌tile 3           1.837        1.837         0.718        4.782         0.269
          tile 4               ·            ·             ·            ·             ·
          all 32                        1.837                      5.807             0

          m′ = max(m, tile max)                   max(1.506, 1.837)            = 1.837
          l′ = l · e^(m − m′) + Σ e^(s − m′)      3.954 × 0.718 + 1.942        = 4.782
          o′ = o · e^(m − m′) + Σ e^(s − m′) v                              64 numbers

          o / l    +-++.-...#..-.-.--..-...+--.-+.----.-...--..+.-+=....-+.+...++.-
          full     +-+..-...#....-.--..-...+.-..+.---..-..+--..+.-+=....-+.....++..

          A larger maximum came: the old sum shrinks to 0.718 of itself.
          Space next tile   [ back   r again   ↑↓ row   w why        ? help   Esc back
        """#)
  }

  @Test func `in Chinese everything stands in the same cells`() {
    #expect(
      visit(language: .zh).frame == #"""
          heed › 演练场 › 在线 softmax                           行 q 31   头 1   中文

          第 3 块，共 4 块   该行的 32 个分数按每块 8 个读入；此外什么也不保留

          分数     ..--..--....--.. ++..--..--..++.. ....++--........ ················
                                                     ━━━━━━━━━━━━━━━━
                   已读                              现在             未读

                        块内最大     当前最大          缩放         分母    与完整之差
          块 1             0.216        0.216             —        4.641         0.935
          块 2             1.506        1.506         0.275        3.954         0.786
         ▌块 3             1.837        1.837         0.718        4.782         0.269
          块 4                 ·            ·             ·            ·             ·
          全部 32                       1.837                      5.807             0

          m′ = max(m, 块内最大)                   max(1.506, 1.837)            = 1.837
          l′ = l · e^(m − m′) + Σ e^(s − m′)      3.954 × 0.718 + 1.942        = 4.782
          o′ = o · e^(m − m′) + Σ e^(s − m′) v                                 64 个数

          o / l    +-++.-...#..-.-.--..-...+--.-+.----.-...--..+.-+=....-+.+...++.-
          完整     +-+..-...#....-.--..-...+.-..+.---..-..+--..+.-+=....-+.....++..

          出现了更大的最大值：已有的和缩小为原来的 0.718。
          Space 下一块   [ 上一步   r 从头   ↑↓ 行   w 为何          ? 帮助   Esc 返回
        """#)
  }

  @Test func `in ASCII glyphs carry the values`() {
    #expect(
      visit(look: Look(colours: .none, ascii: true)).frame == #"""
          heed > Playground > Online softmax                    row q 31   head 1   EN

          Tile 3 of 4   the row's 32 scores come in tiles of 8; nothing else is kept

          scores   ..--..--....--.. ++..--..--..++.. ....++--........ ................
                                                     ================
                   read                              now              to come

                        tile max  running max       rescale  denominator   gap to full
          tile 1           0.216        0.216            --        4.641         0.935
          tile 2           1.506        1.506         0.275        3.954         0.786
         >tile 3           1.837        1.837         0.718        4.782         0.269
          tile 4               .            .             .            .             .
          all 32                        1.837                      5.807             0

          m' = max(m, tile max)                   max(1.506, 1.837)            = 1.837
          l' = l . e^(m - m') + sum e^(s - m')    3.954 x 0.718 + 1.942        = 4.782
          o' = o . e^(m - m') + sum e^(s - m') v                            64 numbers

          o / l    +-++.-...#..-.-.--..-...+--.-+.----.-...--..+.-+=....-+.+...++.-
          full     +-+..-...#....-.--..-...+.-..+.---..-..+--..+.-+=....-+.....++..

          A larger maximum came: the old sum shrinks to 0.718 of itself.
          Space next tile   [ back   r again   ^v row   w why        ? help   Esc back
        """#)
  }

  @Test func `its colours are those of the drawings`() {
    #expect(
      visit(look: Look()).styles(in: Rect(column: 0, row: 0, columns: 80, rows: 24)).joined(separator: "\n") == #"""
          qqqq f qqqqqqqqqq f SSSSSS SSSSSSS                    qqq q qq   qqqq q   qq

          SSSS S SS S   qqq qqqqq qq qqqqqq qqqq qq qqqqq qq qq qqqqqqq qqqq qq qqqq

          qqqqqq   cccccccccccccccc cccccccccccccccc cccccccccccccccc ffffffffffffffff
                                                     AAAAAAAAAAAAAAAA
                   qqqq                              AAA              qq qqqq

                        qqqq qqq  qqqqqqq qqq       qqqqqqq  qqqqqqqqqqq   qqq qq qqqq
          tttt t           ttttt        ttttt             t        ttttt         ttttt
          tttt t           ttttt        ttttt         ttttt        ttttt         ttttt
         ASSSS_S___________SSSSS________SSSSS_________SSSSS________SSSSS_________SSSSS_
          ffff f               f            f             f            f             f
          qqq qq                        qqqqq                      qqqqq             q

          dd d dddddd dddd dddd                   qqqqqqqqqq qqqqqq            S SSSSS
          dd d d d dddd d ddd d d dddd d ddd      qqqqq q qqqqq q qqqqq        S SSSSS
          dd d d d dddd d ddd d d dddd d ddd d                              SS SSSSSSS

          t t t    cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc
          qqqq     cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc

          q qqqqqq qqqqqqq qqqqq qqq qqq qqq qqqqqqq qq qqqqq qq qqqqqqq
          AAAAA qqqq qqqq   A qqqq   A qqqqq   AA qqq   A qqq        A qqqq   AAA qqqq
        """#)
  }

  @Test func `a large screen shows the outputs after every tile`() {
    #expect(
      visit(size: Size(columns: 160, rows: 50)).frame == #"""
          heed › Playground › Online softmax                                                                                                    row q 31   head 1   EN

          Tile 3 of 4   the row's 32 scores come in tiles of 8; nothing else is kept

          scores   ....----....----........----.... ++++....----....----....++++.... ........++++----................ ································
                                                                                     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                   read                                                              now                              to come

                        tile max  running max       rescale  denominator   gap to full
          tile 1           0.216        0.216             —        4.641         0.935
          tile 2           1.506        1.506         0.275        3.954         0.786
         ▌tile 3           1.837        1.837         0.718        4.782         0.269
          tile 4               ·            ·             ·            ·             ·
          all 32                        1.837                      5.807             0

          m′ = max(m, tile max)                   max(1.506, 1.837)            = 1.837
          l′ = l · e^(m − m′) + Σ e^(s − m′)      3.954 × 0.718 + 1.942        = 4.782
          o′ = o · e^(m − m′) + Σ e^(s − m′) v                              64 numbers

          tile 1   --..--++....++++++..--++----..----....++......--..--..++..++--==......--....++----..++..--..--++....--------++----++--....++##--
          tile 2   ....++++++--......++++......----........--......++==--............--..--..++......--....++++..++--........--++--++......++..----
          o / l    ..--++++..--......++........--..----....--......++----..--++..----..--..--........--........--++--........--++..........++++..--
          full     ..--++............++............----....--......++..--..........--......--....++..--....++..--++--........--..............++....

























          A larger maximum came: the old sum shrinks to 0.718 of itself.
          Space next tile   [ back   r again   ↑↓ row   w why   v other steps   ←→ tile size                                                         ? help   Esc back
        """#)
  }

  @Test func `forty columns keep the sums and the outputs`() {
    #expect(
      visit(size: Size(columns: 40, rows: 12)).frame == #"""
          Online softmax     row q 31   head 1

          Tile 3 of 4
          scores   --.- +--+ .+.. ····
                     rescale      sum      gap
          tile 2       0.275    3.954    0.786
         ▌tile 3       0.718    4.782    0.269
          all 32                5.807        0
          o / l    ++.#---.-+----+-=-+.+-
          full     --.#---.-+----+-=-+.+.
          Larger: the old sum × 0.718
          Space next tile   [ back      ?  Esc
        """#)
  }
}
