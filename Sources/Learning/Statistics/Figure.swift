/// A value of a JSON document whose keys are always there: what has no figure yet is null.
enum Figure: Encodable, Sendable {
  case none
  case whole(Int)
  case number(Double)
  case text(String)
  case list([Figure])
  case group([String: Figure])

  init(_ number: Double?) { self = number.map(Figure.number) ?? .none }
  init(_ text: (some CustomStringConvertible)?) { self = text.map { .text("\($0)") } ?? .none }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .none: try container.encodeNil()
    case .whole(let number): try container.encode(number)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let figures): try container.encode(figures)
    case .group(let figures): try container.encode(figures)
    }
  }
}
