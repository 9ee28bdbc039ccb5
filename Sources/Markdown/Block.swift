/// One block of a document, with the place where it begins.
public struct Block: Sendable, Equatable {
  public indirect enum Kind: Sendable, Equatable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    /// A fenced or indented block; `info` is what stands after the fence: `python`, `math`, `python bug`.
    case code(info: String, text: String)
    case list(ordered: Bool, items: [ListItem])
    case quote([Block])
    /// Every row has as many cells as the header.
    case table(header: [[Inline]], alignments: [Alignment], rows: [[[Inline]]])
    case rule
  }

  public enum Alignment: Sendable, Equatable {
    case none
    case left
    case center
    case right
  }

  public var kind: Kind
  public var location: Location
  /// The last line that belongs to the block, a closing fence included.
  public var endLine: Int

  public init(kind: Kind, location: Location, endLine: Int) {
    self.kind = kind
    self.location = location
    self.endLine = endLine
  }
}

/// One entry of a list.
public struct ListItem: Sendable, Equatable {
  /// Whether its box is ticked; nil where it has none.
  public var task: Bool?
  public var blocks: [Block]
  /// Where its bullet or number stands.
  public var location: Location

  public init(task: Bool?, blocks: [Block], location: Location) {
    self.task = task
    self.blocks = blocks
    self.location = location
  }
}
