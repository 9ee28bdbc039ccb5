import Learning
import TerminalUI
import Testing
import Workbook

@testable import Tutor

extension Desk {
  /// A quiz of the kinds that are neither a choice among options nor a number.
  static func kinds(
    _ items: [Int], columns: Int = 80, rows: Int = 24, language: Language = .en, look: Look = Look()
  ) throws -> Desk {
    let id = QuestionID(topic: "masks", slug: "kinds")
    let bank = try SampleBank.make(adding: [
      "en/masks/kinds.md": KindText.english, "zh/masks/kinds.md": KindText.chinese,
    ])
    return try .quiz(
      items.map { CardID(question: id, item: $0) }, columns: columns, rows: rows, language, look: look, bank: bank)
  }
}

@Suite struct `A quiz shows` {
  @Test func `an order, moved by hand`() throws {
    var desk = try Desk.kinds([1])
    desk.press(.right)
    desk.type(" j")
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                ▸   1 of 1   0:41   EN

          Masks · mid · put in order

          Put the steps of a head in order.

          1  mask
          2  multiply queries by keys
         ▌‹› softmax
          4  weigh the values
          5  divide by √d












          ←→ move it   ↑↓ choose   Enter answer   Space put down    ? help   Esc pause
        """)
  }

  @Test func `an order with what belongs where, and where the learner had it`() throws {
    var desk = try Desk.kinds([1])
    desk.press(.right, .enter)
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                ◐   1 of 1   0:41   EN

          Masks · mid · put in order

          Put the steps of a head in order.

          ×  multiply queries by keys                                          yours 3
          ×  divide by √d                                                      yours 5
          ×  mask                                                              yours 1
          ×  softmax                                                           yours 2
          ×  weigh the values                                                  yours 4

          So it is.









          0.5 of 1, saved.  It comes back in 6 min.
          Enter next   w why   u undo   L 中文                      ? help   Esc pause
        """)
  }

  @Test func `a match, whose right side moves`() throws {
    var desk = try Desk.kinds([2])
    desk.press(.down, .left)
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                ▸   1 of 1   0:41   EN

          Masks · mid · match the pairs

          Which shape has which tensor?

             tensor   shape
         ▌1  queries  m × d_v
          2  scores   n × d_v
          3  values   n × d
          4  outputs  n × m












          ←→ move it   ↑↓ choose   Enter answer   Space take        ? help   Esc pause
        """)
  }

  @Test func `a match with what belongs together`() throws {
    var desk = try Desk.kinds([2])
    desk.press(.down, .left, .enter)
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                ×   1 of 1   0:41   EN

          Masks · mid · match the pairs

          Which shape has which tensor?

             tensor   shape
          ×  queries  n × d
             yours: m × d_v
          ×  scores   n × m
             yours: n × d_v
          ×  values   m × d_v
             yours: n × d
          ×  outputs  n × d_v
             yours: n × m







          0 of 1, saved.  It comes back in 1 min.
          Enter next   w why   u undo   L 中文                      ? help   Esc pause
        """)
  }

  @Test func `gaps to type into`() throws {
    var desk = try Desk.kinds([3])
    desk.type("sofmax")
    desk.press(.enter)
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                ▸   1 of 1   0:41   EN

          Masks · mid · fill the 2 gaps

          Fill in

          The weights are the __1__ of the scores, and they weigh the __2__.

          1  sofmax
         ▌2













          Enter answer   Tab leave the field   ↑↓ choose           F1 help   Esc pause
        """)
  }

  @Test func `gaps with the right words in the sentence`() throws {
    var desk = try Desk.kinds([3])
    desk.type("sofmax")
    desk.press(.enter)
    desk.type("值values")
    desk.press(.enter)
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                ×   1 of 1   0:41   EN

          Masks · mid · fill the 2 gaps

          Fill in

          The weights are the softmax of the scores, and they weigh the values.

          ×  1  sofmax                                                     your answer
          ●  1  softmax                                                          right
          ×  2  值values                                                   your answer
          ●  2  values                                                           right










          0 of 1, saved.  It comes back in 1 min.
          Enter next   w why   u undo   L 中文                      ? help   Esc pause
        """)
  }

  @Test func `a picture, and what a hint rules out`() throws {
    var desk = try Desk.kinds([4])
    desk.type("i")
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                ▸   1 of 1   0:41   EN

          Masks · mid · read the picture

          Which mask is this?

          ▀▄
          ▀▀▀▄
          ▀▀▀▀▀▄
          ▀▀▀▀▀▀▀▄
          ▀▀▀▀▀▀▀▀▀▄
          ▀▀▀▀▀▀▀▀▀▀▀▄

         ▌×  A window of two keys
         ▌   So it is.
          2  A padding of four keys
          3  A causal mask





          Hint 1 of 1   It is not 1.   At most 0.75 now.
          ↑↓ choose   Enter answer   i hint   b mark   L 中文       ? help   Esc pause
        """)
  }

  @Test func `a picture with what was run`() throws {
    var desk = try Desk.kinds([4])
    desk.type("2")
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                ×   1 of 1   0:41   EN

          Masks · mid · read the picture

          Which mask is this?

          ▀▄                 score                 scaled-dot
          ▀▀▀▄               mask                      causal
          ▀▀▀▀▀▄             heads                          1
          ▀▀▀▀▀▀▀▄           shape              12 × 12, d 64
          ▀▀▀▀▀▀▀▀▀▄         entropy                     1.34
          ▀▀▀▀▀▀▀▀▀▀▀▄

          ·  A window of two keys
          ×  A padding of four keys                                        your answer
             So it is.
          ●  A causal mask                                                       right
             So it is.




          0 of 1, saved.  It comes back in 1 min.
          Enter next   w why   x experiment   u undo   L 中文       ? help   Esc pause
        """)
  }

  @Test func `a bug beside its run with the fault and without`() throws {
    var desk = try Desk.kinds([5], rows: 30, look: Look(colours: .none))
    desk.type("2")
    expect(
      desk,
      shows: """
          heed › Quiz › Practice                                ×   1 of 1   0:41   EN

          Masks · mid · find the bug

          What is wrong with these weights?

            weights = softmax(scores, dim=-2)

          ·  The mask is missing.
          ×  The scores are not divided.                                   your answer
             So it is.
          ●  The columns sum to 1, not the rows.                                 right
             So it is.

          With the fault                          Without it
          ..----......--::                        ::::::....::--..
          ::--....--....::                        --::....==....::
          ..::....::..==**                        ........--..--==
          --..==..::......                        ++..==..::......
          ..::........--..                        --::::..::..==..
          ..::::--..%%....                        ....::::..##....
          ++..........::..                        %%..........::..
          ..::::**==::....                        ....::++==::....





          0 of 1, saved.  It comes back in 1 min.
          Enter next   w why   x experiment   u undo   L 中文       ? help   Esc pause
        """)
  }

  @Test func `an order in Chinese`() throws {
    var desk = try Desk.kinds([1], language: .zh)
    desk.type(" ")
    expect(
      desk,
      shows: """
          heed › 测验 › 练习                        ▸   第 1 题，共 1 题   0:41   中文

          掩码 · 中级 · 排序

          按顺序排列一个头的各步。

         ▌‹› softmax
          2  加掩码
          3  查询乘以键
          4  对值加权
          5  除以 √d












          ←→ 移动该项   ↑↓ 选择   Enter 作答   Space 放下   i 提示   ? 帮助   Esc 暂停
        """)
  }

  @Test func `a match in Chinese, answered`() throws {
    var desk = try Desk.kinds([2], language: .zh)
    desk.press(.enter)
    expect(
      desk,
      shows: """
          heed › 测验 › 练习                        ×   第 1 题，共 1 题   0:41   中文

          掩码 · 中级 · 配对

          哪个张量是什么形状？

             张量  形状
          ×  查询  n × d
             你选的：n × d_v
          ×  分数  n × m
             你选的：m × d_v
          ×  值    m × d_v
             你选的：n × d
          ×  输出  n × d_v
             你选的：n × m







          得分 0 / 1，已保存。  1 分后再来。
          Enter 下一题   w 为什么   u 撤销   L English               ? 帮助   Esc 暂停
        """)
  }

  @Test func `gaps in Chinese`() throws {
    var desk = try Desk.kinds([3], language: .zh)
    desk.type("i")
    expect(
      desk,
      shows: """
          heed › 测验 › 练习                        ▸   第 1 题，共 1 题   0:41   中文

          掩码 · 中级 · 填空，2 处

          填空

          权重是分数的 __1__，用来对__2__加权。

         ▌1  i
          2  ────────────













          Enter 作答   Tab 下一个空   ↑↓ 选择                       F1 帮助   Esc 暂停
        """)
  }

  @Test func `a match where there is little room`() throws {
    let desk = try Desk.kinds([2], columns: 40, rows: 12)
    expect(
      desk,
      shows: """
          Quiz › Practice        1 of 1   0:41

          Which shape has which tensor?

             tensor   shape
         ▌1  queries  n × d_v
          2  scores   m × d_v
          3  values   n × d
          4  outputs  n × m


          ←→ move it   ↑↓ choose        ?  Esc
        """)
  }

  @Test func `a picture where there is little room`() throws {
    var desk = try Desk.kinds([4], columns: 40, rows: 12)
    desk.press(.down)
    expect(
      desk,
      shows: """
          Quiz › Practice        1 of 1   0:41

          Which mask is this?
          ▀▄
          ▀▀▀▄
          ▀▀▀▀▀▄
          1  A window of two keys
         ▌2  A padding of four keys
          3  A causal mask


          ↑↓ choose   Enter answer      ?  Esc
        """)
  }
}
