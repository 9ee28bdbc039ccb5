import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Statistics fit` {
  @Test func `a wide screen, with what will slip first`() throws {
    var desk = try Desk.sample(columns: 120, rows: 40)
    desk.type("T")
    expect(
      desk,
      shows: """
          heed › Statistics                                                                                    all topics   EN

          Reviews                                                     9 in 4 weeks     Now
                Apr     May     Jun       Jul     Aug       Sep     Oct     Nov
          Mon · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·      Retention       100%  wish 90%
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■      Mastery          61%  of 4 questions
          Wed · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■      Met                4  0 to go
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■      Time an item    30 s  40 s in Oct
          Fri · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·      Streak        3 days  best 3
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■ · ·        Keep slipping      0  8+ lapses
          Sun · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·

          Coming due            6 in 30 days    Quiz scores     last 70%, best 70%     Retention            12 weeks, wish 90%
            4 █                                   1
              █                                     ▂▂                                 So far one week, 100%; the line begins
              █                                     ██                                 with the second.
              █                                     ██
              █    ▄▄                               ██
            0 █    ██                             0 ██
              today         4 Dec     19 Dec        31 Oct

          Mastery by topic                                   met      due    right     Will slip first                  recall

         ▌Scaled dot product   ━━━━━━━━━━━───────   60%      2/2        3      83%     ◆ How much memory does a float32 m… 50%
          Masks                ━━━━━━━━━━━───────   62%      2/2        1      75%     ◆ Why is softmax shift-invariant?   65%
                                                                                       ◆ Why scale by √d_k?                71%
                                                                                       ● What does a causal mask forbid?   97%

                                                                                       Personal best

                                                                                       score            70% on 31 Oct, 5 items
                                                                                       longest streak           3 days, in Nov






          Scaled dot product  2 of 2 met; mastery is mean recall over 5 items.
          Tab chart   Enter open   w why   ↑↓ choose   L 中文   z chart alone   x quiz this topic            ? help   Esc back
        """)
  }

  @Test func `a very wide screen, with a table of topics`() throws {
    var desk = try Desk.sample(columns: 160, rows: 50)
    desk.type("T")
    expect(
      desk,
      shows: """
          heed › Statistics                                                                                                                            all topics   EN

          Reviews                                                                                           9 in 4 weeks       Now

                  Dec       Jan     Feb     Mar       Apr     May     Jun       Jul     Aug       Sep     Oct     Nov          Retention       100%  wish 90%
          Mon · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·        Mastery          61%  of 4 questions
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■        Met                4  0 to go
          Wed · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■        Time an item    30 s  40 s in Oct
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■        Streak        3 days  best 3
          Fri · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·        Keep slipping      0  8+ lapses
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■ · ·
          Sun · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·


          Coming due                                          6 in 30 days      Quiz scores           last 70%, best 70%       Retention            12 weeks, wish 90%

            4 █                                                                   1                                            So far one week, 100%; the line begins
              █                                                                                                                with the second.
              █                                                                     ▇▇
              █                                                                     ██
              █                                                                     ██
              █         ▆ ▆                                                         ██
            0 █         █ █                                                       0 ██
              today         27 Nov        4 Dec         11 Dec     19 Dec           31 Oct


          Mastery by topic                                                       met      due    right  an item   lapses       Will slip first                  recall

         ▌Scaled dot product   ━━━━━━━━━━━━━━━━━━━━━━━───────────────   60%      2/2        3      83%     40 s        ·       ◆ How much memory does a float32 m… 50%
          Masks                ━━━━━━━━━━━━━━━━━━━━━━━───────────────   62%      2/2        1      75%     20 s        ·       ◆ Why is softmax shift-invariant?   65%
                                                                                                                               ◆ Why scale by √d_k?                71%
                                                                                                                               ● What does a causal mask forbid?   97%


                                                                                                                               Personal best

                                                                                                                               score            70% on 31 Oct, 5 items
                                                                                                                               longest streak           3 days, in Nov










          Scaled dot product  2 of 2 met; mastery is mean recall over 5 items.
          Tab chart   Enter open   w why   ↑↓ choose   L 中文   z chart alone   x quiz this topic   e export                                         ? help   Esc back
        """)
  }
}
