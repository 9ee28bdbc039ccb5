import Attention
import TerminalUI

extension StepScreen {
  static let bindings: [Binding<StepScreen>] = [
    Binding([.escape], Gloss(en: "stop computing", zh: "停止计算"), when: isAwaiting) {
      screen, _, session in screen.stop(session)
    },
    Binding(
      [.character(" "), .character("]")], written: "Space", as: Gloss(en: "next tile, token", zh: "下一块、下一词元"),
      labelled: nextLabel, footer: 1, when: hasSteps
    ) { screen, _, session in
      if screen.at == (screen.steps?.count ?? 0) - 1 {
        return [.say(Notice(session.say("This was the last step.   r from the start", "这是最后一步。   r 从头再来")))]
      }
      screen.go(to: screen.at + 1)
      return []
    },
    Binding([.character("[")], Gloss(en: "back", zh: "上一步"), footer: 2, when: hasSteps) { screen, _, _ in
      screen.go(to: screen.at - 1)
      return []
    },
    Binding([.character("r")], Gloss(en: "again", zh: "从头"), footer: 3) { screen, _, session in screen.restart(session)
    },
    Binding(
      [.up, .down, .character("k"), .character("j")], written: "↑↓", as: Gloss(en: "row", zh: "行"), labelled: rowLabel,
      footer: 4, when: hasSteps
    ) { screen, key, session in
      screen.move(by: key == .down || key == .character("j") ? 1 : -1, session)
    },
    Binding([.character("w")], Gloss(en: "why", zh: "为何"), footer: 5, when: hasSteps) { screen, _, session in
      guard let page = screen.page(session) else { return [] }
      return [.push(ExplanationScreen(StepExplanation(screen.kind, screen.recipe, page)))]
    },
    Binding(
      [.character("v"), .tab, .backTab], written: "v", Gloss(en: "other steps", zh: "另一种步骤"), footer: 6
    ) { screen, key, session in screen.showNext(by: key == .backTab ? -1 : 1, session) },
    Binding(
      [.left, .right, .character("h"), .character("l")], written: "←→", Gloss(en: "tile size", zh: "块大小"), footer: 7,
      when: hasTiles
    ) { screen, key, session in
      screen.resizeTiles(larger: key == .right || key == .character("l"), session)
    },
    Binding([.pageUp, .pageDown], written: "PgUp PgDn", Gloss(en: "eight steps", zh: "八步"), when: hasSteps) {
      screen, key, _ in
      screen.go(to: screen.at + (key == .pageDown ? 8 : -8))
      return []
    },
    Binding(
      [.character("g"), .character("G"), .home, .end], written: "g G", Gloss(en: "first, last", zh: "首、末"),
      when: hasSteps
    ) { screen, key, _ in
      screen.go(to: key == .character("G") || key == .end ? .max : 0)
      return []
    },
  ]

  private static func hasSteps(_ screen: StepScreen, _ session: Session) -> Bool { screen.steps != nil }

  private static func isAwaiting(_ screen: StepScreen, _ session: Session) -> Bool { screen.awaitedSince != nil }
  private static func hasTiles(_ screen: StepScreen, _ session: Session) -> Bool {
    screen.kind == .online && screen.steps != nil
  }

  private static func nextLabel(_ screen: StepScreen, _ session: Session) -> Gloss {
    switch screen.steps {
    case .decoding: Gloss(en: "next token", zh: "下一词元")
    case .recurrent(let steps, _):
      steps.isCausal ? Gloss(en: "next token", zh: "下一词元") : Gloss(en: "next key", zh: "下一个键")
    default: Gloss(en: "next tile", zh: "下一块")
    }
  }

  private static func rowLabel(_ screen: StepScreen, _ session: Session) -> Gloss {
    screen.steps?.hasRows == false ? Gloss(en: "token", zh: "词元") : Gloss(en: "row", zh: "行")
  }
}
