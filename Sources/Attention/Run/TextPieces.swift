/// Text that leaves memory whenever enough of it has come together.
struct TextPieces {
  let sink: (UnsafeRawBufferPointer) throws -> Void
  private var bytes: [UInt8] = []

  /// Bytes that are handed on together.
  private static let piece = 1 << 16

  init(sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.sink = sink
    bytes.reserveCapacity(TextPieces.piece + 64)
  }

  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// The shortest form that reads back to the same 32 bits, whole numbers without a point.
  mutating func add(_ number: Float) { add(NumberText.shortest(number)) }

  mutating func list<Elements: Sequence>(
    _ elements: Elements, _ element: (inout TextPieces, Elements.Element) throws -> Void
  ) throws {
    var separator = ""
    add("[")
    for next in elements {
      add(separator)
      separator = ", "
      try element(&self, next)
      try flushIfFull()
    }
    add("]")
  }

  mutating func add(_ tensor: Tensor) throws {
    try list(0..<tensor.heads) { text, head in try text.add(tensor, head: head) }
  }

  mutating func add(_ tensor: Tensor, head: Int) throws {
    try list(0..<tensor.rows) { text, row in
      try text.list(tensor.row(head, row)) { text, number in text.add(number) }
    }
  }

  mutating func flushIfFull() throws { if bytes.count >= TextPieces.piece { try flush() } }

  mutating func flush() throws {
    try bytes.withUnsafeBytes { try sink($0) }
    bytes.removeAll(keepingCapacity: true)
  }
}
