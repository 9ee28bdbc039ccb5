import Attention
import TerminalUI

extension CompareScreen {
  public static let bindings: [Binding<CompareScreen>] =
    fieldKeys + movingKeys + [
      Binding([.character("s")], Gloss(en: "stage", zh: "阶段"), footer: 3, when: isMoving) { screen, _, session in
        screen.showStage(session)
      },
      Binding([.character("c")], Gloss(en: "unpin A", zh: "取消固定 A"), footer: 4, when: isMoving) { screen, _, _ in
        screen.keepsPin = false
        return [.pop]
      },
      Binding([.character("w")], Gloss(en: "why", zh: "为何"), footer: 5, when: isMoving) { screen, _, session in
        screen.explain(session)
      },
      Binding([.character("/")], Gloss(en: "presets, parts", zh: "预设，部件"), footer: 6, when: isMoving) {
        _, _, session in
        [.push(PaletteScreen(session, scope: .comparisons))]
      },
      Binding(
        [.character("["), .character("]")], written: "[ ]", Gloss(en: "head", zh: "头"), footer: 7, when: hasHeads
      ) { screen, key, session in
        screen.showHead(by: key == .character("]") ? 1 : -1, session)
      },
      Binding([.character("v")], Gloss(en: "colours", zh: "配色"), footer: 8, when: isMoving) { screen, _, session in
        screen.change(session) { $0.turnOption(.colours, by: 1, session) }
      },
      Binding([.enter], Gloss(en: "type a value; a cell: why in full", zh: "输入数值；单元格：完整推导"), when: isMoving) {
        screen, _, session in
        screen.enter(session)
      },
      Binding("0123456789".map(Key.character), written: "0–9", Gloss(en: "type a value", zh: "输入数值"), when: isNumeric) {
        screen, key, session in
        screen.focusRow()
        return screen.now.beginTyping(key, session)
      },
      Binding(
        [.character("+"), .character("="), .character("-"), .character("0")], written: "+ - 0",
        Gloss(en: "zoom in, out, fit", zh: "放大、缩小、全图"), footer: 12, when: isMoving
      ) { screen, key, session in
        screen.zoom(by: key == .character("0") ? 0 : key == .character("-") ? -1 : 1, session)
      },
      Binding([.character("r")], Gloss(en: "new seed for B", zh: "B 换种子"), footer: 11, when: isMoving) {
        screen, _, session in screen.change(session) { $0.reseed(session) }
      },
      Binding([.character("u")], Gloss(en: "undo a change", zh: "撤销"), footer: 9, when: isMoving) {
        screen, _, session in screen.change(session) { $0.undo(session) }
      },
      Binding([.character("U")], Gloss(en: "redo", zh: "重做"), footer: 10, when: isMoving) { screen, _, session in
        screen.change(session) { $0.redo(session) }
      },
    ]

  private static func isTyping(_ screen: CompareScreen, _ session: Session) -> Bool { screen.now.field != nil }
  private static func isMoving(_ screen: CompareScreen, _ session: Session) -> Bool { screen.now.field == nil }
  private static func isWaiting(_ screen: CompareScreen, _ session: Session) -> Bool {
    screen.now.field == nil && screen.now.isWaiting
  }
  private static func hasHeads(_ screen: CompareScreen, _ session: Session) -> Bool {
    screen.now.field == nil && screen.heads > 1
  }
  private static func isNumeric(_ screen: CompareScreen, _ session: Session) -> Bool {
    screen.now.field == nil && screen.now.view.pane == .parameters && screen.row.isNumeric
  }

  private static func sidewaysLabel(_ screen: CompareScreen, _ session: Session) -> Gloss {
    screen.now.view.pane == .parameters ? Gloss(en: "change B", zh: "改变 B") : Gloss(en: "cell", zh: "单元格")
  }

  /// While a value is typed, these mean the field.
  private static let fieldKeys: [Binding<CompareScreen>] = [
    Binding([.enter], Gloss(en: "accept", zh: "确定"), footer: 1, when: isTyping) { screen, _, session in
      screen.change(session) { $0.acceptField(session) }
    },
    Binding([.escape], Gloss(en: "keep the old value", zh: "保留原值"), when: isTyping) { screen, _, _ in
      screen.leaveField()
      return []
    },
    Binding([.escape], Gloss(en: "stop computing", zh: "停止计算"), when: isWaiting) { screen, _, session in
      screen.change(session) { $0.stop(session) }
    },
    Binding([.tab], Gloss(en: "next pane", zh: "下一栏"), footer: 2, when: isTyping) { screen, _, session in
      screen.change(session) { $0.acceptField(session) }
    },
  ]

  private static let movingKeys: [Binding<CompareScreen>] = [
    Binding(
      [.left, .right, .character("h"), .character("l")], written: "←→", as: Gloss(en: "change B, cell", zh: "改变 B，单元格"),
      labelled: sidewaysLabel, footer: 1, when: isMoving
    ) { screen, key, session in
      screen.moveSideways(by: key == .right || key == .character("l") ? 1 : -1, session)
    },
    Binding(
      [.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "part, cell", zh: "部件，单元格"),
      when: isMoving
    ) { screen, key, session in screen.move(by: key == .down || key == .character("j") ? 1 : -1, session) },
    Binding([.tab, .backTab], Gloss(en: "pane", zh: "换栏"), footer: 2, when: isMoving) { screen, key, session in
      screen.showNextPane(by: key == .tab ? 1 : -1, session)
    },
    Binding([.pageUp, .pageDown], written: "PgUp PgDn", Gloss(en: "eight rows", zh: "八行"), when: isMoving) {
      screen, key, session in screen.move(by: key == .pageDown ? 8 : -8, session)
    },
    Binding(
      [.character("g"), .character("G"), .home, .end], written: "g G", Gloss(en: "first, last", zh: "首、末"),
      when: isMoving
    ) { screen, key, session in
      screen.move(by: key == .character("G") || key == .end ? Int.max / 2 : -Int.max / 2, session)
    },
  ]
}
