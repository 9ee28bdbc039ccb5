import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Study looks as drawn` {
  @Test func `with the list in focus and every part closed`() throws {
    var desk = try Desk.sample()
    desk.type("S")
    expect(
      desk,
      shows: """
          heed › Study › Scaled dot product                                 4 due   EN

          Scaled dot product     2/2 │  Why is softmax shift-invariant?
          ◆ Why scale by √d_k?       │  mid · derivation
         ▌◆ Why is softmax shift-in… │  not self-graded · 1 quiz item due
                                     │
          Masks                  2/2 │  Think first: what would you say aloud?
          ● What does a causal mask… │
          ◆ How much memory does a … │ ▌▸ Short answer                           Space
                                     │  ▸ In depth
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

          Why is softmax shift-invariant?
          Space reveal   b mark   n note   L 中文   / find           ? help   Esc back
        """)
  }

  @Test func `with the list in focus, in Chinese`() throws {
    var desk = try Desk.sample(.zh)
    desk.type("S")
    expect(
      desk,
      shows: """
          heed › 学习 › 缩放点积                                       4 项到期   中文

          缩放点积               2/2 │  softmax 为何平移不变？
          ◆ 为什么要除以 √d_k？      │  中级 · 推导
         ▌◆ softmax 为何平移不变？   │  未自评 · 1 道测验题到期
                                     │
          掩码                   2/2 │  先想一想：你会怎么口头回答？
          ● 因果掩码禁止什么？       │
          ◆ 一条长序列的 float32 掩… │ ▌▸ 简答                                   Space
                                     │  ▸ 详解
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

          softmax 为何平移不变？
          Space 展开   b 标记   n 笔记   L English   / 查找          ? 帮助   Esc 返回
        """)
  }

  @Test func `with two parts open, the next one in focus, and the grades`() throws {
    var desk = try Desk.sample()
    desk.type("S")
    desk.press(.up, .enter)
    desk.type("  ")
    expect(
      desk,
      shows: """
          heed › Study › Scaled dot product                                 4 due   EN

          Scaled dot product     2/2 │  junior · concept
         ▌◆ Why scale by √d_k?       │  self-grade in 5 d · 2 quiz items due
          ◆ Why is softmax shift-in… │
                                     │  ▾ Short answer
          Masks                  2/2 │    With unit-variance q and k, q·k has variance
          ● What does a causal mask… │    d_k: undivided, softmax saturates and its
          ◆ How much memory does a … │    gradient vanishes.
                                     │
                                     │  ▾ In depth
                                     │    For independent parts of mean 0 and variance
                                     │    1:
                                     │
                                     │        Var(q·k) = Σ Var(q_i k_i) = d_k
                                     │
                                     │     d_k  sd(q·k)  sd after
                                     │      64        8         1
                                     │    1024       32         1              checked
                                     │
                                     │ ▌▸ Code                                   Space ▾

          Did you know it?    1 Again 10 min   2 Hard 17 d   3 Good 22 d   4 Easy 35 d
          Space reveal   x experiment   b mark   n note   L 中文     ? help   Esc back
        """)
  }

  @Test func `with mathematics, checked figures and closed parts in their inks`() throws {
    var desk = try Desk.sample()
    desk.type("S")
    desk.press(.up, .enter)
    desk.type("  ")
    expect(
      desk,
      isStyled: """
          qqqqfffqqqqqfffssssssssssssssssss                                 aqqqq   qq

          ssssssssssssssssss     qqq f  qqqqqqqqqqqqqqqq
         fa ssssssssssssssssss       f  qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
          a                          f
                                     f  qqssssssssssss
          sssss                  qqq f
          q                          f
          a                          f
                                     f
                                     f  qqssssssss
                                     f
                                     f
                                     f
                                     f        ddddddddddddddddddddddddddddddd
                                     f
                                     f     qqq  qqqqqqq  qqqqqqqq
                                     f
                                     f                                         ggggggg
                                     f
                                     f AQQSSSSTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTAAAAATq

          ssssssssssssssss    aa      qqqqqq   aa     qqqq   aa     qqqq   aa     qqqq
          aaaaaqqqqqqq   aqqqqqqqqqqq   aqqqqq   aqqqqq   aqqqqq     aqqqqq   aaaqqqqq
        """)
  }

  @Test func `with two parts open in Chinese, in the same places`() throws {
    var desk = try Desk.sample(.zh)
    desk.type("S")
    desk.press(.up, .enter)
    desk.type("  ")
    expect(
      desk,
      shows: """
          heed › 学习 › 缩放点积                                       4 项到期   中文

          缩放点积               2/2 │  为什么要除以 √d_k？
         ▌◆ 为什么要除以 √d_k？      │  初级 · 概念
          ◆ softmax 为何平移不变？   │  5 天后自评 · 2 道测验题到期
                                     │
          掩码                   2/2 │  ▾ 简答
          ● 因果掩码禁止什么？       │    当 q、k 的各分量独立且方差为 1 时，q·k 的方
          ◆ 一条长序列的 float32 掩… │    差等于 d_k；不缩放，softmax 饱和，梯度消失。
                                     │
                                     │  ▾ 详解
                                     │    设各分量相互独立，均值为 0，方差为 1：
                                     │
                                     │        Var(q·k) = Σ Var(q_i k_i) = d_k
                                     │
                                     │     d_k  sd(q·k)  缩放后
                                     │      64        8       1
                                     │    1024       32       1                 已验证
                                     │
                                     │ ▌▸ 代码                                   Space
                                     │  ▸ 常见错误                                     ▾

          答得出吗？         1 重来 10 分   2 困难 17 天   3 良好 22 天   4 简单 35 天
          Space 展开   x 实验   b 标记   n 笔记   L English          ? 帮助   Esc 返回
        """)
  }

  @Test func `without colours`() throws {
    var desk = try Desk.sample(look: Look(colours: .none))
    desk.type("S")
    desk.press(.up, .enter)
    desk.type("  ")
    expect(
      desk,
      hasAttributes: """
              ddd     dddbbbbbbbbbbbbbbbbbb                                 b

          bbbbbbbbbbbbbbbbbb         d
         db bbbbbbbbbbbbbbbbbb       d
          b                          d
                                     d    bbbbbbbbbbbb
          bbbbb                      d
                                     d
          b                          d
                                     d
                                     d    bbbbbbbb
                                     d
                                     d
                                     d
                                     d
                                     d
                                     d
                                     d
                                     d
                                     d
                                     d RrrRRRRrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrRRRRRr

          bbbbbbbbbbbbbbbb    bb               bb            bb            bb
          bbbbb          b              b        b        b          b        bbb
        """)
  }
}
