import Attention
import Learning
import TerminalUI

extension ScreenStack {
  /// The keys that mean the same on every screen.
  static let bindings: [Binding<ScreenStack>] = movingKeys + commandKeys

  /// What each screen does in its own way.
  private static let movingKeys: [Binding<ScreenStack>] = [
    Binding([.up, .down, .character("k"), .character("j")], written: "↑↓ k j", Gloss(en: "move", zh: "移动")) { _, _, _ in
      []
    },
    Binding(
      [.left, .right, .character("h"), .character("l")], written: "←→ h l", Gloss(en: "change, sideways", zh: "改变，左右")
    ) { _, _, _ in [] },
    Binding([.tab, .backTab], Gloss(en: "next pane", zh: "下一栏")) { _, _, _ in [] },
    Binding(
      [.pageUp, .pageDown, .control("b"), .control("f"), .control("u"), .control("d")], written: "PgUp PgDn",
      Gloss(en: "by the page", zh: "翻页")
    ) { _, _, _ in [] },
    Binding([.character("g"), .character("G"), .home, .end], written: "g G", Gloss(en: "first, last", zh: "首、末")) {
      _, _, _ in []
    },
    Binding([.enter], Gloss(en: "the main thing", zh: "主要操作")) { _, _, _ in [] },
    Binding([.escape], Gloss(en: "back, cancel", zh: "返回，取消")) { stack, _, _ in stack.screens.count > 1 ? [.pop] : [] },
  ]

  static let commandKeys: [Binding<ScreenStack>] = [
    Binding([.character("/")], Gloss(en: "find a question", zh: "查找题目")) { _, _, session in
      [.push(PaletteScreen(session, scope: .questions))]
    },
    Binding([.character(":"), .control("p")], written: ":  C-p", Gloss(en: "any command", zh: "任意命令")) {
      stack, _, session in
      [.push(PaletteScreen(session, scope: .everything(stack.frontHelp)))]
    },
    Binding([.character("?"), .function(1)], written: "?  F1", Gloss(en: "these keys", zh: "这些按键")) {
      stack, _, session in
      [.push(HelpScreen(stack.frontHelp, title: stack.frontTitle))]
    },
    Binding([.character("u")], Gloss(en: "undo", zh: "撤销")) { _, _, session in undo(session) },
    Binding([.character("U")], Gloss(en: "redo", zh: "重做")) { _, _, session in redo(session) },
    Binding([.character("L")], Gloss(en: "中文", zh: "English")) { _, _, _ in [.switchLanguage] },
    Binding([.character("H")], Gloss(en: "Home", zh: "首页")) { _, _, _ in [.go(.home)] },
    Binding([.character("S")], Gloss(en: "Study", zh: "学习")) { _, _, _ in [.go(.study)] },
    Binding([.character("P")], Gloss(en: "Playground", zh: "演练场")) { _, _, _ in [.go(.playground)] },
    Binding([.character("Q")], Gloss(en: "Quiz", zh: "测验")) { _, _, _ in [.go(.quiz)] },
    Binding([.character("T")], Gloss(en: "Statistics", zh: "统计")) { _, _, _ in [.go(.statistics)] },
    Binding([.character("R")], Gloss(en: "Resume", zh: "继续阅读")) { _, _, _ in [.go(.resume)] },
    Binding([.character("q"), .control("c")], Gloss(en: "quit; all is saved", zh: "退出，都已保存")) { _, _, _ in [.quit]
    },
  ]

  static let moving = Set(movingKeys.flatMap(\.keys))
  private static let known = Set(bindings.flatMap(\.keys))

  /// Whether a table of keys that lists those of every screen may leave out a screen's own row.
  static func covers(_ keys: [Key], isInFooter: Bool) -> Bool {
    keys.allSatisfy(known.contains) && !(isInFooter && keys.allSatisfy(moving.contains))
  }

  private static func undo(_ session: Session) -> [Effect] {
    guard let last = session.undoable else {
      return [.say(Notice(session.say("Nothing to undo.", "没有可撤销的操作。")))]
    }
    let what = session.undoing(last.review.card)
    return [.record([.undo(last.id)]), .say(Notice(session.say("Undone: \(what)  U redo", "已撤销：\(what)  U 重做")))]
  }

  private static func redo(_ session: Session) -> [Effect] {
    guard let last = session.history.redoable else {
      return [.say(Notice(session.say("Nothing to redo.", "没有可重做的操作。")))]
    }
    let what = session.undoing(last.review.card)
    return [.record([.redo(last.id)]), .say(Notice(session.say("Done again: \(what)  u undo", "已重做：\(what)  u 撤销")))]
  }
}
