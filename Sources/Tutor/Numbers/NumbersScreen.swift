import Attention
import TerminalUI

/// Every figure of a run, each with how it is counted.
struct NumbersScreen: Screen {
  let picture: RunPicture
  private(set) var head: Int
  private(set) var statistics: WeightStatistics?
  /// The effective rank of the head's weights, once it is known.
  private(set) var rank: Double?
  private(set) var selected = 0

  /// Along the shorter side: up to here the singular values are found at once, in some milliseconds.
  private static let quick = 128
  /// Up to here when they are asked for, in less than a second.
  private static let most = 512

  init(_ picture: RunPicture, head: Int) {
    (self.picture, self.head) = (picture, head)
    look(at: head)
  }

  /// Works out what belongs to a head; nothing does where no weights are kept.
  private mutating func look(at head: Int) {
    (self.head, rank) = (head, nil)
    guard picture.run.keepsWeights else { return }
    statistics = WeightStatistics(picture.run, head: head)
    if side <= Self.quick { findRank() }
  }

  private var side: Int { min(picture.shape.queries, picture.shape.keys) }
  private var canAsk: Bool { rank == nil && side <= Self.most }

  private mutating func findRank() {
    rank = EffectiveRank.of(picture.run.weights.matrix(head), columns: picture.shape.keys)
  }

  func crumbs(_ session: Session) -> [String] { [session.say("Numbers", "数值")] }

  func status(_ session: Session) -> [Span] {
    let shape = picture.shape
    let size = "\(Figures.count(shape.queries)) × \(Figures.count(shape.keys))"
    return [Span(session.size.columns < 60 ? size : "\(size), d \(Figures.count(shape.dim))", .quiet)]
  }

  static let bindings: [Binding<NumbersScreen>] = [
    Binding([.up, .down, .character("k"), .character("j")], written: "↑↓", Gloss(en: "choose", zh: "选择"), footer: 2) {
      screen, key, session in
      screen.move(by: key == .down || key == .character("j") ? 1 : -1, session)
    },
    Binding(
      [.character("["), .character("]")], written: "[ ]", Gloss(en: "head", zh: "头"), footer: 3,
      when: hasHeads
    ) { screen, key, _ in
      screen.showHead(by: key == .character("]") ? 1 : -1)
    },
    Binding([.character("w"), .enter], written: "w", as: whyLabel, labelled: actLabel, footer: 1) {
      screen, _, session in
      screen.explain(session)
    },
    Binding([.character("g"), .character("G"), .home, .end], written: "g G", Gloss(en: "first, last", zh: "首、末")) {
      screen, key, session in
      screen.move(by: key == .character("G") || key == .end ? 1000 : -1000, session)
    },
  ]

  private static func hasHeads(_ screen: NumbersScreen, _ session: Session) -> Bool { screen.picture.shape.heads > 1 }
  private static let whyLabel = Gloss(en: "how it is counted", zh: "如何计算")
  private static let actLabel: @Sendable (NumbersScreen, Session) -> Gloss = { screen, session in
    screen.asksForRank(session) ? Gloss(en: "compute", zh: "计算") : whyLabel
  }

  private func asksForRank(_ session: Session) -> Bool { canAsk && rows(session)[selected].isRank }

  private mutating func move(by steps: Int, _ session: Session) -> [Effect] {
    selected = min(max(0, selected + steps), rows(session).count - 1)
    return []
  }

  private mutating func showHead(by steps: Int) -> [Effect] {
    look(at: (head + steps + picture.shape.heads) % picture.shape.heads)
    return []
  }

  /// Computes what is not known yet, else tells in full how the figure is counted.
  private mutating func explain(_ session: Session) -> [Effect] {
    guard asksForRank(session) else { return [.push(ExplanationScreen(rows(session)[selected]))] }
    findRank()
    return []
  }

  mutating func update(_ event: Event, _ session: Session) -> [Effect] {
    switch event {
    case .click(.row(_, let index)) where rows(session).indices.contains(index):
      if index == selected { return explain(session) }
      selected = index
    case .wheel(_, let rows): return move(by: rows, session)
    default: break
    }
    return []
  }

  /// The figures in their order.
  func rows(_ session: Session) -> [NumberRow] {
    let wording = NumberWording(picture: picture, head: head, session: session)
    let most = Figures.count(Self.most)
    let weights = statistics.map { wording.weights($0, rank: rank, canAsk: canAsk, most: most) } ?? []
    return weights + wording.work + wording.memory
  }

  func message(_ session: Session) -> Line? {
    let row = rows(session)[selected]
    return session.fitting([(row.label, row.how), ("", row.how)])
  }

  func draw(on canvas: inout Canvas, in body: Rect, _ session: Session) {
    NumberTable(rows: rows(session), selected: selected).draw(on: &canvas, in: body, session)
  }
}
