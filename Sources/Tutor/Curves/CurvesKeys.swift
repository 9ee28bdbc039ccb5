import Attention
import TerminalUI

extension CurvesScreen {
  static let bindings: [Binding<CurvesScreen>] = [
    Binding([.escape], Gloss(en: "stop measuring", zh: "停止测量"), when: isMeasuring) { screen, _, _ in screen.stop() },
    Binding(
      [.left, .right, .character("h"), .character("l")], written: "←→", Gloss(en: "read off", zh: "读数"), footer: 1
    ) { screen, key, _ in
      screen.move(by: key == .right || key == .character("l") ? 1 : -1)
      return []
    },
    Binding([.character("v"), .tab, .backTab], written: "v", Gloss(en: "next curve", zh: "下一曲线"), footer: 2) {
      screen, key, _ in
      let count = CurveKind.allCases.count
      let next = (screen.kind.rawValue + (key == .backTab ? count - 1 : 1)) % count
      return CurveKind(rawValue: next).map { screen.show($0) } ?? []
    },
    Binding("1234".map(Key.character), written: "1–4", Gloss(en: "this curve", zh: "选择曲线")) { screen, key, _ in
      guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
      return CurveKind(rawValue: number - 1).map { screen.show($0) } ?? []
    },
    Binding([.character("w")], Gloss(en: "why", zh: "为何"), footer: 3) { screen, _, _ in
      [.push(ExplanationScreen(CurveExplanation(screen.figures, screen.recipe)))]
    },
    Binding([.character("r")], Gloss(en: "again", zh: "重测"), footer: 4) { screen, _, _ in screen.again() },
    Binding(
      [.character("g"), .character("G"), .home, .end], written: "g G", Gloss(en: "first, last", zh: "首、末")
    ) { screen, key, _ in
      screen.move(by: key == .character("G") || key == .end ? 100 : -100)
      return []
    },
  ]

  private static func isMeasuring(_ screen: CurvesScreen, _ session: Session) -> Bool { screen.isMeasuring }
}
