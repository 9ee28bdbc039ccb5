public import Markdown

/// What a good spoken answer says, as points to tick: made from the question's own answer.
public struct Rubric: Equatable, Sendable {
  public struct Point: Equatable, Sendable {
    public enum Source: Equatable, Sendable {
      /// The short answer.
      case core
      /// A first claim of the full answer.
      case depth
      /// A common mistake, put right.
      case trap
    }

    public let source: Source
    public let text: [Inline]
  }

  public let points: [Point]

  static let mostCore = 4
  static let most = 6
  /// A sentence shorter than this says no point of its own, and goes with the one before.
  static let fewestColumns = 48

  /// The sentences of the short answer, at most four points of them; one claim of the full answer, more where the short
  /// answer is very short; the first of the common mistakes.
  public init(_ question: Question) {
    let core = Self.core(question).map { Point(source: .core, text: $0) }
    let trap = Self.trap(question).map { [Point(source: .trap, text: $0)] } ?? []
    let room = max(1, Self.mostCore - core.count)
    let claims = Self.claims(question)
    let said = claims.filter { !Self.isPreparation($0.claim) }
    let depth = (said.isEmpty ? claims : said).map(\.text).prefix(min(room, Self.most - core.count - trap.count))
    points = core + depth.map { Point(source: .depth, text: $0) } + trap
  }

  private static func core(_ question: Question) -> [[Inline]] {
    let blocks = question.section(.shortAnswer)?.blocks ?? []
    var points: [[Inline]] = []
    for sentence in blocks.flatMap(\.texts).flatMap(\.sentences) {
      if let last = points.last, columns(sentence) < fewestColumns || columns(last) < fewestColumns {
        points[points.count - 1] = [last, sentence].joinedSentences
      } else {
        points.append(sentence)
      }
    }
    while points.count > mostCore {
      let pairs = zip(points, points.dropFirst()).map { columns($0) + columns($1) }
      let place = pairs.indices.min { pairs[$0] < pairs[$1] } ?? 0
      points[place] = [points[place], points.remove(at: place + 1)].joinedSentences
    }
    return points
  }

  /// The first sentence of each paragraph that begins with what it is about, in bold.
  private static func claims(_ question: Question) -> [(text: [Inline], claim: [Inline])] {
    (question.section(.inDepth)?.blocks ?? []).compactMap { block in
      guard case .paragraph(let inlines) = block.kind, case .strong(let lead)? = inlines.first else { return nil }
      guard let last = lead.plainText.last, ".。".contains(last) else { return nil }
      guard let claim = Array(inlines.dropFirst()).sentences.first, let end = claim.plainText.last else { return nil }
      return ".。".contains(end) ? ([[inlines[0]], claim].joinedSentences, claim) : nil
    }
  }

  /// Whether a sentence only names what the next one speaks of.
  private static func isPreparation(_ sentence: [Inline]) -> Bool {
    let text = sentence.plainText
    return ["Let ", "Take ", "Write ", "Suppose ", "Consider ", "Split ", "Say ", "设", "令", "取", "记", "考虑", "假设"]
      .contains { text.hasPrefix($0) }
  }

  private static func trap(_ question: Question) -> [Inline]? {
    for block in question.section(.mistakes)?.blocks ?? [] {
      if case .list(_, let items) = block.kind { return items.first?.blocks.flatMap(\.texts).first }
    }
    return nil
  }

  private static func columns(_ text: [Inline]) -> Int {
    text.plainText.reduce(0) { $0 + ($1.isIdeograph ? 2 : 1) }
  }
}

extension Block {
  /// The running text of it: of a paragraph, of each entry of a list.
  var texts: [[Inline]] {
    switch kind {
    case .paragraph(let inlines): [inlines]
    case .list(_, let items): items.flatMap { $0.blocks.flatMap(\.texts) }
    case .quote(let blocks): blocks.flatMap(\.texts)
    default: []
    }
  }
}
