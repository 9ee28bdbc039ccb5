import Attention
import Foundation
import TerminalUI

/// The words and numbers of a derivation in full.
struct DerivationText: Explanation {
  private let why: CellWhy
  private let picture: RunPicture
  /// Of the output: what each key adds to the channel, in the order of the keys.
  private let shares: [CellWhy.Share]

  /// More keys than this are not listed one by one.
  static let mostShares = 1024

  init(_ picture: RunPicture, _ why: CellWhy) {
    (self.why, self.picture) = (why, picture)
    let keys = picture.shape.keys
    guard why.stage == .output, picture.run.keepsWeights, keys <= Self.mostShares else {
      shares = why.shares
      return
    }
    shares = (0..<keys).filter { picture.isKept(query: why.query, key: $0) }.map { key in
      let derivation = picture.why(head: why.head, query: why.query, key: key)
      return CellWhy.Share(key: key, weight: derivation.weight, adds: Double(derivation.addsToOutput[why.channel]))
    }
  }

  func title(_ session: Session) -> String {
    let head = picture.shape.heads > 1 ? session.say(", head \(why.head + 1)", "，头 \(why.head + 1)") : ""
    return why.question(session) + session.say(": ", "：") + why.placeText(session) + head
  }

  func sentence(_ session: Session) -> String {
    why.stage == .output
      ? session.say("The sum of all values, each times its weight.", "所有值各乘以权重之后的和。")
      : session.say("The products, their sum, and what becomes of it.", "逐通道的乘积，它们的和，以及之后的每一步。")
  }

  func lines(columns: Int, _ session: Session) -> [Line] {
    why.stage == .output ? outputLines(columns, session) : weightLines(columns, session)
  }

  private func weightLines(_ columns: Int, _ session: Session) -> [Line] {
    guard let derivation = why.derivation else { return [] }
    let first = derivation.steps.first?.operation
    var lines = [heading(termsTitle(first, session))]
    let (sign, equals) = first == .additive ? (" + ", " → ") : (" × ", " = ")
    let terms = derivation.products.indices.map { index in
      term(
        "\(index)", derivation.query[index], derivation.key[index], derivation.products[index], sign: sign,
        equals: equals)
    }
    lines += table(terms, columns)
    lines += [Line(), heading(session.say("From their sum to the weight", "从它们的和到权重"))]
    let wording = StepWording(
      recipe: picture.recipe, query: why.query, key: why.key, dim: picture.shape.dim, session: session)
    for step in derivation.steps {
      let line = wording.line(step)
      lines.append(
        Line(
          [Span(padded(line.label, 14), .text), Span(line.operand, line.isChanged ? .data : .quiet)],
          trailing: [Span(line.result, .strong)]))
      if explains(step.operation) {
        lines += wrap([Span(line.explanation, .quiet)], columns: columns - 2).map { $0.indented(by: 2) }
      }
    }
    if derivation.weight != 0 {
      let title = session.say(
        "What it adds to the output: weight × v, channel by channel", "它给输出加上多少：权重 × v，逐通道")
      lines += [Line(), heading(title)]
      let weight = derivation.weight
      let terms = derivation.addsToOutput.enumerated().map { index, adds in
        term("\(index)", Float(weight), adds / Float(weight), adds)
      }
      lines += table(terms, columns)
    }
    return lines
  }

  /// What the terms of the score are.
  private func termsTitle(_ first: Derivation.Step.Operation?, _ session: Session) -> String {
    switch first {
    case .bilinear: session.say("Products (Wᵀq)_i × k_i", "乘积 (Wᵀq)_i × k_i")
    case .additive:
      session.say(
        "Hidden units (Wq·q)_i + (Wk·k)_i, and w_i·tanh of them", "隐藏单元 (Wq·q)_i + (Wk·k)_i，以及取 tanh 后乘 w_i")
    default: session.say("Products q_i × k_i", "乘积 q_i × k_i")
    }
  }

  private func outputLines(_ columns: Int, _ session: Session) -> [Line] {
    let total = Double(why.value ?? 0)
    var lines = [
      heading(session.say("weight × v in channel \(why.channel), key by key", "通道 \(why.channel) 上的权重 × v，逐键"))
    ]
    lines += table(
      shares.map { share in
        let value = share.weight == 0 ? 0 : share.adds / share.weight
        return term("k \(share.key)", Float(share.weight), Float(value), Float(share.adds))
      }, columns)
    let listed = shares.reduce(0) { $0 + $1.adds }
    let others = why.kept - shares.count
    if others > 0 {
      lines.append(
        Line(
          [
            Span(
              session.say("\(Figures.count(others)) lighter keys together", "其余 \(Figures.count(others)) 个较轻的键合计"),
              .quiet)
          ],
          trailing: [Span(Self.fixed(total - listed))]))
    }
    return lines + [
      Line(),
      Line(
        [Span(session.say("their sum: the output", "它们的和：输出"))], trailing: [Span(Self.fixed(total), .strong)]),
    ]
  }

  /// Sums and masks speak for themselves.
  private func explains(_ operation: Derivation.Step.Operation) -> Bool {
    switch operation {
    case .dot, .bilinear, .additive, .mask: false
    default: true
    }
  }

  private func heading(_ text: String) -> Line { Line(text, .strong) }

  /// `12   −0.512 ×  0.331 = −0.169`
  private func term(
    _ name: String, _ one: Float, _ other: Float, _ product: Float, sign: String = " × ", equals: String = " = "
  ) -> [Span] {
    [
      Span(padded(name, 5), .quiet), Span(right(Self.fixed(Double(one)), 7)), Span(sign, .faint),
      Span(right(Self.fixed(Double(other)), 7)), Span(equals, .faint),
      Span(right(Self.fixed(Double(product)), 7), .data),
    ]
  }

  private static let termColumns = 5 + 7 + 3 + 7 + 3 + 7

  /// Terms side by side, reading downwards.
  private func table(_ terms: [[Span]], _ columns: Int) -> [Line] {
    let across = max(1, (columns + 3) / (Self.termColumns + 3))
    let rows = (terms.count + across - 1) / across
    return (0..<rows).map { row in
      var spans: [Span] = []
      for column in 0..<across where column * rows + row < terms.count {
        if column > 0 { spans.append(Span("   ")) }
        spans += terms[column * rows + row]
      }
      return Line(spans)
    }
  }

  private func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - text.cellWidth))
  }

  private func right(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - text.cellWidth)) + text
  }

  /// Three decimals, and fewer before a large number.
  private static func fixed(_ number: Double) -> String {
    let magnitude = abs(number)
    guard magnitude < 1000, magnitude == 0 || magnitude >= 0.0005 else { return Figures.value(number) }
    return (number < 0 ? "−" : "") + String(format: "%.\(magnitude < 100 ? 3 : 1)f", magnitude)
  }
}
