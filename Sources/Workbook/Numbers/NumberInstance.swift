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

  /// Puts its number in place of each `{name}`; mathematics and links' addresses stay as they are.
  public var filling: Rewriting { Rewriting(filled) }

  private func filled(_ text: String) -> String {
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
