import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Comparing looks as drawn` {
  @Test func `A, B and their difference stand side by side`() {
    #expect(
      PlaygroundVisit.comparing("scaled-or-not-64").frame == #"""
          heed › Playground › Compare                     24 × 24   d 64   seed 3   EN

          A  pinned                 B  now                    B − A            weights
          score         scaled-dot ▌score            ‹ dot ›  1 part differs
          @+                        @.                        +-
          +:@@                      ..@@                      -.++
          +*-+**                    +@.-@@                    -+-.+.
          .-=*=::@                  ...@:..@                  ..-#-..+
          --=-*::=:.                ..@.@.....                ..#.#..-..
          -:::.-:#:-=.              -......@.=..              .......#..-.
          ..::+:.:::-=--            ....@......@.-            ....#......#..
          :::.:-::-..:*:.:          .....:..*...@..-          ........+...#...
          :..:.+.=...:=::.-.        .....@.@....=.....        .....#.#..........
          .+:::....:*:..:+.::.      .@........@....#....      .+........#.........
          .:::.=::.::..:..:::::.    .....@...%:..-..--..:.    .....#...+............
          .:...:...-=:.::--..:....  .........%@....-%.......  .........+#.....+.......
          0 ..::-==++*##%%@@ 0.50+  0 ..::-==++*##%%@@ 0.50+  −0.60 ==---..+++## 0.60+

          entropy, mean       1.95                      0.45                     −1.51
          effective keys       8.8                       1.8                      −7.1
          q 22 · k 10        0.167                     0.968                    +0.801

          Notice  Without ÷ √d scores deviate by 8, not 1: B has less entropy.
          ←→ change B   Tab pane   s stage   c unpin A   w why       ? help   Esc back
        """#)
  }

  @Test func `a fault's invariant is named under the difference`() {
    #expect(
      PlaygroundVisit.comparing("top-left").frame == #"""
          heed › Playground › Compare                      8 × 24   d 64   seed 0   EN

          A  pinned                 B  now                    B − A            weights
          fault               none ▌fault       ‹ top-left ›  1 part differs
          ....:.:...:.......        @=                        #+................
          :.:...::.:.:........      +==.                      +++.................
          .....-:.....:.....:...    -:::-*                    .....+................
          :..::...::.:.......:....  *..=-.:.                  +.......................
          0 ...::--==++**##%%@@@ 1  0 ...::--==++**##%%@@@ 1  −1 ===----.....++++### 1

          B breaks: with a cache the last query must see every key

          entropy, mean       2.59                      1.01                     −1.58
          q 0 · k 0          0.053                     1.000                    +0.947
          effective keys      13.4                       3.0                     −10.4
          pairs kept           164                        36                      −128
          work            42 kFLOP                 9.2 kFLOP                 −33 kFLOP





          masks count queries from 0, not from where they stand: recent keys are lost
          ←→ change B   Tab pane   s stage   c unpin A   w why       ? help   Esc back
        """#)
  }

  @Test func `in Chinese everything stands in the same cells`() {
    #expect(
      PlaygroundVisit.comparing("top-left", language: .zh).frame == #"""
          heed › 演练场 › 对比                           8 × 24   d 64   种子 0   中文

          A  已固定                 B  现在                   B − A               权重
          典型错误            none ▌典型错误    ‹ top-left ›  1 个部件不同
          ....:.:...:.......        @=                        #+................
          :.:...::.:.:........      +==.                      +++.................
          .....-:.....:.....:...    -:::-*                    .....+................
          :..::...::.:.......:....  *..=-.:.                  +.......................
          0 ...::--==++**##%%@@@ 1  0 ...::--==++**##%%@@@ 1  −1 ===----.....++++### 1

          B 违反：有缓存时，最后一个查询必须看得到所有键

          平均熵              2.59                      1.01                     −1.58
          q 0 · k 0          0.053                     1.000                    +0.947
          有效键数            13.4                       3.0                     −10.4
          保留对数             164                        36                      −128
          运算量          42 kFLOP                 9.2 kFLOP                 −33 kFLOP





          留意  掩码从 0 数查询，而不是从其位置数：看不到最近的键
          ←→ 改变 B   Tab 换栏   s 阶段   c 取消固定 A   w 为何      ? 帮助   Esc 返回
        """#)
  }

  @Test func `forty columns hold one picture, the part and the figures`() {
    #expect(
      PlaygroundVisit.comparing("scaled-or-not-64", size: Size(columns: 40, rows: 12)).frame == #"""
          Playground › Compare   d 64   seed 3

          B − A    weights  ▌score     ‹ dot ›
          -+
          +#++               entropy     −1.51
          .+##..             eff. keys    −7.1
          ..#..##.           22·10      +0.801
          +.+#.#....         scores sd   +7.12
          ..#.+#..+...

          Without ÷ √d scores deviate by 8, n…
          ←→ change B   Tab pane        ?  Esc
        """#)
  }

  @Test func `kernels without weights are compared by their output`() {
    #expect(
      PlaygroundVisit.comparing("plain-or-flash").frame == #"""
          heed › Playground › Compare                     64 × 64   d 64   seed 0   EN

          A  pinned    head 1 of 4  B  now                    B − A             output
          kernel             plain ▌kernel         ‹ flash ›  no difference here
          =#-##=####===###=####+    =#-##=####===###=####+    ......................
          #==##=#####=#=#######+    #==##=#####=#=#######+    ......................
          +--++-++-++--+#++#--+.    +--++-++-++--+#++#--+.    ......................
          +-++-==#-##-=+-++-==#+    +-++-==#-##-=+-++-==#+    ......................
          +++--+=+-+-+-+#++++=+-    +++--+=+-+-+-+#++++=+-    ......................
          +=--++-++----+--#+---+    +=--++-++----+--#+---+    ......................
          +--+++--++---++++++--.    +--+++--++---++++++--.    ......................
          ++---+-+++++-++-++-+-.    ++---+-+++++-++-++-+-.    ......................
          +---++-++++--+--++---.    +---++-++++--+--++---.    ......................
          +---++-.-+-+-++-+----.    +---++-.-+-+-++-+----.    ......................
          +-+-++-++++--++-+-----    +-+-++-++++--++-+-----    ......................
          −1 ===----....++++### 1+  −1 ===----....++++### 1+  −1 ===----.....++++### 1

          scores, weights  128 KiB                       0 B                  −128 KiB
          q 1 · c 0          −0.31                     −0.31                      0.00



          Notice  The same output, up to rounding; but no matrix of scores is held.
          ←→ change B   Tab pane   s stage   c unpin A   w why       ? help   Esc back
        """#)
  }

}
