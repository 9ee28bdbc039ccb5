import TerminalUI
import Testing

@testable import Tutor

@Suite struct `The help looks as drawn` {
  @Test func `over Study, with what is pressed here and everywhere`() throws {
    var desk = try Desk.sample()
    desk.type("S")
    desk.press(.up, .enter)
    desk.type(" ?")
    expect(
      desk,
      shows: """
          heed › Study › Scaled dot product                                 4 due   EN
            ╭─ Keys in Study ──────────────────────────────────────────────────────╮
          Sc│                                                                      │
         ▌◆ │  Here                               Everywhere                       │
          ◆ │  Space    reveal                    ↑↓ k j     move                  │
            │  1 2 3 4  grade yourself            ←→ h l     change, sideways      │
          Ma│  x        experiment                Tab        next pane             │
          ● │  b        mark                      PgUp PgDn  by the page           │ce
          ◆ │  n        note                      g G        first, last           │
            │  [ ]      previous, next            Enter      the main thing        │
            │  z        reader alone              Esc        back, cancel          │
            │  o        open the file in $EDITOR  /          find a question       │ce
            │  w        why due now?              :  C-p     any command           │
            │  y        copy code, or command     ?  F1      these keys            │
            │  f        filter                    u          undo                  │
            │  Tab      list, reader              U          redo                  │
            │  ←→       the pane beside           L          中文                  │
            │                                     q          quit; all is saved    │
            │  Go to                                                               │
            │  H Home   S Study   P Playground   Q Quiz   T Statistics   R Resume  │
            │  ● known   ◔ learning   ◆ due   · new   ! keeps slipping             │
            │                                                                      │
            ╰──────────────────────────────────────────────────────────────────────╯
          / find a key                                                       Esc close
        """)
  }

  @Test func `in Chinese`() throws {
    var desk = try Desk.sample(.zh)
    desk.type("S")
    desk.press(.up, .enter)
    desk.type(" ?")
    expect(
      desk,
      shows: """
          heed › 学习 › 缩放点积                                       4 项到期   中文
            ╭─ 学习的按键 ─────────────────────────────────────────────────────────╮
          缩│                                                                      │
         ▌◆ │  此处                               任何地方                         │
          ◆ │  Space    展开                      ↑↓ k j     移动                  │
            │  1 2 3 4  自评                      ←→ h l     改变，左右            │
          掩│  x        实验                      Tab        下一栏                │
          ● │  b        标记                      PgUp PgDn  翻页                  │
          ◆ │  n        笔记                      g G        首、末                │。
            │  [ ]      上一题、下一题            Enter      主要操作              │
            │  z        只看正文                  Esc        返回，取消            │ce
            │  o        用 $EDITOR 打开文件       /          查找题目              │
            │  w        为何此时到期？            :  C-p     任意命令              │
            │  y        复制代码或命令            ?  F1      这些按键              │
            │  f        筛选                      u          撤销                  │
            │  Tab      列表、正文                U          重做                  │
            │  ←→       左右一栏                  L          English               │
            │                                     q          退出，都已保存        │
            │  前往                                                                │
            │  H 首页   S 学习   P 演练场   Q 测验   T 统计   R 继续阅读           │
            │  ● 已掌握   ◔ 学习中   ◆ 到期   · 未学   ! 反复遗忘                  │
            │                                                                      │
            ╰──────────────────────────────────────────────────────────────────────╯
          / 查找按键                                                          Esc 关闭
        """)
  }

  @Test func `while a key is looked for`() throws {
    var desk = try Desk.sample()
    desk.type("S?/re")
    expect(
      desk,
      shows: """
          heed › Study › Scaled dot product                                 4 due   EN
            ╭─ Keys in Study ──────────────────────────────────────────────────────╮
          Sc│                                                                      │
          ◆ │  Here                               Everywhere                       │
         ▌◆ │  Space    reveal                    U          redo                  │
            │  [ ]      previous, next                                             │
          Ma│  z        reader alone                                               │
          ● │  Tab      list, reader                                               │
          ◆ │  Go to                                                               │ce
            │  H Home   S Study   P Playground   Q Quiz   T Statistics   R Resume  │
            │                                                                      │
            │  ● known   ◔ learning   ◆ due   · new   ! keeps slipping             │
            │  / re                                                                │
            ╰──────────────────────────────────────────────────────────────────────╯
                                     │
                                     │
                                     │
                                     │
                                     │
                                     │
                                     │


                                                                             Esc close
        """)
  }

  @Test func `on a small screen, from the top`() throws {
    var desk = try Desk.sample(columns: 40, rows: 12)
    desk.type("S?")
    expect(
      desk,
      shows: """
          Study › Scaled dot product     4 due
         ╭─ Keys in Study ────────────────────╮
         │                                    │
         │  Here                              │
         │  Space    reveal                   │
         │  b        mark                     │
         │  n        note                     │
         │  [ ]      previous, next           │
         │  z        reader alone           ▾ │
         │                                    │
         ╰────────────────────────────────────╯
          / find a key                     Esc
        """)
  }
}
