import TerminalUI
import Testing

@testable import Tutor

@Suite struct `The palette looks as drawn` {
  @Test func `with commands and their keys`() throws {
    var desk = try Desk.sample()
    desk.type(":stat")
    expect(
      desk,
      shows: """
          heed                                       Fri 20 Nov   3 days in a row   EN

          4 items ╭──────────────────────────────────────────────────────────╮
          About 2 │  : stat                                         4 of 54  │
                  │──────────────────────────────────────────────────────────│
         ▌Review t│▌ Statistics                                           T  │   Enter
          Go on re│                                                          │       R
          Study   │                                                          │       S
          Playgrou╰──────────────────────────────────────────────────────────╯       P
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


          ↑↓ choose   Enter open   Tab complete                    F1 help   Esc close
        """, butRow: 3)
  }

  @Test func `with the letters that matched in amber`() throws {
    var desk = try Desk.sample()
    desk.type("/sca")
    expect(
      desk,
      isStyled: """
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        fffffffffffttaassstttttttttttttttttttttttttttttttttttttttttttqqqqqqttfffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        fffffffffffATSSSSAAASSSSSSSSSSSTTTTTTTTTTTTTTTTTTQQQQQQQQQQQQQQQQQQTTfffffffffff
        fffffffffffttttttttttttttttttttttttttttttttttttttttttttttttttttttttttfffffffffff
        fffffffffffttttttttttttttttttttttttttttttttttttttttttttttttttttttttttfffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffqqqqqqqqqqqqffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        ffaaqqqqqqqfffaaaaaqqqqqfffaaaqqqqqqqqqffffffffffffffffffffaaqqqqqfffaaaqqqqqqff
        """)
  }

  @Test func `in Chinese`() throws {
    var desk = try Desk.sample(.zh)
    desk.type(":统计")
    expect(
      desk,
      shows: """
          heed                                        11月20日 周五   连续 3 天   中文

          4 项到期╭──────────────────────────────────────────────────────────╮
          约 2 分 │  : 统计                                            1/54  │
                  │──────────────────────────────────────────────────────────│
         ▌复习到期│▌ 统计                                                 T  │   Enter
          继续阅读│                                                          │       R
          学习    │                                                          │       S
          演练场  ╰──────────────────────────────────────────────────────────╯       P
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


          ↑↓ 选择   Enter 打开   Tab 补全                           F1 帮助   Esc 关闭
        """, butRow: 3)
  }

  @Test func `when it finds questions`() throws {
    var desk = try Desk.sample()
    desk.type("/softmax")
    expect(
      desk,
      shows: """
          heed                                       Fri 20 Nov   3 days in a row   EN

          4 items ╭──────────────────────────────────────────────────────────╮
          About 2 │  / softmax                                       2 of 4  │
                  │──────────────────────────────────────────────────────────│
         ▌Review t│▌ Why is softmax shift-invariant?     Scaled dot product  │   Enter
          Go on re│  Why scale by √d_k?                  Scaled dot product  │       R
          Study   │                                                          │       S
          Playgrou╰──────────────────────────────────────────────────────────╯       P
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

          scores/shift
          ↑↓ choose   Enter open   Tab complete                    F1 help   Esc close
        """)
  }

  @Test func `when it finds nothing`() throws {
    var desk = try Desk.sample()
    desk.type("/rpoe")
    expect(
      desk,
      shows: """
          heed                                       Fri 20 Nov   3 days in a row   EN

          4 items ╭──────────────────────────────────────────────────────────╮
          About 2 │  / rpoe                                          0 of 4  │
                  │──────────────────────────────────────────────────────────│
         ▌Review t│                                                          │   Enter
          Go on re│                                                          │       R
          Study   │                                                          │       S
          Playgrou╰──────────────────────────────────────────────────────────╯       P
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

          No question matches “rpoe”.  Esc clears
          ↑↓ choose   Tab complete                                 F1 help   Esc clear
        """)
  }

  @Test func `on a small screen`() throws {
    var desk = try Desk.sample(columns: 40, rows: 12)
    desk.type("/mask")
    expect(
      desk,
      shows: """
          heed                 3 days in a row

         ╭────────────────────────────────────╮
         │  / mask                    2 of 4  │
         │────────────────────────────────────│
         │▌ What does a causal mask …  Masks  │
         │  How much memory does a f…  Masks  │
         │                                    │
         ╰────────────────────────────────────╯
          Statistics                         T
          masks/causal
          ↑↓ choose   Enter open       F1  Esc
        """)
  }
}
