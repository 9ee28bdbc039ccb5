import Markdown
import Yams

/// One `name: value` of a mapping.
struct YAMLField {
  let name: String
  let key: YAMLValue
  let value: YAMLValue

  /// Where the name stands.
  var location: Location { key.location }
}

/// A value and where it stands; each accessor says what it needed when the value is something else.
struct YAMLValue {
  let node: Node
  let source: YAMLSource

  var location: Location { source.location(of: node) }

  var isList: Bool { node.sequence != nil }

  /// Where a character of a scalar stands: behind the quote, when it has one.
  func location(offset: Int) -> Location {
    let start = location
    let quotes = node.scalar?.style == .doubleQuoted || node.scalar?.style == .singleQuoted ? 1 : 0
    return Location(line: start.line, column: start.column + quotes + offset)
  }

  /// One line of text that is not empty.
  func line(_ name: String) throws(YAMLFault) -> String {
    guard let scalar = node.scalar else {
      throw YAMLFault(message: "\(name) is one line of text; a text with a colon needs quotes", location: location)
    }
    let text = scalar.string.trimmingSpaces
    guard !text.isEmpty else { throw YAMLFault(message: "\(name) is empty", location: location) }
    guard !text.utf8.contains(0x0A) else { throw YAMLFault(message: "\(name) is one line", location: location) }
    if let refused = text.firstRefused { throw YAMLFault(message: refused.refusal, location: location) }
    return text
  }

  /// The entries of a list.
  func entries(_ name: String) throws(YAMLFault) -> [YAMLValue] {
    guard let sequence = node.sequence else {
      throw YAMLFault(message: "\(name) is a list: [one, two]", location: location)
    }
    return sequence.map { YAMLValue(node: $0, source: source) }
  }

  /// The lines of a list, none of them empty or there twice.
  func lines(_ name: String) throws(YAMLFault) -> [Located<String>] {
    var seen: Set<String> = []
    var result: [Located<String>] = []
    for entry in try entries(name) {
      let line = try entry.line("an entry of \(name)")
      guard seen.insert(line).inserted else {
        throw YAMLFault(message: "“\(line)” stands twice in \(name)", location: entry.location)
      }
      result.append(Located(value: line, location: entry.location))
    }
    return result
  }

  /// A number, or a formula of numbers such as 2^20.
  func number(_ name: String) throws(YAMLFault) -> Double {
    let text = try line(name)
    do { return try Expression(parsing: text)() } catch {
      throw YAMLFault(message: "\(name) is a number; “\(text)” is none", location: location)
    }
  }

  /// The fields of a nested mapping.
  func fields() throws(YAMLFault) -> [YAMLField] { try source.fields(of: node) }
}
