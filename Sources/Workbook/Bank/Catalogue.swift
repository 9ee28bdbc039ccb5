/// What an earlier reading of a bank found: enough to list its questions without reading their files again.
///
/// It holds the files without any fault. All others are read at every start, and named.
public struct Catalogue: Sendable, Equatable {
  struct Entry: Sendable, Equatable {
    /// The file and the language's bank.yaml as they were.
    let state: String
    let head: QuestionHead
  }

  /// By path.
  private var entries: [String: Entry] = [:]

  public init() {}

  /// What a file without fault says, unless it or its language has changed.
  func head(at path: String, state: String) -> QuestionHead? {
    entries[path].flatMap { $0.state == state ? $0.head : nil }
  }

  mutating func note(_ head: QuestionHead, at path: String, state: String) {
    entries[path] = Entry(state: state, head: head)
  }

  // MARK: As text, one file a line

  private static let lineEnd = UInt8(ascii: "\n")
  private static let fieldEnd: UInt8 = 0x1F

  /// Reads what `text` wrote; a line that it did not write is left out.
  public init(_ text: String) {
    for line in text.utf8.split(separator: Self.lineEnd) {
      let fields = line.split(separator: Self.fieldEnd, omittingEmptySubsequences: false).map { String(Substring($0)) }
      guard fields.count > 7, let level = Level(rawValue: fields[3]), let kind = QuestionKind(rawValue: fields[4]),
        let itemCount = Int(fields[5])
      else { continue }
      let head = QuestionHead(
        title: fields[2], level: level, kind: kind, tags: Array(fields[7...]), itemCount: itemCount, stamp: fields[6])
      entries[fields[0]] = Entry(state: fields[1], head: head)
    }
  }

  public var text: String {
    var lines: [String] = []
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let head = entry.head
      let fields =
        [path, entry.state, head.title, head.level.rawValue, head.kind.rawValue, "\(head.itemCount)", head.stamp]
        + head.tags
      // Titles and tags are single lines without controls; a path may hold anything.
      guard !path.utf8.contains(where: { $0 == Self.lineEnd || $0 == Self.fieldEnd }) else { continue }
      lines.append(fields.joined(separator: "\u{1F}"))
    }
    return lines.joined(separator: "\n")
  }
}
