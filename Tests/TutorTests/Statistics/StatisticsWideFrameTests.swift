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

          Reviews                                                     9 in 4 weeks      Now
                Apr     May     Jun       Jul     Aug       Sep     Oct     Nov
          Mon · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·       Retention       100%  wish 90%
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■       Time an item    30 s  was 40 s
          Wed · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■       Streak        3 days  best 3
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■       Keep slipping      0  8+ lapses
          Fri · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■ · ·
          Sun · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·



          Coming due               6 in 30 days    Quiz scores  last 70%, best 70%      Will slip first                 recall
            4 █                                      1
              █                                        ▄▄                               ◆ How much memory does a float32 … 50%
              █                                        ██                               ◆ Why is softmax shift-invariant?  65%
              █    ▂▂                                  ██                               ◆ Why scale by √d_k?               71%
            0 █    ██                                0 ██                               ● What does a causal mask forbid?  97%
              today         4 Dec     19 Dec           31 Oct


          Mastery                                               61% of 4 questions

         ▌Scaled dot product   ━━━━━━━━━━━━━━━━━━━━━━━━────────────────   60%
          Masks                ━━━━━━━━━━━━━━━━━━━━━━━━━───────────────   62%











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

          Reviews                                                                                           9 in 4 weeks      Now
                  Dec       Jan     Feb     Mar       Apr     May     Jun       Jul     Aug       Sep     Oct     Nov
          Mon · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·       Retention       100%  wish 90%
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■       Time an item    30 s  was 40 s
          Wed · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■       Streak        3 days  best 3
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■       Keep slipping      0  8+ lapses
          Fri · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·
              · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ■ · ·
          Sun · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·



          Coming due                                  6 in 30 days    Quiz scores                     last 70%, best 70%      Will slip first                   recall
            4 █                                                         1
              █                                                                                                               ◆ How much memory does a float32 ma… 50%
              █                                                           ▅▅                                                  ◆ Why is softmax shift-invariant?    65%
              █                                                           ██                                                  ◆ Why scale by √d_k?                 71%
              █                                                           ██                                                  ● What does a causal mask forbid?    97%
              █                                                           ██
              █    ██                                                     ██
            0 █    ██                                                   0 ██
              today         4 Dec     19 Dec                              31 Oct


          Mastery by topic                                                       met      due    right  an item   lapses

         ▌Scaled dot product   ━━━━━━━━━━━━━━━━━━━━━━───────────────   60%       2/2        3      83%     40 s        ·
          Masks                ━━━━━━━━━━━━━━━━━━━━━━━──────────────   62%       2/2        1      75%     20 s        ·


















          Scaled dot product  2 of 2 met; mastery is mean recall over 5 items.
          Tab chart   Enter open   w why   ↑↓ choose   L 中文   z chart alone   x quiz this topic                                                    ? help   Esc back
        """)
  }
}
