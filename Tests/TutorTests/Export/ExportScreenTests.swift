import Attention
import Foundation
import TerminalUI
import Testing

@testable import Tutor

extension PlaygroundVisit {
  /// The last file that was to be written.
  fileprivate var wanted: (path: String, replacing: Bool)? {
    for case .write(_, let path, let replacing) in effects.reversed() { return (path, replacing) }
    return nil
  }

  fileprivate mutating func report(_ report: ExportReport) { perform(stack.receive(.export(report))) }
}

@Suite struct `Export in the playground` {
  @Test func `proposes a name that tells what is in the file`() {
    var visit = PlaygroundVisit.causal()
    visit.type("e")
    #expect(visit.lines.contains { $0.contains("File  causal-32x32.json") })
    visit.type("3")
    #expect(visit.lines.contains { $0.contains("File  causal-32x32-head1.svg") })
    visit.press(.escape)
    visit.type("s]e3")
    #expect(visit.lines.contains { $0.contains("File  causal-32x32-output-head2.svg") })
    var plain = PlaygroundVisit(["queries": "9", "keys": "5"])
    plain.type("e5")
    #expect(plain.lines.contains { $0.contains("File  attention-9x5.py") })
  }

  @Test func `writes what was chosen, and says where`() {
    var visit = PlaygroundVisit.causal()
    visit.type("e")
    visit.press(.down, .enter)
    #expect(visit.wanted?.path == "causal-32x32.csv" && visit.wanted?.replacing == false)
    visit.report(.written(path: "/home/ada/causal-32x32.csv", bytes: 2048))
    #expect(visit.message == "Saved: /home/ada/causal-32x32.csv, 2 KiB")
    #expect(visit.lines[0].hasPrefix("  heed › Playground "))
  }

  @Test func `asks before it replaces a file`() {
    var visit = PlaygroundVisit.causal()
    visit.type("e")
    visit.press(.enter)
    visit.report(.exists(path: "/home/ada/causal-32x32.json"))
    #expect(visit.message == "/home/ada/causal-32x32.json exists.  Enter replace   Esc keep")
    visit.press(.escape)
    #expect(visit.message == "Nothing was written.")
    visit.press(.enter)
    visit.report(.exists(path: "/home/ada/causal-32x32.json"))
    visit.press(.enter)
    #expect(visit.wanted?.path == "/home/ada/causal-32x32.json" && visit.wanted?.replacing == true)
  }

  @Test func `keeps the view and the choice when the disk is full`() {
    var visit = PlaygroundVisit.causal()
    visit.type("e4")
    visit.press(.enter)
    visit.report(.failed(Gloss(en: "the disk is full", zh: "磁盘已满")))
    #expect(visit.message == "Not written: the disk is full")
    #expect(visit.lines.contains { $0.contains("causal-32x32-head1.ans") })
    visit.type("L")
    visit.press(.enter)
    visit.report(.failed(Gloss(en: "the disk is full", zh: "磁盘已满")))
    #expect(visit.message == "未写入：磁盘已满")
    visit.press(.escape)
    #expect(visit.screen?.picture != nil)
  }

  @Test func `takes a name of one's own, which keeps its stem in another format`() {
    var visit = PlaygroundVisit.causal()
    visit.type("e")
    visit.press(.tab)
    visit.press(.control("u"))
    visit.type("~/e 1.json")
    visit.press(.tab, .down)
    #expect(visit.lines.contains { $0.contains("File  ~/e 1.csv") })
    visit.press(.tab, .enter)
    #expect(visit.wanted?.path == "~/e 1.csv")
    visit.report(.failed(Gloss(en: "", zh: "")))
    visit.press(.control("u"), .enter)
    #expect(visit.message == "A file needs a name.")
  }

  @Test func `follows a long file, and stops it`() {
    var visit = PlaygroundVisit.causal()
    visit.type("e")
    visit.press(.enter)
    visit.report(.writing(bytes: 5 << 20))
    #expect(visit.message == "Writing  5 MiB   Esc stops")
    visit.press(.down, .enter)
    #expect(visit.message == "Writing  5 MiB   Esc stops")
    visit.press(.escape)
    #expect(visit.message == "Stopped: no file was written.")
    #expect(visit.effects.contains { if case .stopWriting = $0 { true } else { false } })
  }

  @Test func `refuses a program that would be too long, in one line`() {
    var visit = PlaygroundVisit(["queries": "1001", "keys": "1000", "dim": "1"])
    visit.type("e5")
    visit.press(.enter)
    #expect(visit.wanted == nil)
    #expect(visit.message.contains("1002001 numbers are too many for a program"))
  }

  @Test func `looks like this`() {
    var visit = PlaygroundVisit.causal()
    visit.type("e3")
    #expect(
      visit.frame == #"""
          heed › Playground                                  0.54 MFLOP   0.05 ms   EN

          Shape╭─ Export ───────────────────────────────────────────────────────╮   @@
         ▌queri│  1  JSON     every stage, as heed attend prints it             │
          keys │  2  CSV      a row for each weight: head, query, key, score    │
          dim  │▌ 3  SVG      this picture, for a page or a slide               │16.49
          value│  4  ANSI     this picture as coloured text                     │ 2.06
          heads│  5  PyTorch  a program that asserts the same numbers           │ 0.00
          kv he│                                                                │ 1.00
          seed │  File  causal-32x32-head1.svg                                  │0.196
               ╰────────────────────────────────────────────────────────────────╯
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

          this picture, for a page or a slide
          Enter write   ↑↓ format   Tab file name                   ? help   Esc close
        """#)
    var ascii = PlaygroundVisit.causal(look: Look(colours: .none, ascii: true))
    ascii.type("e")
    #expect(
      ascii.lines[1...10].joined(separator: "\n") == #"""

          Shape+- Export -------------------------------------------------------+   @@
         >queri|> 1  JSON     every stage, as heed attend prints it             |
          keys |  2  CSV      a row for each weight: head, query, key, score    |
          dim  |  3  SVG      this picture, for a page or a slide               |16.49
          value|  4  ANSI     this picture as coloured text                     | 2.06
          heads|  5  PyTorch  a program that asserts the same numbers           | 0.00
          kv he|                                                                | 1.00
          seed |  File  causal-32x32.json                                       |0.196
               +----------------------------------------------------------------+
        """#)
    var chinese = PlaygroundVisit.causal(language: .zh)
    chinese.type("e2")
    #expect(
      chinese.lines[1...10].joined(separator: "\n") == #"""

          形状 ╭─ 导出 ─────────────────────────────────────────────────────────╮6  @@
         ▌查询 │  1  JSON     全部阶段，与 heed attend 的输出相同               │
          键数 │▌ 2  CSV      每个权重一行：头、查询、键、分数                  │
          维度 │  3  SVG      这张图，用于网页或幻灯片                          │16.49
          值维 │  4  ANSI     这张图，彩色文本                                  │ 2.06
          头数 │  5  PyTorch  一个程序，断言得到同样的数值                      │ 0.00
          KV 头│                                                                │ 1.00
          种子 │  文件  causal-32x32.csv                                        │0.196
               ╰────────────────────────────────────────────────────────────────╯
        """#)
    var coloured = PlaygroundVisit.causal(look: Look())
    coloured.type("e3")
    #expect(
      coloured.styles(in: Rect(column: 0, row: 1, columns: 80, rows: 10)).joined(separator: "\n") == #"""

          fffffff SSSSSS ffffffffffffffffffffffffffffffffffffffffffffffffffffffff
         fffffff  A  tttt     qqqqq qqqqqq qq qqqq qqqqqq qqqqqq qq             f
          ffff f  A  ttt      q qqq qqq qqqq qqqqqqq qqqqq qqqqqq qqqq qqqqq    f
          fff  fA_A__SSS______qqqq_qqqqqqqq_qqq_q_qqqq_qq_q_qqqqq_______________ffffff
          ffffff  A  tttt     qqqq qqqqqqq qq qqqqqqqq qqqq                     f ffff
          ffffff  A  ttttttt  q qqqqqqq qqqq qqqqqqq qqq qqqq qqqqqqq           f ffff
          ff fff                                                                f ffff
          ffff f  qqqq  tttttttttttttttttttttt                                  ffffff
               ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        """#)
    var wide = PlaygroundVisit.causal(size: Size(columns: 160, rows: 50))
    wide.type("e")
    #expect(
      wide.lines[1...12].joined(separator: "\n") == #"""

          Shape                              scores  › ╭─ Export ───────────────────────────────────────────────────────╮hy 0.196                                   @@
         ▌queries               ‹ 32 ›          0     3│▌ 1  JSON     every stage, as heed attend prints it             │ 21 looks at k 3, 18 keys back
          keys                    32          0 @@     │  2  CSV      a row for each weight: head, query, key, score    │
          dim                     64            @@@@   │  3  SVG      this picture, for a page or a slide               │ · k        64 products                 16.49
          value dim               64            %%**@@ │  4  ANSI     this picture as coloured text                     │ √64                                     2.06
          heads                    4            ==**@@@│  5  PyTorch  a program that asserts the same numbers           │ausal       3 ≤ 21, kept                 2.06
          kv heads                 2          4 --@@---│                                                                │ row max    2.06                         0.00
          seed                     7            ##@@**:│  File  causal-32x32.json                                       │xp                                       1.00
                                                ==@@@@-╰────────────────────────────────────────────────────────────────╯ row sum    5.10                        0.196
          Parts                                 **##==@@==::--%%
          position              none          8 @@--++++@@==--::..                                                      Products                 29.21 up, −12.72 down
        """#)
  }
}
