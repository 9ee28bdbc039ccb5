import Learning
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Statistics look as drawn` {
  @Test func `before the first answer`() throws {
    var desk = try Desk.firstDay()
    desk.type("T")
    expect(
      desk,
      shows: """
          heed › Statistics                                            all topics   EN

          Answer one item and this page begins.  Q




















          L 中文                                                     ? help   Esc back
        """)
  }

  @Test func `before the first answer, in Chinese`() throws {
    var desk = try Desk.firstDay(.zh)
    desk.type("T")
    expect(
      desk,
      shows: """
          heed › 统计                                                  所有主题   中文

          答一道题，这一页就开始了。  Q




















          L English                                                  ? 帮助   Esc 返回
        """)
  }

  @Test func `with four charts and the figures of the log`() throws {
    var desk = try Desk.sample()
    desk.type("T")
    expect(
      desk,
      shows: """
          heed › Statistics                                            all topics   EN

          Reviews                   9 in 4 weeks    Coming due            6 in 30 days
                Aug       Sep     Oct     Nov         4 █
          Mon · · · · · · · · · · · · · · · · ·         █
              · · · · · · · · · · · · · · · · ■         █
          Wed · · · · · · · · · · · · · · · · ■         █
              · · · · · · · · · · · · · · · · ■         █
          Fri · · · · · · · · · · · · · · · · ·         █    ▆▆
              · · · · · · · · · · · · · ■ · ·         0 █    ██
          Sun · · · · · · · · · · · · · · · ·           today         4 Dec     19 Dec

          Mastery             61% of 4 questions    Quiz scores     last 70%, best 70%
         ▌Scaled dot product   ━━━━━━━────   60%      1 ▁▁
          Masks                ━━━━━━━────   62%        ██
                                                      0 ██

                                                    Retention       100%  wish 90%
                                                    Time an item    30 s  was 40 s
                                                    Streak        3 days  best 3
                                                    Keep slipping      0  8+ lapses

          Scaled dot product  2 of 2 met; mastery is mean recall over 5 items.
          Tab chart   Enter open   w why   ↑↓ choose   L 中文        ? help   Esc back
        """)
  }

  @Test func `in Chinese, chart by chart`() throws {
    var desk = try Desk.sample(.zh)
    desk.type("T")
    expect(
      desk,
      shows: """
          heed › 统计                                                  所有主题   中文

          复习                         4 周 9 次    即将到期              30 天内 6 项
                8月       9月     10月    11月        4 █
          一  · · · · · · · · · · · · · · · · ·         █
              · · · · · · · · · · · · · · · · ■         █
          三  · · · · · · · · · · · · · · · · ■         █
              · · · · · · · · · · · · · · · · ■         █
          五  · · · · · · · · · · · · · · · · ·         █    ▆▆
              · · · · · · · · · · · · · ■ · ·         0 █    ██
          日  · · · · · · · · · · · · · · · ·           今天          12月4日 12月19日

          掌握度                      4 题的 61%    测验得分        上次 70%，最高 70%
         ▌缩放点积             ━━━━━━━────   60%      1 ▁▁
          掩码                 ━━━━━━━────   62%        ██
                                                      0 ██

                                                    记忆率          100%  目标 90%
                                                    每题用时       30 秒  最初 40 秒
                                                    连续            3 天  最长 3
                                                    反复遗忘           0  忘 8 次以上

          缩放点积  2 题中学过 2 题；掌握度是 5 项回忆率的均值。
          Tab 图表   Enter 打开   w 如何计算   ↑↓ 选择   L English   ? 帮助   Esc 返回
        """)
  }

  @Test func `with days, bars and today in their inks`() throws {
    var desk = try Desk.sample()
    desk.type("T")
    expect(
      desk,
      isStyled: """
          qqqqfffssssssssss                                            qqqqqqqqqq   qq

          sssssss                   qqqqqqqqqqqq    ssssssssss            qqqqqqqqqqqq
                qqq       qqq     qqq     qqq         q a
          qqq f f f f f f f f f f f f f f f f f         a
              f f f f f f f f f f f f f f f f c         a
          qqq f f f f f f f f f f f f f f f f c         a
              f f f f f f f f f f f f f f f f c         a
          qqq f f f f f f f f f f f f f f f f a         a    dd
              f f f f f f f f f f f f f c f f         q a    dd
          qqq f f f f f f f f f f f f f f f f           qqqqq         qqqqq     qqqqqq

          sssssss             qqqqqqqqqqqqqqqqqq    sssssssssss     qqqqqqqqqqqqqqqqqq
         ASSSSSSSSSSSSSSSSSSTTTDDDDDDDFFFFTTTTTTT     q dd
                               dddddddffff              dd
                                                      q dd

                                                    qqqqqqqqq       ssss  qqqqqqqq
                                                    qqqqqqqqqqqq    ssss  qqqqqqqq
                                                    qqqqqq        ssssss  qqqqqq
                                                    qqqqqqqqqqqqq      s  qqqqqqqqq

          ssssssssssssssssssqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
          aaaqqqqqq   aaaaaqqqqq   aqqqq   aaqqqqqqq   aqqqqq        aqqqqq   aaaqqqqq
        """)
  }

  @Test func `without colours, the days by glyphs`() throws {
    var desk = try Desk.sample(look: Look(colours: .none))
    desk.type("T")
    expect(
      desk,
      shows: """
          heed › Statistics                                            all topics   EN

          Reviews                   9 in 4 weeks    Coming due            6 in 30 days
                Aug       Sep     Oct     Nov         4 █
          Mon . . . . . . . . . . . . . . . . .         █
              . . . . . . . . . . . . . . . . -         █
          Wed . . . . . . . . . . . . . . . . +         █
              . . . . . . . . . . . . . . . . -         █
          Fri . . . . . . . . . . . . . . . . .         █    ▆▆
              . . . . . . . . . . . . . # . .         0 █    ██
          Sun . . . . . . . . . . . . . . . .           today         4 Dec     19 Dec

          Mastery             61% of 4 questions    Quiz scores     last 70%, best 70%
         ▌Scaled dot product   ━━━━━━━────   60%      1 ▁▁
          Masks                ━━━━━━━────   62%        ██
                                                      0 ██

                                                    Retention       100%  wish 90%
                                                    Time an item    30 s  was 40 s
                                                    Streak        3 days  best 3
                                                    Keep slipping      0  8+ lapses

          Scaled dot product  2 of 2 met; mastery is mean recall over 5 items.
          Tab chart   Enter open   w why   ↑↓ choose   L 中文        ? help   Esc back
        """)
  }

  @Test func `one chart at a time on a small screen`() throws {
    var desk = try Desk.sample(columns: 40, rows: 12)
    desk.type("T")
    desk.press(.tab)
    expect(
      desk,
      shows: """
          heed › Statistics         all topics

         ▌Reviews                 9 in 4 weeks
          Mon · · · · · · · · · · · · · · · ·
              · · · · · · · · · · · · · · · ■
          Wed · · · · · · · · · · · · · · · ■
              · · · · · · · · · · · · · · · ■
          Fri · · · · · · · · · · · · · · ·‹·›
              · · · · · · · · · · · · ■ · ·
          Sun · · · · · · · · · · · · · · ·
          20 Nov  0 reviews
          Tab chart   w why             ?  Esc
        """)
  }
}

@Suite struct `What slips looks as drawn` {
  @Test func `alone on a small screen, in Chinese`() throws {
    let events = (0..<30).map { day in
      (SampleLog.day(60 - 2 * day), SampleLog.review(SampleBank.choice, day % 3 == 0 ? .easy : .again, score: 0))
    }
    var desk = try Desk.sample(.zh, log: SampleLog.events + events)
    desk.type("T")
    desk.press(.backTab)
    expect(
      desk,
      shows: """
          heed › 统计                                                  所有主题   中文

          反复遗忘                                                                次数

         ▌! 为什么要除以 √d_k？                                                     10


          最先会忘                                                              回忆率

          ◆ 一条长序列的 float32 掩码占多少内存？                                  50%
          ◆ softmax 为何平移不变？                                                 65%
          ◆ 为什么要除以 √d_k？                                                    66%
          ● 因果掩码禁止什么？                                                     97%


          个人最佳

          得分                                                      10月31日 70%，5 题
          最长连续                                                          5 天，11月



          为什么要除以 √d_k？  忘了 10 次：与其重复，不如重读
          Tab 图表   Enter 打开   w 如何计算   ↑↓ 选择   L English   ? 帮助   Esc 返回
        """)
  }
}
