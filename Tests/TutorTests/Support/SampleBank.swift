import Foundation
import Learning
import Workbook

/// A bank of two topics and four short questions in two languages, so that no golden frame hangs on the shipped prose.
enum SampleBank {
  static let scale = QuestionID(topic: "scores", slug: "scale")
  static let shift = QuestionID(topic: "scores", slug: "shift")
  static let causal = QuestionID(topic: "masks", slug: "causal")
  static let size = QuestionID(topic: "masks", slug: "size")

  /// One card a kind of item.
  static let choice = CardID(question: scale, item: 1)
  static let bare = CardID(question: scale, item: 2)
  static let several = CardID(question: shift, item: 1)
  static let second = CardID(question: causal, item: 1)
  static let bytes = CardID(question: size, item: 1)

  static let shared = Result { try make() }

  /// Writes the files into a new temporary folder and reads it.
  static func make(without left: Set<String> = [], adding extra: [String: String] = [:]) throws -> Bank {
    let folder = FileManager.default.temporaryDirectory.appending(path: "heed-sample-\(UUID().uuidString)")
    for (path, text) in files.merging(extra, uniquingKeysWith: { $1 }) where !left.contains(path) {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return Bank(shipped: folder)
  }

  private static let files = [
    "en/bank.yaml": SampleText.englishNames, "zh/bank.yaml": SampleText.chineseNames,
    "en/scores/scale.md": SampleText.scale, "zh/scores/scale.md": SampleText.scaleInChinese,
    "en/scores/shift.md": SampleText.shift, "zh/scores/shift.md": SampleText.shiftInChinese,
    "en/masks/causal.md": SampleText.causal, "zh/masks/causal.md": SampleText.causalInChinese,
    "en/masks/size.md": SampleText.size, "zh/masks/size.md": SampleText.sizeInChinese,
  ]
}
