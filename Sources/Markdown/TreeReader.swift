import CMark

/// Copies the parser's tree into values.
struct TreeReader {
  typealias Node = OpaquePointer

  let places: Places

  /// Nesting below this depth becomes one paragraph of its words: a hostile text cannot exhaust the stack.
  private static let deepest = 32

  func blocks(below node: Node, depth: Int) -> [Block] {
    var result: [Block] = []
    for child in children(of: node) {
      guard let kind = kind(of: child, depth: depth) else { continue }
      result.append(
        Block(kind: kind, location: location(of: child), endLine: places.line(Int(cmark_node_get_end_line(child)))))
    }
    return result
  }

  private func kind(of node: Node, depth: Int) -> Block.Kind? {
    if depth > Self.deepest { return .paragraph([.text(words(below: node))]) }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return .heading(level: Int(cmark_node_get_heading_level(node)), inlines(below: node, depth: depth))
    case CMARK_NODE_PARAGRAPH: return .paragraph(inlines(below: node, depth: depth))
    case CMARK_NODE_CODE_BLOCK:
      return .code(info: string(cmark_node_get_fence_info(node)), text: string(cmark_node_get_literal(node)))
    case CMARK_NODE_LIST:
      return .list(ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST, items: items(of: node, depth: depth))
    case CMARK_NODE_BLOCK_QUOTE: return .quote(blocks(below: node, depth: depth + 1))
    case CMARK_NODE_HTML_BLOCK: return .paragraph([.text(trimmed(string(cmark_node_get_literal(node))))])
    case CMARK_NODE_THEMATIC_BREAK: return .rule
    default: return table(node, depth: depth)
    }
  }

  private func items(of list: Node, depth: Int) -> [ListItem] {
    children(of: list).map { item in
      ListItem(
        task: cmark_node_is_task(item) ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil,
        blocks: blocks(below: item, depth: depth + 1), location: location(of: item))
    }
  }

  private func table(_ node: Node, depth: Int) -> Block.Kind? {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    guard columns > 0, let letters = cmark_gfm_extensions_get_table_alignments(node) else { return nil }
    let alignments = (0..<columns).map { column -> Block.Alignment in
      switch letters[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    let rows = children(of: node).map { row in children(of: row).map { inlines(below: $0, depth: depth) } }
    return .table(header: rows.first ?? [], alignments: alignments, rows: Array(rows.dropFirst()))
  }

  private func inlines(below node: Node, depth: Int) -> [Inline] {
    guard depth <= Self.deepest else { return [.text(words(below: node))] }
    var result: [Inline] = []
    for child in children(of: node) {
      if joinsIdeographs(child, after: result.last) { continue }
      let inline = inline(child, depth: depth + 1)
      // The parser splits text at every character that might have begun something.
      if case .text(let more) = inline, case .text(let words) = result.last {
        result[result.count - 1] = .text(words + more)
      } else {
        result.append(inline)
      }
    }
    return result
  }

  /// A line end between two ideographs is none for the reader: Chinese puts no spaces between words.
  private func joinsIdeographs(_ node: Node, after previous: Inline?) -> Bool {
    guard cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK, case .text(let words)? = previous,
      words.last?.isIdeograph == true, let next = cmark_node_next(node), cmark_node_get_type(next) == CMARK_NODE_TEXT
    else { return false }
    return string(cmark_node_get_literal(next)).first?.isIdeograph == true
  }

  private func inline(_ node: Node, depth: Int) -> Inline {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE:
      let literal = string(cmark_node_get_literal(node))
      return cmark_node_is_math(node) ? .math(literal) : .code(literal)
    case CMARK_NODE_STRONG: return .strong(inlines(below: node, depth: depth))
    case CMARK_NODE_EMPH: return .emphasis(inlines(below: node, depth: depth))
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      return .link(inlines(below: node, depth: depth), destination: string(cmark_node_get_url(node)))
    default: return .text(string(cmark_node_get_literal(node)))
    }
  }

  /// Every literal below a node, joined; needs no stack.
  private func words(below node: Node) -> String {
    var result = ""
    guard let iterator = cmark_iter_new(node) else { return result }
    defer { cmark_iter_free(iterator) }
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      let literal = string(cmark_node_get_literal(cmark_iter_get_node(iterator)))
      if cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER { result += literal }
    }
    return result
  }

  private func children(of node: Node) -> some Sequence<Node> {
    sequence(state: cmark_node_first_child(node)) { (next: inout Node?) -> Node? in
      guard let child = next else { return nil }
      next = cmark_node_next(child)
      return child
    }
  }

  private func location(of node: Node) -> Location {
    places.location(line: Int(cmark_node_get_start_line(node)), byteColumn: Int(cmark_node_get_start_column(node)))
  }

  private func string(_ bytes: UnsafePointer<CChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }

  private func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
