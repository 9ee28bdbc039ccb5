import Attention
import Foundation
import Learning
import Workbook

/// What a quiz would be made of: the mode, how much, and which questions.
struct QuizOffer: Sendable {
  var mode: QuizMode
  private var items: Int
  /// An interview has fewer questions than a quiz has items.
  private var questions = 5
  /// Items, or questions of an interview.
  var count: Int {
    get { mode == .interview ? questions : items }
    set { if mode == .interview { questions = newValue } else { items = newValue } }
  }
  /// What an exam may take.
  var minutes: Int
  var wanted = Selection()
  /// Facts of the log, taken when the screen comes to the front.
  private var mistakes = Mistakes([])
  private var scores: Cram.Scores

  init(_ mode: QuizMode, _ session: Session) {
    (self.mode, items) = (mode, session.settings.quizItems)
    minutes = Self.minutesAnItem * session.settings.quizItems
    scores = Cram.Scores(session.history, at: session.now)
  }

  static let minutesAnItem = 2

  mutating func read(_ session: Session) {
    mistakes = Mistakes(session.history.reviews)
    scores = Cram.Scores(session.history, at: session.now)
  }

  /// What fits the wish, before it is counted off.
  func available(_ session: Session) -> [CardID] {
    func cards(_ cards: (Deck.Sheet) -> [CardID]) -> [CardID] {
      wanted.cards(of: session.deck, in: session.bank, session.history, at: session.now, cards)
    }
    switch mode {
    case .practice, .exam, .cram: return cards(\.itemCards)
    case .due: return session.history.due(cards(\.cards), at: session.now)
    case .mistakes:
      let items = Set(cards(\.itemCards))
      return mistakes.cards.filter(items.contains)
    case .interview: return cards { [CardID(question: $0.id)] }
    }
  }

  /// What would be asked now, in its order.
  func cards(_ session: Session) -> [CardID] {
    let available = available(session)
    func asked() -> [CardID] {
      Array(session.history.asking(available, at: session.now, seed: session.seed).prefix(count))
    }
    switch mode {
    case .practice, .exam: return asked()
    case .due: return available
    case .mistakes: return mistakes.rounds(Array(available.prefix(count)))
    case .cram: return cram(session)?.today ?? []
    case .interview:
      // An interview begins with what is easy.
      func level(_ card: CardID) -> Level { session.deck[card.question]?.level ?? .mid }
      return asked().enumerated().sorted { (level($0.element), $0.offset) < (level($1.element), $1.offset) }
        .map(\.element)
    }
  }

  /// What is left before the interview, where its day is known and not over.
  func cram(_ session: Session) -> Cram? {
    var items = self
    items.mode = .practice
    return session.settings.interview.flatMap { Cram(items.available(session), scores, until: $0) }
  }

  /// How many of the mistakes were answered right once.
  func rightOnce(_ session: Session) -> Int {
    available(session).count { mistakes.owed[$0].map { $0 < Mistakes.rightsWanted } ?? false }
  }

  func plan(_ cards: [CardID], _ session: Session) -> QuizPlan {
    QuizPlan(
      id: QuizID(at: session.now, seed: session.seed), cards: cards,
      seed: session.seed ^ UInt64(bitPattern: Int64(session.now.timeIntervalSince1970)), mode: mode,
      limit: mode == .exam ? Double(minutes) * 60 : nil, topics: wanted.topics.sorted(),
      language: session.language.rawValue)
  }
}

extension QuizPlan {
  /// The screen that asks it.
  func screen(_ session: Session) -> any Screen {
    mode == .interview ? InterviewScreen(self, session) : QuizScreen(self, session)
  }

  /// Begins it: the log says so before the first item is shown.
  func begin(_ session: Session) -> [Effect] { [.record([.quizStarted(self)]), .replace(screen(session))] }
}
