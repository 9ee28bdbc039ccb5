public import Markdown

/// A figure of an answer that the program computes itself: a fenced `check` block, hidden when read.
public struct Check: Hashable, Sendable {
  /// The YAML of the block.
  public let source: String
  /// Where the fence stands.
  public let location: Location
  /// The index in the section of the block whose figure it checks; −1 where none stands before it.
  public let block: Int

  public init(source: String, location: Location, block: Int) {
    self.source = source
    self.location = location
    self.block = block
  }

  /// Moves the checks out of a block, however deep they stand in lists and quotes.
  /// - Returns: false when nothing of the block is left to show.
  static func take(from block: inout Block, follows index: Int, into checks: inout [Check]) -> Bool {
    switch block.kind {
    case .code(let info, let text) where info.split(separator: " ").first == "check":
      checks.append(Check(source: text, location: block.location, block: index))
      return false
    case .list(let ordered, let items):
      let kept = items.map { item in
        var item = item
        item.blocks = take(from: item.blocks, follows: index + 1, into: &checks)
        return item
      }
      block.kind = .list(ordered: ordered, items: kept)
    case .quote(let blocks):
      block.kind = .quote(take(from: blocks, follows: index + 1, into: &checks))
    case .code, .heading, .paragraph, .table, .rule: break
    }
    return true
  }

  private static func take(from blocks: [Block], follows index: Int, into checks: inout [Check]) -> [Block] {
    blocks.compactMap { block in
      var block = block
      return take(from: &block, follows: index, into: &checks) ? block : nil
    }
  }
}
