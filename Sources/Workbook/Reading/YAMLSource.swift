import Markdown
import Yams

/// A piece of YAML inside a file, and where in the file it stands.
struct YAMLSource {
  let text: String
  /// The place of its first character.
  let origin: Location
  private let lines: [Substring]

  init(text: String, origin: Location) {
    self.text = text
    self.origin = origin
    lines = text.lines
  }

  /// The top-level fields, in order.
  /// - Throws: for text that is no YAML, or no mapping.
  func fields() throws(YAMLFault) -> [YAMLField] {
    // Beyond this depth no field of ours goes, and the parser's stack would.
    if let deep = firstDeepNesting { throw YAMLFault(message: "nested too deeply", location: deep) }
    let root: Node?
    do { root = try Yams.compose(yaml: text, .basic, .default, .utf8) } catch { throw fault(error) }
    guard let root else { return [] }
    guard case .mapping = root else {
      throw YAMLFault(message: "expected fields, one `name: value` a line", location: location(of: root))
    }
    return try fields(of: root)
  }

  /// The fields of a nested mapping; nil when the node is none.
  func fields(of node: Node) throws(YAMLFault) -> [YAMLField] {
    guard case .mapping(let mapping) = node else {
      throw YAMLFault(message: "expected `{name: value}`", location: location(of: node))
    }
    var result: [YAMLField] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        throw YAMLFault(message: "a field's name is one word", location: location(of: key))
      }
      result.append(
        YAMLField(
          name: name, key: YAMLValue(node: key, source: self), value: YAMLValue(node: value, source: self)))
    }
    return result
  }

  func location(of node: Node) -> Location { node.mark.map(location) ?? origin }

  /// The parser counts columns in scalars, we in characters.
  private func location(_ mark: Mark) -> Location {
    let line = max(mark.line, 1)
    var column = max(mark.column, 1)
    if line <= lines.count { column = String(lines[line - 1].unicodeScalars.prefix(column - 1)).count + 1 }
    return Location(line: origin.line + line - 1, column: origin.column + column - 1)
  }

  /// The first line in which brackets, or entries of entries, stand deeper than any field of ours.
  private var firstDeepNesting: Location? {
    let deepest = 32
    var brackets = 0
    for (index, line) in lines.enumerated() {
      var dashes = 0
      for byte in line.utf8 {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets -= 1
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): dashes += 1
        case UInt8(ascii: " "), UInt8(ascii: "\t"): break
        default: dashes = 0
        }
        if max(brackets, dashes) > deepest {
          return Location(line: origin.line + index, column: origin.column)
        }
      }
      if line.utf8.prefix(while: { $0 == UInt8(ascii: " ") }).count > 8 * deepest {
        return Location(line: origin.line + index, column: origin.column)
      }
    }
    return nil
  }

  private func fault(_ error: any Error) -> YAMLFault {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      YAMLFault(message: Self.plain(problem), location: location(mark))
    case .duplicatedKeysInMapping(let duplicates, let context):
      YAMLFault(
        message: "\(duplicates.sorted().joined(separator: ", ")) stands twice; keep one",
        location: location(context.mark))
    case .reader(let problem, _, _, _): YAMLFault(message: Self.plain(problem), location: origin)
    default: YAMLFault(message: "cannot be read as YAML", location: origin)
    }
  }

  private static func plain(_ problem: String) -> String {
    problem == "mapping values are not allowed in this context"
      ? "a second colon in the line; put the value in quotes" : problem
  }
}

/// Why a piece of YAML cannot be read.
struct YAMLFault: Error {
  let message: String
  let location: Location
}
