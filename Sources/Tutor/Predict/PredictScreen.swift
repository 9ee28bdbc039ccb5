import Attention
import Learning
import TerminalUI

/// Asks what a change will do before it shows it: which of four pictures it makes, or which mean entropy.
struct PredictScreen: Screen {
  /// The setting that the changes start from.
  let base: Recipe
  let head: Int
  let colours: ColourMap
  private let seed: UInt64
  private(set) var round = 0
  /// Settings that are still to be run, and those that were found different.
  private var waiting: [Neighbour] = []
  private var found: [Challenge.Option] = []
  private(set) var challenge: Challenge?
  private(set) var selected = 0
  /// The answer that was given.
  private(set) var answer: Int?
  private(set) var rightAnswers = 0

  /// Pairs up to which four runs are made in no time.
  static let mostPairs = 1 << 20

  init(_ base: Recipe, head: Int, colours: ColourMap, seed: UInt64) {
    (self.base, self.head, self.colours, self.seed) = (base, head, colours, seed)
  }

  private var kind: Challenge.Kind { round % 3 == 2 ? .entropy : .picture }
  private var roundSeed: UInt64 { seed &+ UInt64(round) &* 0x9e37_79b9 }
  /// No four settings around this one look different.
  var isHopeless: Bool { challenge == nil && waiting.isEmpty }

  func crumbs(_ session: Session) -> [String] { [session.say("Predict", "预测")] }

  func status(_ session: Session) -> [Span] {
    let asked = round + (answer == nil ? 0 : 1)
    guard asked > 0 else { return [] }
    return [Span(session.say("\(rightAnswers) of \(asked) right", "答对 \(rightAnswers)/\(asked)"), .quiet)]
  }

  mutating func appear(_ session: Session) -> [Effect] { challenge == nil ? begin() : [] }
  mutating func disappear(_ session: Session) -> [Effect] { waiting.isEmpty ? [] : [.cancel(.prediction)] }

  /// Looks for four settings that can be told apart.
  private mutating func begin() -> [Effect] {
    (challenge, answer, selected, found) = (nil, nil, 0, [])
    waiting = Neighbour.around(base, seed: roundSeed)
    return next()
  }

  private func next() -> [Effect] { waiting.first.map { [.compute($0.recipe, ticket: .prediction)] } ?? [] }

  mutating func receive(_ outcome: Outcome, _ session: Session) -> [Effect] {
    guard case .computed(let recipe, ticket: .prediction, let result, let seconds) = outcome, challenge == nil,
      let neighbour = waiting.first, neighbour.recipe == recipe
    else { return [] }
    waiting.removeFirst()
    if case .success(let run) = result {
      var picture = RunPicture(recipe: recipe, run: run, seconds: seconds)
      picture.prepare(.weights, query: 0)
      if Challenge.isClear(picture, kind), found.allSatisfy({ Challenge.differ($0.picture, picture, head: head, kind) })
      {
        found.append(Challenge.Option(neighbour: neighbour, picture: picture))
      }
    }
    guard found.count == Challenge.count else { return next() }
    challenge = Challenge(kind, found, seed: roundSeed)
    waiting = []
    return []
  }

  static let bindings: [Binding<PredictScreen>] = [
    Binding(
      (1...Challenge.count).map { .character(Character("\($0)")) }, written: "1–4", Gloss(en: "choose", zh: "选择"),
      footer: 1, when: isAsking
    ) { screen, key, _ in
      guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
      return screen.choose(number - 1)
    },
    Binding(
      [.enter], as: Gloss(en: "choose; then the next", zh: "选择；然后下一题"), labelled: enterLabel, footer: 2,
      when: hasChallenge
    ) {
      screen, _, _ in
      if screen.answer == nil { return screen.choose(screen.selected) }
      screen.round += 1
      return screen.begin()
    },
    Binding(
      [.left, .right, .up, .down, .character("h"), .character("l"), .character("k"), .character("j")], written: "←→",
      Gloss(en: "option", zh: "选项"), footer: 3, when: hasChallenge
    ) { screen, key, _ in
      let isForward = [.right, .down, .character("l"), .character("j")].contains(key)
      screen.selected = min(Challenge.count - 1, max(0, screen.selected + (isForward ? 1 : -1)))
      return []
    },
    Binding([.character("x")], Gloss(en: "open this setting", zh: "打开此设置"), footer: 4, when: isAnswered) {
      screen, _, _ in
      guard let option = screen.challenge?.options[screen.selected] else { return [] }
      return [.pop, .show(option.neighbour.recipe)]
    },
  ]

  private static func hasChallenge(_ screen: PredictScreen, _ session: Session) -> Bool { screen.challenge != nil }
  private static func isAsking(_ screen: PredictScreen, _ session: Session) -> Bool {
    screen.challenge != nil && screen.answer == nil
  }
  private static func isAnswered(_ screen: PredictScreen, _ session: Session) -> Bool { screen.answer != nil }
  private static let enterLabel: @Sendable (PredictScreen, Session) -> Gloss = { screen, _ in
    screen.answer == nil ? Gloss(en: "choose", zh: "选择") : Gloss(en: "next", zh: "下一题")
  }

  private mutating func choose(_ option: Int) -> [Effect] {
    guard let challenge, answer == nil else { return [] }
    (answer, selected) = (option, challenge.right)
    if option == challenge.right { rightAnswers += 1 }
    return []
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    guard case .click(.row(_, let index)) = event, challenge != nil else { return [] }
    let isSecond = index == selected
    selected = index
    return isSecond ? choose(index) : []
  }

  func message(_ session: Session) -> Line? {
    guard let challenge else {
      return isHopeless
        ? Line(
          session.say("Nothing one change away looks different enough: try more tokens.", "改动一处看不出差别：试试更多词元。"), .bad)
        : Line(session.say("Running settings near this one", "正在运行相近的设置"), .quiet)
    }
    guard let answer else {
      return Line(session.say("Choose before you see it. There is no clock.", "先选，再看结果。不计时。"), .quiet)
    }
    let why = PredictWording(session).why(challenge.options[selected])
    guard selected == challenge.right else { return session.fitting([(why.subject, why.rest), ("", why.rest)]) }
    let verdict: Span =
      answer == challenge.right
      ? Span(session.say("● Right.  ", "● 正确。  "), .good)
      : Span(session.say("× It is \(challenge.right + 1).  ", "× 应为 \(challenge.right + 1)。  "), .bad)
    let rest = [why.subject + "  " + why.rest, why.rest, why.subject].first { session.holds(verdict.text + $0) }
    return Line([verdict, Span(rest ?? "")])
  }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    guard let challenge else { return }
    PredictPicture(screen: self, challenge: challenge).draw(on: &canvas, in: body, session)
  }
}

extension PlaygroundScreen {
  /// Hides the picture, and asks what a change would do to it.
  func predict(_ session: Session) -> [Effect] {
    let shape = recipe.shape
    guard shape.heads * shape.queries * shape.keys <= PredictScreen.mostPairs else {
      let text = session.say(
        "Too large to guess at: predict works up to 512 × 512 × 4.", "太大，无从猜起：预测最多支持 512 × 512 × 4。")
      return [.say(Notice(text, .bad))]
    }
    let seed = session.seed ^ recipe.seed
    return [.push(PredictScreen(recipe, head: head, colours: view.colours, seed: seed))]
  }
}
