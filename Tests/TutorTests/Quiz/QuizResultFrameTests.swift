import TerminalUI
import Testing

@testable import Tutor

private let five = [SampleBank.second, SampleBank.several, SampleBank.bytes, SampleBank.choice, SampleBank.bare]

/// Five items in 41 seconds each: wrong, in part, right, wrong, right.
private func taken(columns: Int = 80, rows: Int = 24, _ language: Language = .en) throws -> Desk {
  var desk = try Desk.quiz(five, columns: columns, rows: rows, language)
  desk.type("2")
  desk.press(.enter)
  desk.wait(41)
  desk.type("1")
  desk.press(.enter, .enter)
  desk.wait(41)
  desk.type("1 GiB")
  desk.press(.enter, .enter)
  desk.wait(41)
  desk.type("1")
  desk.press(.enter)
  desk.wait(41)
  desk.type("1/4")
  desk.press(.enter, .enter)
  return desk
}

@Suite struct `The result shows` {
  @Test func `the score with its arithmetic, the bars and what to look at again`() throws {
    let desk = try taken()
    expect(
      desk,
      shows: """
          heed › Quiz › Result                      Practice, 20 Nov   3 min 25 s   EN

          2.5 of 5   2 × 1  +  1 × 0.5  +  2 × 0                         50%  best 50%

          By topic                                       By level
          Masks               ━━━━━━──────   1 of 2      junior  ━━━━────────   1 of 3
          Scaled dot product  ━━━━━━────── 1.5 of 3      mid     ━━━━━━────── 0.5 of 1
                                                         senior  ━━━━━━━━━━━━   1 of 1

          To look at again                                  41 s an item, slowest 0:41
         ▌×  Why are masked scores set to −∞ befor…  Masks                junior     0
          ×  With q and k of unit variance and d_k…  Scaled dot product   junior     0
          ◐  Which of these leave softmax(s) as it…  Scaled dot product   mid      0.5

             Why are masked scores set to −∞ before the softmax, rather than masked
             weights to 0 after it?

          ×  The zeros would still be multiplied, which is slower          your answer
          ●  The weights that are left would no longer sum to 1                  right
             Masked keys would keep their share of the denominator.


          Every answer is saved. These 3 come back first.
          Enter answer   r ask again   w item by item   ↑↓ choose    ? help   Esc back
        """)
  }

  @Test func `the same in Chinese`() throws {
    let desk = try taken(.zh)
    expect(
      desk,
      shows: """
          heed › 测验 › 结果                        练习，11月20日   3 分 25 秒   中文

          2.5 / 5 分   2 × 1  +  1 × 0.5  +  2 × 0                       50%  最高 50%

          按主题                                          按级别
          掩码                ━━━━━━──────   1 / 2        初级    ━━━━────────   1 / 3
          缩放点积            ━━━━━━────── 1.5 / 3        中级    ━━━━━━────── 0.5 / 1
                                                          高级    ━━━━━━━━━━━━   1 / 1

          值得再看                                           平均每题 41 秒，最慢 0:41
         ▌×  为什么要在 softmax 之前把被掩蔽的分数设为 −∞，而…   掩码       初级     0
          ×  q、k 方差为 1，d_k = 64。q·k 的标准差是多少？       缩放点积   初级     0
          ◐  哪些操作不改变 softmax(s)？                         缩放点积   中级   0.5

             为什么要在 softmax 之前把被掩蔽的分数设为 −∞，而不是在 softmax 之后把相应
             的权重置为 0？

          ×  零仍然要相乘，速度更慢                                           你的答案
          ●  剩下的权重之和不再等于 1                                             正确
             被掩蔽的键仍占分母的一份。


          每个答案都已保存，这 3 题会最先再来。
          Enter 看答案   r 再问一次   w 逐题得分   ↑↓ 选择           ? 帮助   Esc 返回
        """)
  }

  @Test func `each item, when it is unfolded`() throws {
    var desk = try taken()
    desk.type("w")
    expect(
      desk,
      shows: """
          heed › Quiz › Result                      Practice, 20 Nov   3 min 25 s   EN

          2.5 of 5   2 × 1  +  1 × 0.5  +  2 × 0                         50%  best 50%

          Item by item                                      41 s an item, slowest 0:41
         ▌×  Why are masked scores set to −∞ before the softmax, rather t…  0:41     0
          ◐  Which of these leave softmax(s) as it is?                      0:41   0.5
          ●  How large is a float32 mask of 16,384 × 16,384?                0:41     1
          ×  With q and k of unit variance and d_k = 64, what is the stan…  0:41     0
          ●  Which factor brings the scores of d_k = 16 back to unit vari…  0:41     1

             Why are masked scores set to −∞ before the softmax, rather than masked
             weights to 0 after it?

          ×  The zeros would still be multiplied, which is slower          your answer
          ●  The weights that are left would no longer sum to 1                  right
             Masked keys would keep their share of the denominator.





          Every answer is saved. These 3 come back first.
          Enter answer   r ask again   w item by item   ↑↓ choose    ? help   Esc back
        """)
  }

  @Test func `the score and the first mistake on a small screen`() throws {
    let desk = try taken(columns: 40, rows: 12)
    expect(
      desk,
      shows: """
          heed › Quiz › Result      3 min 25 s

          2.5 of 5               50%  best 50%

          To look at again        41 s an item
         ▌×  Why are masked scores set t…    0 ▾

             Why are masked scores set to −∞
             before the softmax, rather than
             masked weights to 0 after it?     ▾
          Saved. These 3 come back first.
          Enter answer   PgDn more      ?  Esc
        """)
  }
}
