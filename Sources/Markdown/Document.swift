import CMark

/// A Markdown text as a tree of located blocks.
///
/// CommonMark with the tables and task lists of GitHub and `$math$`; display mathematics is a fence with the info
/// string `math`. In a table a bar inside mathematics is written `\|`.
public struct Document: Sendable, Equatable {
  public let blocks: [Block]

  /// Parses a text that may hold anything; no text is refused.
  /// - Parameter firstLine: the line of the file on which the text begins, for the locations.
  /// - Complexity: linear, about 30 ns a byte. Two calls at once wait for each other.
  public init(parsing text: String, firstLine: Int = 1) {
    var text = text
    blocks = text.withUTF8 { bytes in
      let root = bytes.withMemoryRebound(to: CChar.self) { cmark_parse_with_math($0.baseAddress, $0.count) }
      guard let root else { return [] }
      defer { cmark_node_free(root) }
      return TreeReader(places: Places(bytes: bytes, firstLine: firstLine)).blocks(below: root, depth: 0)
    }
  }
}
