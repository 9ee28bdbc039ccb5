import Foundation
import Workbook

/// A bank on disk, and a place for its cache, that live as long as the test.
final class TemporaryBank: Sendable {
  private let url = FileManager.default.temporaryDirectory.appending(
    path: "heed-\(UUID())", directoryHint: .isDirectory)
  var cache: URL { url.appending(path: "cache", directoryHint: .isDirectory) }
  var bank: Bank { Bank(shipped: url.appending(path: "bank")) }
  /// What a reading some time later notes.
  var catalogue: Catalogue { Bank(shipped: url.appending(path: "bank"), now: Date(timeIntervalSinceNow: 60)).catalogue }

  init(_ files: [String: String]) {
    let topics = "topics:\n  - {id: masks, title: Masks, summary: s}\nheadings:"
    let heads = "{short-answer: Short answer, in-depth: In depth, code: C, mistakes: M, follow-ups: F, quiz: Quiz}"
    for language in ["en", "zh"] { write("language: \(language)\n\(topics) \(heads)", to: "\(language)/bank.yaml") }
    for (path, text) in files { write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to path: String) {
    let file = url.appending(path: "bank").appending(path: path)
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: file)
  }

  func remove(_ path: String) {
    try? FileManager.default.removeItem(at: url.appending(path: "bank").appending(path: path))
  }
}

/// A question with a title, a tag and a sentence.
func question(_ title: String, tags: String, body: String, chinese: Bool = false) -> String {
  """
  ---
  title: \(title)
  level: mid
  kind: concept
  tags: [\(tags)]
  references: [R]
  ---

  ## Short answer

  \(chinese ? "无。" : "None.")

  ## In depth

  \(body)

  ## Quiz

  ### Q?

  - [x] a
  - [ ] b
  """
}
