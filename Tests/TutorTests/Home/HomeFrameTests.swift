import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Home looks as drawn` {
  @Test func `on the first day, without charts of nothing`() throws {
    let desk = try Desk.firstDay()
    expect(
      desk,
      shows: """
          heed                                                         Fri 20 Nov   EN

          Welcome.
          Enter reads a first question, x runs it. Four minutes.

         ▌Begin reading       Why scale by √d_k?                                 Enter
          Study               4 questions, 0 met                                     S
          Playground          run attention with any shape                           P
          Quiz                scored, and saved item by item                         Q
          Statistics          your wish: recall 90%                                  T













          ↑↓ choose   Enter open   / find   : command   L 中文         ? help   q quit
        """)
  }

  @Test func `on the first day in Chinese, each word in the place of the English one`() throws {
    let desk = try Desk.firstDay(.zh)
    expect(
      desk,
      shows: """
          heed                                                    11月20日 周五   中文

          欢迎。
          Enter 读第一道题，x 运行它的实验。四分钟。

         ▌开始阅读            为什么要除以 √d_k？                                Enter
          学习                4 题，学过 0 题                                        S
          演练场              任意形状，即时运行                                     P
          测验                计分，逐题保存                                         Q
          统计                目标回忆率 90%                                         T













          ↑↓ 选择   Enter 打开   / 查找   : 命令   L English           ? 帮助   q 退出
        """)
  }

  @Test func `with what is due, the weakest topics and the week ahead`() throws {
    let desk = try Desk.sample()
    expect(
      desk,
      shows: """
          heed                                       Fri 20 Nov   3 days in a row   EN

          4 items are due
          About 2 minutes. 3 are from Scaled dot product.

         ▌Review the 4 due                                                       Enter
          Go on reading       Why is softmax shift-invariant?  1 of 2                R
          Study               4 questions, 4 met                                     S
          Playground          run attention with any shape                           P
          Quiz                last 70%, best 70%                                     Q
          Statistics          retention 100%, your wish 90%                          T


          Weakest topics                           Coming due
          Scaled dot product  ━━━━━━━─────  60%    today  ━━━━━━━━━━━━━━━━━━━━━━━━   4
          Masks               ━━━━━━━─────  62%    Sat                               0
                                                   Sun                               0
                                                   Mon                               0
                                                   Tue                               0
                                                   Wed    ━━━━━━                     1
                                                   Thu    ━━━━━━                     1


          ↑↓ choose   Enter open   / find   : command   L 中文         ? help   q quit
        """)
  }

  @Test func `with its one bright number, its bar and its quantities`() throws {
    let desk = try Desk.sample()
    expect(
      desk,
      isStyled: """
          ssss                                       qqqqqqqqqq   aqqqqqqqqqqqqqq   qq

          assssssssssssss
          qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq

         ASSSSSSSSSSSSSSSSTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTAAAAAT
                              qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq                a
                              qqqqqqqqqqqqqqqqqq                                     a
                              qqqqqqqqqqqqqqqqqqqqqqqqqqqq                           a
                              qqqqqqqqqqqqqqqqqq                                     a
                              qqqqqqqqqqqqqqqqqqqqqqqqqqqqq                          a


          ssssssssssssss                           ssssssssss
                              dddddddfffff                aaaaaaaaaaaaaaaaaaaaaaaa
                              dddddddfffff         qqq
                                                   qqq
                                                   qqq
                                                   qqq
                                                   qqq    dddddd
                                                   qqq    dddddd


          aaqqqqqqq   aaaaaqqqqq   aqqqqq   aqqqqqqqq   aqqqqq         aqqqqq   aqqqqq
        """)
  }

  @Test func `in Chinese, column by column`() throws {
    let desk = try Desk.sample(.zh)
    expect(
      desk,
      shows: """
          heed                                        11月20日 周五   连续 3 天   中文

          4 项到期
          约 2 分钟。其中 3 项来自“缩放点积”。

         ▌复习到期的 4 项                                                        Enter
          继续阅读            softmax 为何平移不变？  1/2                            R
          学习                4 题，学过 4 题                                        S
          演练场              任意形状，即时运行                                     P
          测验                上次 70%，最高 70%                                     Q
          统计                记忆率 100%，目标 90%                                  T


          最薄弱的主题                             即将到期
          缩放点积            ━━━━━━━─────  60%    今天   ━━━━━━━━━━━━━━━━━━━━━━━━   4
          掩码                ━━━━━━━─────  62%    周六                              0
                                                   周日                              0
                                                   周一                              0
                                                   周二                              0
                                                   周三   ━━━━━━                     1
                                                   周四   ━━━━━━                     1


          ↑↓ 选择   Enter 打开   / 查找   : 命令   L English           ? 帮助   q 退出
        """)
  }

  @Test func `without colours, by bold, dim and reverse alone`() throws {
    let desk = try Desk.sample(look: Look(colours: .none))
    expect(
      desk,
      hasAttributes: """
          bbbb                                                    b

          bbbbbbbbbbbbbbb


         RRRRRRRRRRRRRRRRRrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrRRRRRr
                                                                                     b
                                                                                     b
                                                                                     b
                                                                                     b
                                                                                     b


          bbbbbbbbbbbbbb                           bbbbbbbbbb
                                     ddddd                bbbbbbbbbbbbbbbbbbbbbbbb
                                     ddddd







          bb          bbbbb        b        b           b              b        b
        """)
  }

  @Test func `with a topic in focus, which the menu runs on into`() throws {
    var desk = try Desk.sample()
    desk.type("G")
    #expect(desk.lines[15] == " ▌Masks               ━━━━━━━─────  62%    Sat                               0")
    #expect(desk.lines[5].hasPrefix("  Review the 4 due"))
  }
}
