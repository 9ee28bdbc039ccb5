import Attention
public import Learning
public import Markdown
public import Workbook

/// A card with a front and a back, for programs that know nothing of quizzes.
public struct Flashcard: Identifiable, Sendable {
  public let id: CardID
  public let question: Question
  /// The item's kind, or `question` for the question as a whole, which learners grade themselves.
  public let kind: String
  /// What is asked.
  public let prompt: [Block]
  /// The run whose weights are to be looked at, where the prompt asks what they show.
  public let picture: Experiment?
  /// What there is to choose from, or to put in order or in pairs, in the order shown; empty where nothing is.
  public let options: [[Inline]]
  /// What is right.
  public let answer: [Block]
  /// Why, option by option; empty for the question as a whole.
  public let explanation: [Block]

  /// The kind of the question as a whole.
  public static let wholeQuestion = "question"

  init(_ presented: Presented) {
    (id, question) = (presented.card, presented.question)
    options = presented.options.map(\.option.text) + presented.pieces.map(\.piece.text)
    if case .picture(let experiment, _) = presented.item?.kind { picture = experiment } else { picture = nil }
    guard let item = presented.item else {
      kind = Self.wholeQuestion
      prompt = [.paragraph([.text(presented.question.title)])]
      answer = presented.question.section(.shortAnswer)?.blocks ?? []
      explanation = []
      return
    }
    kind = item.kind.name
    prompt = [.paragraph(item.prompt)] + item.body + item.rows
    answer = presented.rightAnswer
    explanation = presented.optionExplanations + item.explanation
  }

  /// The prompt in plain words; a picture as the command that computes it.
  var plainPrompt: String {
    let command = picture.map {
      "\n" + (["heed attend"] + $0.flags.map { "--\($0.name) \($0.value)" }).joined(separator: " ")
    }
    return prompt.plainText + (command ?? "")
  }

  /// Every card of a bank in one language, in the order of study: of each question its items, then the question as a
  /// whole. Options and numbers are drawn by the seed, so that two exports show the same.
  /// - Parameter topics: empty for all.
  public static func all(
    of bank: Bank, in language: String, topics: Set<String> = [], seed: UInt64 = 1
  ) -> [Flashcard] {
    let cards = Selection(topics: topics).sheets(of: Deck(bank, language: language)).flatMap(\.cards)
    let plan = QuizPlan(
      id: QuizID("export"), cards: cards, seed: seed, feedback: .immediate, language: language)
    let quiz = Quiz(plan, bank: bank)
    return (0..<quiz.count).compactMap { quiz.presented(at: $0).map(Flashcard.init) }
  }
}

extension Presented {
  /// What is right, whatever the kind.
  fileprivate var rightAnswer: [Block] {
    switch item?.kind {
    case nil: []
    case .choice, .picture, .bug: options.filter(\.option.isRight).map { .paragraph($0.option.text) }
    case .several: [.list(options.filter(\.option.isRight).map { [.paragraph($0.option.text)] })]
    case .order(let steps): [.list(ordered: true, steps.map { [.paragraph($0.text)] })]
    case .match(let matching):
      [
        Block(
          .table(
            header: [matching.header.left, matching.header.right.text], alignments: [.none, .none],
            rows: matching.pairs.map { [$0.left, $0.right.text] }))
      ]
    case .gap(let gaps): item.map { filled($0, gaps) } ?? []
    case .number: [.paragraph([.text(instance?.answer.echo ?? "")])]
    }
  }

  /// The text with the right words in its gaps.
  private func filled(_ item: Item, _ gaps: [Gap]) -> [Block] {
    let word: @Sendable (Int) -> [Inline] = { place in
      gaps.indices.contains(place) ? [.strong([.text(gaps[place].accepted.first ?? "")])] : [.text(Gap.blank)]
    }
    let prompt = Gap.filling(with: word)(item.prompt)
    return [.paragraph(prompt)] + Gap.filling(from: Gap.blanks(in: item.prompt.plainText), with: word)(item.body)
  }

  /// Each option with its explanation, the right ones first.
  fileprivate var optionExplanations: [Block] {
    let explained = options.map(\.option).filter { !$0.explanation.isEmpty }
    guard !explained.isEmpty else { return [] }
    let ordered = explained.filter(\.isRight) + explained.filter { !$0.isRight }
    return [.list(ordered.map { [.paragraph([.strong($0.text)])] + $0.explanation })]
  }
}

extension Item {
  /// The left sides of a match, which stay where they are.
  fileprivate var rows: [Block] {
    guard case .match(let matching) = kind else { return [] }
    return [.list(ordered: true, matching.pairs.map { [.paragraph($0.left)] })]
  }
}

extension Block {
  /// A block that stands in no file.
  fileprivate init(_ kind: Kind) { self.init(kind: kind, location: .start, endLine: 1) }

  fileprivate static func paragraph(_ inlines: [Inline]) -> Block { Block(.paragraph(inlines)) }

  fileprivate static func list(ordered: Bool = false, _ items: [[Block]]) -> Block {
    Block(.list(ordered: ordered, items: items.map { ListItem(task: nil, blocks: $0, location: .start) }))
  }
}
