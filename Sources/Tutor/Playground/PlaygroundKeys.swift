import Attention
import TerminalUI

extension PlaygroundScreen {
  public static let bindings: [Binding<PlaygroundScreen>] =
    fieldKeys + movingKeys + [
      Binding(
        [.enter], as: Gloss(en: "type a value; a cell: why in full", zh: "输入数值；单元格：完整推导"),
        labelled: enterLabel, footer: 8, when: isMoving
      ) { screen, _, session in screen.enter(session) },
      Binding("0123456789".map(Key.character), written: "0–9", Gloss(en: "type a value", zh: "输入数值"), when: numeric) {
        screen, key, session in screen.beginTyping(key, session)
      },
      Binding([.character("0")], Gloss(en: "whole matrix", zh: "全图"), when: isMoving) { screen, _, session in
        screen.zoom(by: 0, session)
      },
      Binding([.character("s")], Gloss(en: "stage", zh: "阶段"), footer: 4, when: isMoving) { screen, _, session in
        screen.showStage(by: 1, session)
      },
      Binding([.character("c")], Gloss(en: "compare", zh: "对比"), footer: 5, when: isMoving) { screen, _, session in
        screen.compare(session)
      },
      Binding(
        [.character("["), .character("]")], written: "[ ]", Gloss(en: "head", zh: "头"), footer: 6,
        when: hasHeads
      ) { screen, key, session in
        screen.showHead(by: key == .character("]") ? 1 : -1, session)
      },
      Binding([.character("i")], Gloss(en: "hint", zh: "提示"), footer: 4, when: hidesNote) { screen, _, _ in
        screen.showsNote.toggle()
        return []
      },
      Binding([.character("t")], Gloss(en: "step", zh: "逐步"), footer: 5, when: isMoving) { screen, _, session in
        screen.stepThrough(session)
      },
      Binding([.character("m")], Gloss(en: "curves", zh: "曲线"), footer: 13, when: isMoving) { screen, _, _ in
        [.push(CurvesScreen(screen.recipe))]
      },
      Binding([.character("v")], Gloss(en: "view", zh: "显示方式"), footer: 6, when: isMoving) { screen, _, _ in
        screen.goToView()
      },
      Binding([.character("/")], Gloss(en: "presets, parts", zh: "预设，部件"), footer: 13, when: isMoving) {
        _, _, session in
        [.push(PaletteScreen(session, scope: .experiments))]
      },
      Binding([.character("w")], Gloss(en: "why", zh: "为何"), footer: 7, when: isMoving) { screen, _, session in
        screen.explain(session)
      },
      Binding([.character("r")], Gloss(en: "new seed", zh: "换种子"), footer: 8, when: isMoving) { screen, _, session in
        screen.reseed(session)
      },
      Binding([.character("u")], Gloss(en: "undo a change", zh: "撤销"), footer: 10, when: isMoving) {
        screen, _, session in
        screen.undo(session)
      },
      Binding([.character("U")], Gloss(en: "redo", zh: "重做"), when: isMoving) { screen, _, session in
        screen.redo(session)
      },
      Binding(
        [.character("z")], as: Gloss(en: "this pane alone", zh: "单栏"), labelled: aloneLabel, footer: 11, when: isMoving
      ) { screen, _, session in screen.toggleAlone(session) },
      Binding(
        [.character("+"), .character("="), .character("-")], written: "+ -", Gloss(en: "zoom", zh: "缩放"), footer: 12,
        when: isMoving
      ) { screen, key, session in screen.zoom(by: key == .character("-") ? -1 : 1, session) },
      Binding([.character("p")], Gloss(en: "predict", zh: "预测"), footer: 9, when: isMoving) { screen, _, session in
        screen.predict(session)
      },
      Binding([.character("e")], Gloss(en: "export", zh: "导出"), footer: 9, when: isMoving) { screen, _, session in
        screen.export(session)
      },
      Binding([.character("N")], Gloss(en: "Numbers", zh: "数值"), footer: 9, when: isMoving) { screen, _, session in
        screen.openNumbers(session)
      },
      Binding([.character("y")], Gloss(en: "copy command", zh: "复制命令"), footer: 9, when: isMoving) {
        screen, _, session in
        screen.copyCommand(session)
      },
    ]

  private static func enterLabel(_ screen: PlaygroundScreen, _ session: Session) -> Gloss {
    screen.view.pane == .parameters ? Gloss(en: "type", zh: "输入") : Gloss(en: "in full", zh: "完整推导")
  }

  private static func sidewaysLabel(_ screen: PlaygroundScreen, _ session: Session) -> Gloss {
    screen.view.pane == .parameters ? Gloss(en: "change", zh: "改变") : Gloss(en: "cell", zh: "单元格")
  }

  private static func aloneLabel(_ screen: PlaygroundScreen, _ session: Session) -> Gloss {
    screen.view.isAlone ? Gloss(en: "all panes", zh: "各栏") : Gloss(en: "this pane alone", zh: "单栏")
  }

  private static func hidesNote(_ screen: PlaygroundScreen, _ session: Session) -> Bool {
    screen.field == nil && screen.note != nil && !screen.noteHasItsPlace(session)
  }

  private static func hasHeads(_ screen: PlaygroundScreen, _ session: Session) -> Bool {
    screen.field == nil && (screen.picture?.shape.heads ?? 1) > 1
  }

  private static func numeric(_ screen: PlaygroundScreen, _ session: Session) -> Bool {
    screen.field == nil && screen.view.pane == .parameters && screen.view.row.isNumeric
      && (screen.view.row != .head || screen.heads > 1)
  }

  /// While a value is typed, these mean the field.
  private static let fieldKeys: [Binding<PlaygroundScreen>] = [
    Binding([.enter], Gloss(en: "accept", zh: "确定"), footer: 1, when: isTyping) { screen, _, session in
      screen.acceptField(session)
    },
    Binding([.escape], Gloss(en: "keep the old value", zh: "保留原值"), when: isTyping) { screen, _, _ in
      screen.field = nil
      return []
    },
    Binding([.escape], Gloss(en: "stop computing", zh: "停止计算"), when: isWaiting) { screen, _, session in
      screen.stop(session)
    },
    Binding([.escape], Gloss(en: "show all panes", zh: "显示各栏"), when: isAlone) { screen, _, session in
      screen.toggleAlone(session)
    },
    Binding([.tab], Gloss(en: "next pane", zh: "下一栏"), footer: 2, when: isTyping) { screen, _, session in
      screen.leaveField(session)
    },
  ]

  private static func isTyping(_ screen: PlaygroundScreen, _ session: Session) -> Bool { screen.field != nil }
  private static func isWaiting(_ screen: PlaygroundScreen, _ session: Session) -> Bool {
    screen.field == nil && screen.isWaiting
  }
  private static func isAlone(_ screen: PlaygroundScreen, _ session: Session) -> Bool {
    screen.field == nil && screen.view.isAlone
  }
  private static func isMoving(_ screen: PlaygroundScreen, _ session: Session) -> Bool { screen.field == nil }

  private static let movingKeys: [Binding<PlaygroundScreen>] = [
    Binding(
      [.left, .right, .character("h"), .character("l")], written: "←→", as: Gloss(en: "value, cell", zh: "数值，单元格"),
      labelled: sidewaysLabel, footer: 1, when: isMoving
    ) { screen, key, session in
      screen.moveSideways(by: key == .right || key == .character("l") ? 1 : -1, session)
    },
    Binding(
      [.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "parameter, cell, line", zh: "参数，单元格，行"),
      when: isMoving
    ) { screen, key, session in screen.move(by: key == .down || key == .character("j") ? 1 : -1, session) },
    Binding([.tab, .backTab], Gloss(en: "pane", zh: "换栏"), footer: 2, when: isMoving) { screen, key, _ in
      screen.focus(screen.view.pane.next(by: key == .tab ? 1 : -1))
    },
    Binding([.pageUp, .pageDown], written: "PgUp PgDn", Gloss(en: "eight rows", zh: "八行"), when: isMoving) {
      screen, key, session in screen.move(by: key == .pageDown ? 8 : -8, session)
    },
    Binding(
      [.character("g"), .character("G"), .home, .end], written: "g G", Gloss(en: "first, last", zh: "首、末"),
      when: isMoving
    ) {
      screen, key, session in
      screen.move(by: key == .character("G") || key == .end ? Int.max / 2 : -Int.max / 2, session)
    },
  ]
}
