import Markdown

/// A file cut at the lines `---`.
struct FileParts {
  let frontMatter: YAMLSource
  let body: String
  let firstLineOfBody: Int

  init?(_ text: String, report: inout Report) {
    var lines = LineReader(text)
    guard let first = lines.next(), Self.isFence(first) else {
      report.refuse("no front matter: the first line is ---", at: .start)
      return nil
    }
    var count = 1
    while let line = lines.next() {
      count += 1
      guard Self.isFence(line) else { continue }
      let start = text.utf8.index(first.endIndex, offsetBy: 1)
      frontMatter = YAMLSource(text: String(text[start..<line.startIndex]), origin: Location(line: 2, column: 1))
      body = String(lines.rest)
      firstLineOfBody = count + 1
      return
    }
    report.refuse("the front matter has no end: close it with ---", at: .start)
    return nil
  }

  private static func isFence(_ line: Substring) -> Bool {
    let dashes = "---".utf8
    return line.utf8.starts(with: dashes)
      && line.utf8.dropFirst(dashes.count).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
