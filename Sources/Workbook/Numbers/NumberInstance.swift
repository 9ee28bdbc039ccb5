public import Markdown

/// A number item with its numbers drawn.
public struct NumberInstance: Sendable, Equatable {
  public let values: [String: Double]
  /// The right answer, in the unit of the template.
  public let expected: Double
  private let unit: Unit?

  init(values: [String: Double], expected: Double, unit: Unit?) {
    self.values = values
    self.expected = expected
    self.unit = unit
  }

  /// The right answer for showing: its `echo` is `1,073,741,824 bytes`.
  public var answer: Quantity {
    Quantity(value: expected * (unit?.factor ?? 1), unit: unit.flatMap(Quantity.name))
  }

  /// The text with each `{name}` replaced by its number; mathematics and links' addresses stay as they are.
  public func filling(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      switch inline {
      case .text(let words): .text(filling(words))
      case .code(let words): .code(filling(words))
      case .strong(let inner): .strong(filling(inner))
      case .emphasis(let inner): .emphasis(filling(inner))
      case .link(let inner, let destination): .link(filling(inner), destination: destination)
      case .math, .softBreak, .lineBreak: inline
      }
    }
  }

  public func filling(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      var block = block
      block.kind =
        switch block.kind {
        case .heading(let level, let inlines): .heading(level: level, filling(inlines))
        case .paragraph(let inlines): .paragraph(filling(inlines))
        case .code(let info, let text): .code(info: info, text: info == "math" ? text : filling(text))
        case .list(let ordered, let items):
          .list(
            ordered: ordered,
            items: items.map { ListItem(task: $0.task, blocks: filling($0.blocks), location: $0.location) })
        case .quote(let blocks): .quote(filling(blocks))
        case .table(let header, let alignments, let rows):
          .table(header: header.map(filling), alignments: alignments, rows: rows.map { $0.map(filling) })
        case .rule: .rule
        }
      return block
    }
  }

  private func filling(_ text: String) -> String {
    Placeholder.pieces(of: text).map { piece in
      switch piece {
      case .text(let words): String(words)
      case .name(let name): values[String(name)]?.written ?? "{\(name)}"
      }
    }.joined()
  }
}

extension Item {
  /// The item with the numbers of one asking in its prompt, its body and its explanation.
  public func filled(with instance: NumberInstance) -> Item {
    Item(
      id: id, prompt: instance.filling(prompt), body: instance.filling(body), kind: kind,
      explanation: instance.filling(explanation), fingerprint: fingerprint, location: location)
  }
}
