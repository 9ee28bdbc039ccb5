import Foundation
import Markdown

@testable import Workbook

/// A folder of questions that lives as long as the test.
final class TemporaryBank: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID())", directoryHint: .isDirectory)

  /// - Parameter files: the texts by path, `en/masks/one.md`.
  init(_ files: [String: String]) {
    for (path, text) in files { write(Data(text.utf8), to: path) }
  }

  /// A bank in both languages with these questions.
  static func bilingual(_ files: [String: String]) -> TemporaryBank {
    TemporaryBank(["en/bank.yaml": bankYAML, "zh/bank.yaml": bankYAMLInChinese].merging(files) { $1 })
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ data: Data, to path: String) {
    let file = url.appending(path: path)
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? data.write(to: file)
  }

  /// What lint prints, with paths below the bank.
  func lint() -> [String] { relative(Lint.run(shipped: url).findings) }

  func relative(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0)".replacing(url.path(percentEncoded: false), with: "") }
  }
}

let english = BankLanguage(
  language: "en",
  topics: [
    Topic(id: "masks", title: "Masks", short: "Masks", summary: "What a query may look at"),
    Topic(id: "heads", title: "Heads", short: "Heads", summary: "Many heads"),
  ],
  headings: Headings(
    sections: [
      .shortAnswer: "Short answer", .inDepth: "In depth", .code: "Code", .mistakes: "Common mistakes",
      .followUps: "Follow-ups",
    ], quiz: "Quiz"))

/// What becomes of a text as the file `masks/one.md`.
func page(_ text: String, slug: String = "one", topic: String = "masks") -> Page {
  page(Data(text.utf8), slug: slug, topic: topic)
}

func page(_ data: Data, slug: String = "one", topic: String = "masks") -> Page {
  let file = QuestionFile(
    url: URL(filePath: "/en/\(topic)/\(slug).md"), path: "en/\(topic)/\(slug).md", language: "en", topic: topic,
    slug: slug, isOwn: false)
  return QuestionReader(file: file, language: english).page(data)
}

/// The faults of a text, as `line:column: message`.
func faults(_ text: String) -> [String] {
  page(text).faults.map { "\($0.line):\($0.column): \($0.message)" }
}

/// The quiz items of a text without fault.
func items(_ text: String) -> [Item] { page(text).question?.items ?? [] }
