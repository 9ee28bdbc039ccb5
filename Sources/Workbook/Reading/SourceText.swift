import Foundation
import Markdown

/// The text of a file, safe to parse: UTF-8, plain line ends, nothing that a terminal would obey.
struct SourceText {
  /// Refused characters are replaced, so that the other faults of the file are found in the same run.
  let text: String
  /// A hash of the bytes.
  let stamp: String

  /// After so many refused characters the rest is left unnamed.
  private static let mostFaults = 20

  /// - Returns: nil where the bytes are no text at all, after reporting why.
  init?(_ data: Data, report: inout Report) {
    guard let decoded = String(validating: data, as: UTF8.self) else {
      report.refuse("not UTF-8 text; save the file as UTF-8", at: Self.endOfValidText(data))
      return nil
    }
    var plain = decoded
    if plain.unicodeScalars.first == "\u{FEFF}" { plain.unicodeScalars.removeFirst() }
    if data.withUnsafeBytes({ $0.contains(0x0D) }) { plain = plain.replacingOccurrences(of: "\r\n", with: "\n") }
    plain.makeContiguousUTF8()
    if plain.firstRefused != nil { plain = Self.reporting(plain, to: &report) }
    text = plain
    stamp = Fingerprint(data).description
  }

  private static func reporting(_ text: String, to report: inout Report) -> String {
    var result = ""
    var count = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { result += "\n" }
      for (column, character) in line.enumerated() {
        guard let refused = character.unicodeScalars.first(where: \.isRefused) else {
          result.append(character)
          continue
        }
        count += 1
        if count <= mostFaults {
          report.refuse(refused.refusal, at: Location(line: index + 1, column: column + 1))
        }
        result.append("\u{FFFD}")
      }
    }
    return result
  }

  /// Where the first byte stands that is no UTF-8.
  private static func endOfValidText(_ data: Data) -> Location {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = data.makeIterator()
    var valid = String.UnicodeScalarView()
    while case .valid(let sequence) = parser.parseScalar(from: &bytes) { valid.append(UTF8.decode(sequence)) }
    let lines = String(valid).split(separator: "\n", omittingEmptySubsequences: false)
    return Location(line: max(lines.count, 1), column: (lines.last?.count ?? 0) + 1)
  }
}

extension Unicode.Scalar {
  /// Whether no file of the bank may hold it: controls, which a terminal obeys, and invisible marks, which reorder or
  /// hide text. Line feed and tab may stand, and the joiner that makes one emoji of several.
  var isRefused: Bool {
    switch value {
    case 0x20..<0x7F, 0x09, 0x0A, 0x3000...0xD7FF, 0x200D: false
    case 0..<0x20, 0x7F..<0xA0: true
    default:
      switch properties.generalCategory {
      case .control, .format, .privateUse, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  /// What to say about it.
  var refusal: String {
    let code =
      "U+" + String(repeating: "0", count: max(0, 4 - String(value, radix: 16).count))
      + String(value, radix: 16, uppercase: true)
    switch value {
    case 0x1B: return "escape sequence (\(code)); remove it"
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C:
      return "invisible mark that reorders text (\(code)); remove it"
    case 0..<0x20, 0x7F..<0xA0: return "control character \(code); remove it"
    default: return "invisible character \(code); remove it"
    }
  }
}

extension StringProtocol {
  /// The first character that no file may hold.
  var firstRefused: Unicode.Scalar? {
    // Plain ASCII and ideographs need no look at the character tables.
    unicodeScalars.first { !(0x20..<0x7F).contains($0.value) && $0.isRefused }
  }
}
