import Attention
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `The playground's frames` {
  @Test func `eighty columns hold parameters, picture and why`() {
    #expect(
      PlaygroundVisit.causal().frame == #"""
          heed › Playground                                  0.54 MFLOP   0.05 ms   EN

          Shape                     weights              head 1 of 4  Why 0.196     @@
         ▌queries        ‹ 32 ›     0  3    8       16      24        q 21 · k 3
          keys             32     0 @@
          dim              64       %*@@                              q · k      16.49
          value dim        64       #@*-@#                            ÷ √64       2.06
          heads             4       *@@@=+%%                          max −2.06   0.00
          kv heads          2     8 @=++@=-=@:                        exp         1.00
          seed              7       #+:-:-#:@@#.                      ÷ sum 5.10 0.196
                                    :-:@::.*@:-.@:
          Parts                     =--%.:+-=@#+-:@-                  Row 21
          position       none    16 --=:@#.+%-:::-:-@:                sum        1.000
          score    scaled-dot       =-=@-.*:-*=+--:%::=.              entropy     2.67
          mask         causal    21 :+=@:.::*:*=-:-=.:#++:            eff. keys   14.4
          normalise   softmax       .::+#=-%:::*-::@:=#-..:.          rank     1 of 22
          temperature       1    24 -:@:-..+...:%-::+---.:....
          bias           none       :==:::-:-*:=#:::::=::.-+-:-.      Run
          query start    auto       ::.:.-:.@:..:::+.:@.:+*::*:.*:    pairs        528
          scale          auto       :.:..:..*:-::.=:.:%::=:+-::-.-..  KV cache  32 KiB
          ▾ 17 more                 0 ...:::--===++***##%%%@@@ 0.20+

          queries  query tokens N: rows of the matrix (1 to 16,384; default 8)
          ←→ change   Tab pane   s stage   c compare   t step        ? help   Esc back
        """#)
  }

  @Test func `in Chinese everything stands in the same cells`() {
    #expect(
      PlaygroundVisit.causal(language: .zh).frame == #"""
          heed › 演练场                                    0.54 MFLOP   0.05 ms   中文

          形状                      权重                      头 1/4  为何是 0.196  @@
         ▌查询数         ‹ 32 ›     0  3    8       16      24        q 21 · k 3
          键数             32     0 @@
          维度             64       %*@@                              q · k      16.49
          值维度           64       #@*-@#                            ÷ √64       2.06
          头数              4       *@@@=+%%                          最大 −2.06  0.00
          KV 头数           2     8 @=++@=-=@:                        exp         1.00
          种子              7       #+:-:-#:@@#.                      ÷ 和 5.10  0.196
                                    :-:@::.*@:-.@:
          部件                      =--%.:+-=@#+-:@-                  第 21 行
          位置           none    16 --=:@#.+%-:::-:-@:                和         1.000
          分数     scaled-dot       =-=@-.*:-*=+--:%::=.              熵          2.67
          掩码         causal    21 :+=@:.::*:*=-:-=.:#++:            有效键数    14.4
          归一化      softmax       .::+#=-%:::*-::@:=#-..:.          名次        1/22
          温度              1    24 -:@:-..+...:%-::+---.:....
          偏置           none       :==:::-:-*:=#:::::=::.-+-:-.      运行
          查询起点       auto       ::.:.-:.@:..:::+.:@.:+*::*:.*:    对数         528
          缩放           auto       :.:..:..*:-::.=:.:%::=:+-::-.-..  KV 缓存   32 KiB
          ▾ 还有 17 项              0 ...:::--===++***##%%%@@@ 0.20+

          查询数  查询词元数 N：矩阵的行（1 至 16,384；默认 8）
          ←→ 改变   Tab 换栏   s 阶段   c 对比   t 逐步   [ ] 头     ? 帮助   Esc 返回
        """#)
  }

  @Test func `forty columns hold the picture, nearby parameters and a short why`() {
    #expect(
      PlaygroundVisit.causal(size: Size(columns: 40, rows: 12)).frame == #"""
          heed › Playground            0.05 ms

          @@                ▌queries    ‹ 32 ›
          @@@+               keys           32
          @=%+@+             dim            64
          -@:=@+##           value dim      64
          -%#=+=:*@-
          -*++==:%-+=.       Why 21·3    0.196
          -@:==-+:=-.-::     q · k ÷ 8    2.06
          :::.*::-.%-==:=.   ÷ sum 5.10  0.196
          query tokens N: rows of the matrix
          ←→ change   Tab pane          ?  Esc
        """#)
  }

  @Test func `a hundred and twenty columns hold all heads, the whole row and the run`() {
    let visit = PlaygroundVisit.causal(
      size: Size(columns: 120, rows: 40), look: Look(colours: .none, ascii: true))
    #expect(
      visit.frame == #"""
          heed > Playground                                                                          0.54 MFLOP   0.05 ms   EN

          Shape                      scores > biased > masked > weights > output          Why 0.196                         @@
         >queries           < 32 >      0  3    8       16      24                        q 21 looks at k 3, 18 keys back
          keys                32      0 @@
          dim                 64        %*@@                                              q . k        64 products       16.49
          value dim           64        #@*-@#                                            / sqrt(64)                      2.06
          heads                4        *@@@=+%%                                          causal       3 <= 21, kept      2.06
          kv heads             2      8 @=++@=-=@:                                        - row max    2.06               0.00
          seed                 7        #+:-:-#:@@#.                                      exp                             1.00
                                        :-:@::.*@:-.@:                                    / row sum    5.10              0.196
          Parts                         =--%.:+-=@#+-:@-
          position          none     16 --=:@#.+%-:::-:-@:                                Products       29.21 up, -12.72 down
          score       scaled-dot        =-=@-.*:-*=+--:%::=.                              .+-.+.-.+..+........#++.++..+...
          mask            causal     21 :+=@:.::*:*=-:-=.:#++:
          normalise      softmax        .::+#=-%:::*-::@:=#-..:.                          Row 21  entropy 2.67, eff. keys 14.4
          temperature          1     24 -:@:-..+...:%-::+---.:....                        k 0    ===                     0.029
          bias              none        :==:::-:-*:=#:::::=::.-+-:-.                      k 1    ==========              0.096
          query start       auto        ::.:.-:.@:..:::+.:@.:+*::*:.*:                    k 2    =                       0.011
          scale             auto        :.:..:..*:-::.=:.:%::=:+-::-.-..                  k 3    ====================    0.196
          soft-cap          none        0 ...:::--===++***##%%%@@@ 0.20+                  k 4    =                       0.012
          axis              keys                                                          k 5    =                       0.011
          dropout              0     head 1      head 2      head 3      head 4           k 6    ====                    0.042
          kernel           plain     @@          @+          @#          @+               k 7    =                       0.009
          fault             none     #%@%        #@#=        @-@*        #*@=             k 8    =============           0.132
          rope style interleaved     :@*#+@      @**##:      ==*%%#      =-=#@@           k 9    ===                     0.034
          rope base       10,000     -*=-:*=.    #-=%-=-:    ==#:+-*:    %-*==*+:         k 10   =====                   0.048
          rope scaling      none     @:+-=-*---  %-+-%=:-::  ---+=+*--.  -*--+:+=*.       k 11   ===                     0.027
                                     ..-::.=-::. *-=:::::::. ::-:.:-.-.: :.=.::-:::.      k 12   ======                  0.055
          View                                                                            k 13   ====                    0.035
          stage          weights                                                          - 8 more
          change             off
          head            1 of 4                                                          This run
          colours        viridis                                                          pairs kept   of 1,024            528
          scaling         linear                                                          KV cache                      32 KiB
          range         all rows                                                          scores held                   16 KiB
          - 3 more                                                                        mean entropy                    2.18

          queries  query tokens N: rows of the matrix (1 to 16,384; default 8)
          <--> change   Tab pane   s stage   c compare   t step   [ ] head   v view   w why   Enter type     ? help   Esc back
        """#)
  }

  @Test func `one style a letter: amber only at the focus, blue where a value differs from its default`() {
    let visit = PlaygroundVisit.causal(look: Look())
    #expect(
      visit.styles(in: Rect(column: 0, row: 2, columns: 28, rows: 19)).joined(separator: "\n") == #"""
          qqqqq
         ASSSSSSS________A_SS_A
          tttt             qq     q
          ttt              qq
          ttttt ttt        qq
          ttttt             d
          tt ttttt          d     q
          tttt              d

          qqqqq
          tttttttt       qqqq    qq
          ttttt    qqqqqqqqqq
          tttt         dddddd    SS
          ttttttttt   qqqqqqq
          ttttttttttt       q    qq
          tttt           qqqq
          ttttt ttttt    qqqq
          ttttt          qqqq
          f ff ffff
        """#)
  }

  @Test func `a masked cell has no ink and the colours are those of the map`() {
    let canvas = PlaygroundVisit.causal(look: Look()).canvas
    #expect(canvas[28, 4] == Cell("▀", style: Style(.colour(227), on: .colour(227))))
    #expect(canvas[29, 4].glyph == "▄", "of k 1 only the lower row has ink")
    #expect(canvas[59, 4] == .blank)
  }
}
