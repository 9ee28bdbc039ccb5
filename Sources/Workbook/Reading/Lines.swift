extension StringProtocol {
  /// Without the white space at both ends.
  var trimmingSpaces: String {
    var rest = self[startIndex..<endIndex]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}

extension String {
  /// The lines, the empty ones too. Far faster than splitting at characters, which has to find their borders.
  var lines: [Substring] { Array(AnySequence { LineReader(self) }) }
}

/// Gives one line after the other, without its end.
struct LineReader: IteratorProtocol {
  /// What has not been given yet.
  private(set) var rest: Substring
  private var isDone = false

  init(_ text: String) { rest = text[...] }

  mutating func next() -> Substring? {
    guard !isDone else { return nil }
    let line = rest.utf8.prefix { $0 != UInt8(ascii: "\n") }
    isDone = line.endIndex == rest.endIndex
    rest = isDone ? rest[line.endIndex...] : rest[rest.utf8.index(after: line.endIndex)...]
    return Substring(line)
  }
}
