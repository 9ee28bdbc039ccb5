/// A JSON document that keeps the order of its keys, so that the same cards give the same bytes.
indirect enum JSON: Equatable, Sendable, CustomStringConvertible {
  case none
  case flag(Bool)
  case number(Int64)
  case real(Double)
  case text(String)
  case list([JSON])
  case group([Member])

  struct Member: Equatable, Sendable {
    let name: String
    let value: JSON
  }

  static func group(_ members: [(String, JSON)]) -> JSON { .group(members.map { Member(name: $0, value: $1) }) }

  init(_ text: String?) { self = text.map(JSON.text) ?? .none }
  init(_ number: Double?) { self = number.map(JSON.real) ?? .none }
  init(_ number: Int?) { self = number.map { .number(Int64($0)) } ?? .none }

  var description: String {
    switch self {
    case .none: "null"
    case .flag(let value): "\(value)"
    case .number(let value): "\(value)"
    // JSON knows no infinity.
    case .real(let value): value.isFinite ? "\(value)" : "null"
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.description).joined(separator: ",") + "]"
    case .group(let values): "{" + values.map { "\(Self.quoted($0.name)):\($0.value)" }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
