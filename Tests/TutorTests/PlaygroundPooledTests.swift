import Attention
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `A run of many tokens` {
  private static let flags: KeyValuePairs<String, String> = [
    "queries": "4096", "dim": "4", "heads": "2", "mask": "causal", "seed": "1",
  ]

  private func visit(look: Look = Look(colours: .none)) -> PlaygroundVisit {
    var visit = PlaygroundVisit(Self.flags, look: look)
    visit.press(.tab)
    return visit
  }

  @Test func `is seen from afar, and says how far`() throws {
    let visit = visit()
    #expect(visit.lines[2].contains("pooled 144×"))
    #expect(visit.screen?.picture?.pooled != nil)
    #expect(visit.lines[2].contains("Why 0."))
  }

  @Test func `shows the cell whose weight is the largest of the selected square, and explains it`() throws {
    var visit = visit()
    visit.press(.up, .left)
    let screen = try #require(visit.screen)
    let (picture, why) = (try #require(screen.picture), try #require(screen.why))
    let pooled = try #require(picture.pooled)
    let (row, column) = (why.query / 144 * 144, why.key / 144 * 144)
    let square = pooled.squares(
      queries: row..<min(row + 144, 4096), keys: column..<min(column + 144, 4096), side: 144)
    #expect(abs(try #require(why.derivation).weight - Double(square.largest[0])) < 1e-6)
    #expect(abs(try #require(why.row).sum - 1) < 1e-4)
  }

  @Test func `arrows go from square to square, + halves them, 0 shows all again`() throws {
    var visit = visit()
    let before = try #require(visit.screen?.view)
    visit.press(.down)
    let after = try #require(visit.screen?.view)
    #expect(after.query / 144 == before.query / 144 + 1)
    for pool in [64, 32, 16, 8, 4, 2] {
      visit.type("+")
      #expect(visit.lines[2].contains("pooled \(pool)×"))
    }
    visit.type("+")
    #expect(visit.lines[2].contains("zoomed"))
    visit.press(.right)
    #expect(visit.screen?.view.key == after.key + 1)
    visit.type("+")
    #expect(visit.frame.contains("[0."))
    visit.type("0")
    #expect(visit.lines[2].contains("pooled 144×"))
  }

  @Test func `a part has a map of the whole beside it, with the part framed`() throws {
    var visit = visit(look: Look())
    func framed() -> Int {
      let canvas = visit.canvas
      return (4..<20).flatMap { row in (28..<60).map { canvas[$0, row].style } }
        .count { $0.ink == .colour(255) || $0.ground == .colour(255) }
    }
    #expect(framed() == 0)
    visit.type("++")
    #expect(framed() > 0)
  }

  @Test func `a hand drags the part, and the selected cell stays`() throws {
    var visit = visit()
    visit.type("++")
    let before = try #require(visit.screen?.view)
    let first = visit.lines[3]
    visit.perform(visit.stack.update(.drag(.cell(row: 0, column: 0), -4, -2)))
    #expect(visit.lines[3] != first)
    #expect(visit.screen?.view.query == before.query && visit.screen?.view.key == before.key)
    visit.press(.left)
    #expect(visit.screen?.view.middle == nil, "the arrows bring the selected cell back into sight")
  }

  @Test func `another head is computed, other stages are not`() throws {
    var visit = visit()
    visit.isHeld = true
    visit.type("]")
    visit.tell(0.5)
    #expect(visit.message == "2 heads × 4,096 × 4,096  ━━━━━─────  50%   Esc stops")
    visit.press(.escape)
    #expect(visit.screen?.view.head == 0)
    visit.type("]")
    visit.deliver()
    #expect(visit.screen?.picture?.pooled?.head == 1)
    #expect(visit.lines[2].contains("head 2 of 2") || visit.screen?.view.head == 1)
    visit.type("s")
    #expect(visit.message.hasPrefix("Of so many pairs only the weights are seen"))
    #expect(visit.screen?.view.stage == .weights)
  }

  @Test func `has its frame at eighty columns`() {
    var visit = visit()
    visit.type("++")
    #expect(
      visit.frame == #"""
          heed › Playground                                                500 ms   EN

          Shape                      weights              pooled 32×  Why 0.002     --
         ▌queries       4,096               768     1044    1280      q 2730 · k 1044
          keys          4,096        +-.-.=::::@::::.:=-: @*
          dim               4   2304 ::-:.+-:.:-::::-*+:: *#=:        q · k       3.72
          value dim         4        +::=.--:.:-:@-::-::: *   *:      ÷ √4        1.86
          heads             2        ::..:-::::=:--:::::: -   @:-:    max −1.86   0.00
          kv heads          2        ::.:-:-..:=.@:..:::: --+:@--::.  exp         1.00
          seed              1   2560 -:.::-=:.*-.-:.:-:.:             ÷ sum 497. 0.002
                                     :::-.::-:::.-.::::::::.:.:::...
          Parts                      :+::.-.*.:::=::.-+:::.:..-:-::.  Row 2730
          position       none  ▌2730 :::=.--::::.+.-::..::.::.:.:.-.  sum        1.000
          score    scaled-dot   2816 -.:::-::..@:#:.:-:::..:-..-:.:.  entropy     7.76
          mask         causal        -:.:.-:...:.::..:.::.::...=:::.  eff. keys  2,350
          normalise   softmax        -:.:.-::.:::::.:.-::...:.-::.:.  rank  1 of 2,731
          temperature       1        -:.::-.:::+:@-:---::.:::.::.::.
          bias           none   3072 :..:.-:::.:.=:.:-..:.:::.:::::.  Run
          query start    auto        :::::-:::.::*::::::...:..::-::.  pairs  8,390,656
          scale          auto        :-.:.-::..:.-.::=.::....:-::...  KV cache 256 KiB
          ▾ 17 more                  0 ...::---==+++**###%%@@@ 0.06+

          Closer to the selected cell; arrows go on.   + closer   0 whole
          ←→ cell   Tab pane   s stage   c compare   t step          ? help   Esc back
        """#)
  }

  @Test func `in Chinese everything stands in the same cells`() {
    var visit = PlaygroundVisit(Self.flags, language: .zh)
    visit.press(.tab)
    visit.type("++")
    #expect(
      visit.frame == #"""
          heed › 演练场                                                  500 ms   中文

          形状                       权重          合并 32×   头 1/2  为何是 0.002  --
         ▌查询数        4,096               768     1044    1280      q 2730 · k 1044
          键数          4,096        +-.-.=::::@::::.:=-: @*
          维度              4   2304 ::-:.+-:.:-::::-*+:: *#=:        q · k       3.72
          值维度            4        +::=.--:.:-:@-::-::: *   *:      ÷ √4        1.86
          头数              2        ::..:-::::=:--:::::: -   @:-:    最大 −1.86  0.00
          KV 头数           2        ::.:-:-..:=.@:..:::: --+:@--::.  exp         1.00
          种子              1   2560 -:.::-=:.*-.-:.:-:.:             ÷ 和 497.0 0.002
                                     :::-.::-:::.-.::::::::.:.:::...
          部件                       :+::.-.*.:::=::.-+:::.:..-:-::.  第 2730 行
          位置           none  ▌2730 :::=.--::::.+.-::..::.::.:.:.-.  和         1.000
          分数     scaled-dot   2816 -.:::-::..@:#:.:-:::..:-..-:.:.  熵          7.76
          掩码         causal        -:.:.-:...:.::..:.::.::...=:::.  有效键数   2,350
          归一化      softmax        -:.:.-::.:::::.:.-::...:.-::.:.  名次     1/2,731
          温度              1        -:.::-.:::+:@-:---::.:::.::.::.
          偏置           none   3072 :..:.-:::.:.=:.:-..:.:::.:::::.  运行
          查询起点       auto        :::::-:::.::*::::::...:..::-::.  对数   8,390,656
          缩放           auto        :-.:.-::..:.-.::=.::....:-::...  KV 缓存  256 KiB
          ▾ 还有 17 项               0 ...::---==+++**###%%@@@ 0.06+

          靠近所选单元格；方向键移动。   + 放大   0 全图
          ←→ 单元格   Tab 换栏   s 阶段   c 对比   t 逐步   [ ] 头   ? 帮助   Esc 返回
        """#)
  }

  @Test func `has its frame at a hundred and sixty columns, in plain letters`() {
    var visit = PlaygroundVisit(Self.flags, size: Size(columns: 160, rows: 50), look: Look(colours: .none, ascii: true))
    visit.press(.tab)
    visit.type("++")
    #expect(
      visit.frame == #"""
          heed > Playground                                                                                                                                500 ms   EN

          Shape                              scores > biased > masked > weights > output      pooled 16x   head 1 of 2  Why 0.002                                   --
         >queries              4,096               512     640     768     896      1044   1152    1280    1408   1536  q 2730 looks at k 1044, 1,686 keys back
          keys                 4,096        2048 *::::=.:..:=.::.:...:..:@..:.@:-..:::-=:-.-... @@
          dim                      4             ::..:-.::::*:.=:...:.:..--...*::-..-:::....::: *@*-                    q . k        4 products                   3.72
          value dim                4             :::.:-::..:=.:-:::.::..-=....%::.:::.::.:::..: *+=#=:                  / sqrt(4)                                 1.86
          heads                    2             ::-.::.:.:.:..--:-.::.:-=:-:...=..-::*=.-.:... -=:=:-::                causal       1044 <= 2730, kept           1.86
          kv heads                 2        2176 :=::=.--::.:.:-+-:+::-..::--.=.-.::::-:.-.-:.: :*::-::::*              - row max    1.86                         0.00
          seed                     1             -:-:+.-=..-:..-:-::::.::@..:.:.:..:.::+:-.::.. .-       *::            exp                                       1.00
                                                 ---:-.:....:.:-+::.::.::.:::.::::.:..:.:-.:... :- :=::. @:::.          / row sum    497.0                       0.002
          Parts                                  :-:.::::..::..*:::-:..::-....:.:.::=:=+::.::.. :- :+:.: =.::::.
          position              none        2304 ::::-..:-.:-.:-:-:::::::-.::.::::::.:#+.::.... .:       @.:.--.:.      Products                    3.72 up, 0.00 down
          score           scaled-dot             :-=.*::::.....-.=.::..:--....:-:...-.-:.::.:.- .--.-..:.%.::.-.....    ..++++..                           channel 0-3
          mask                causal             -.::::..:..=.:-...:....:=..:.@.-:..:.::...:... ...:-..:.:.:-.::..:...
          normalise          softmax             :::.:.::...:.::=-::::..:+.::.=.-..:...:.::-:..                         Row 2730    entropy 7.76, 2,350 effective keys
          temperature              1        2432 -....:.:......-::............:.::..-:............:....=.......:...:..  k 1032 ==                                 2e-4
          bias                  none             :::::.::..::..:::::.....+..:.:::..:..::.:.:..............-...-.....:.  k 1033 ===                                2e-4
          query start           auto             :=:.:-::..::.-:.-::.:..::....@.:..:.:::...-:...:.-::..:..:.:..-....:.  k 1034 =====                              3e-4
          scale                 auto             #::.=.::..:...:=:.::....-.::.:.:..:.:-:.:.::.:...:....:..:=...:......  k 1035 ==                                 1e-4
          soft-cap              none        2560 :-+.::::...:.:..+.::..:#::...-.......::...::.:...........:-..:.....:.  k 1036 ====                               3e-4
          axis                  keys             :-..::.::.-...:.:......--....:..::.::.-.:..:.:.:......:..::.:........  k 1037 ===                                2e-4
          dropout                  0             :::.-.::...:..:::.=:.:..:.:..-.::.::.-..:..........:..:..::.........:  k 1038 ====                               3e-4
          kernel               plain             +::.-.:-:..:..::.:#.....-..:.+::.::.::..:..:.:...:.:..=.::....:.....:  k 1039 ========                          0.001
          fault                 none        2688 -:-.:..*.:.:.::-:.:...:::..:.:.:.:..--*.:.:.:..:.:....:..:=.:-:......  k 1040 ======                             4e-4
          rope style     interleaved       >2730 -.:.:.::...:..-:-.:..:.:.....-..=..::::....:.:...:.:..:...-:..-.:....  k 1041 =======                            5e-4
          rope base           10,000             ::..:::.:..=.::::.:.....:....*:.::.:.-....::.....:.:......::..:......  k 1042 =====                              3e-4
          rope scaling          none             =:-.-...:.::...:-::.....@..:.:.-..:..=-::..:..:..........-:........:.  k 1043 ====                               3e-4
                                            2816 .::::.:.::...:=-:::::...-:-:.@::..-:.:..::-....:.::-.....:....:......  k 1044 ==============================    0.002
          View                                   .-:.-.-....-..=::..:....:.:..:::..:..:..:::....:.:.......=:..::......  k 1045 =========                         0.001
          stage              weights             :=:.=..:...:...:::...:..:....-.:.....-:..........:.:.....+:...:......  k 1046 ===                                2e-4
          change                 off             -.:.-.:.......:.:.:....::....:.:.....:-.::............-..:-..........  k 1047 ======                             4e-4
          head                1 of 2        2944 ::....:.:.:...-:::.:....:.:..:.:.:::.:..:.:........:.....::...:......  k 1048 ====                               3e-4
          colours            viridis             :::.:.:-...:..:=...:...:*.::.:.:...::::.:..:.:...........:..:::......  k 1049 ===                                2e-4
          scaling             linear             *.::-:.:..:..:-::.:.:.::+.:..@.-:..=:==.:.::.:.:.:.:..:.....:.......:  k 1050 =====                              3e-4
          range             all rows             :-:.:.....:...:--.:.:...:....:...:.::-::...:......:...:..-:..::......  k 1051 ====                               3e-4
          digits         if they fit        3072 -.:.::.:...:..=::...:..:::...+:....-.:....:....:.-.:..:.......:......  k 1052 =====                              3e-4
          labels             numbers             ::..:..-:..:..:=.:..::.:::::.#.::.:::::.:.:......:.:..:..:..:.:.:....  k 1053 ========                          0.001
                                                 *:-.:..::..:.::.:.:::..::..:.-..-..:::-...:...:..:.......:=::-:.:..:.  k 1054 ==========                        0.001
          Preset                                 :.:.::.=...:..=...:......:...:.:::.:=:...............:-..:...........  k 1055 ====                               2e-4
          mechanism         your own        3200 ......:::..:...:.:::....-....-.:.::..:.::.::.....:.:.....:-..........  - 2,707 more
                                                 ::..:.....::..:=.:::...:-.:.........::-.:.::.......:.....-..........:
                                                 .:...:....:=..:::............@..:..:....:.:......:....:.......:......  This run
                                                 :=..-.:...::.::-:::::...=.:..=.:..:..::::.:......:.:..:..=...........  pairs kept   of 16,777,216           8,390,656
                                            3328 ::...-:....-.:..:...:...+....@.:..:..:....::.....:.......:...........  KV cache                               256 KiB
                                                 ..-.::.....-..-@::.:::.:+.-..#-:=.:.:::.=.-:.:.:.::+......:.:--.:....  scores held                       none, pooled
                                                 0 .......:::::::------=======+++++++******#######%%%%%%%@@@@@@@ 0.05+

          Closer to the selected cell; arrows go on.   + closer   0 whole
          <--> cell   Tab pane   s stage   c compare   t step   [ ] head   v view   w why   Enter in full   r new seed   p predict   e export        ? help   Esc back
        """#)
  }

  @Test func `one style a letter: the map has the colours of the picture and a frame`() {
    var visit = visit(look: Look())
    visit.type("++")
    #expect(
      visit.styles(in: Rect(column: 22, row: 2, columns: 40, rows: 19)).joined(separator: "\n") == #"""
               SSSSSSS              qqqqqq qqq
                      qqq     SSSS    qqqq
               cccccccccccccccccccc cc
          qqqq cccccccccccccccccccc cccc
               cccccccccccccccccccc cccccc
               cccccccccccccccccccc cccccccc
               cccccccccccccccccccc cccccccccc
          qqqq cccccccccccccccccccc
               ccccccccccccccccccccccccccccccc
               ccccccccccccccccccccccccccccccc
         ASSSS ccccccccccccccccccccccccccccccc
          qqqq ccccccccccccccccccccccccccccccc
               ccccccccccccccccccccccccccccccc
               ccccccccccccccccccccccccccccccc
               ccccccccccccccccccccccccccccccc
          qqqq ccccccccccccccccccccccccccccccc
               ccccccccccccccccccccccccccccccc
               ccccccccccccccccccccccccccccccc
               q ccccccccccccccccccccccc qqqqq
        """#)
  }
}
