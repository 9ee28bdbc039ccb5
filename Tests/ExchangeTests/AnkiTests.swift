import Foundation
import Learning
import Testing

@testable import Exchange

/// Through Anki's own code. Without it AnkiPackageTests hold the package to Anki's schema.
@Suite(.enabled(if: Anki.isInstalled, "the anki package from PyPI is not installed"))
struct AnkiTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "heed-anki-\(UUID())")
  private let sample: SampleBank

  init() throws {
    sample = try SampleBank()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ package: AnkiPackage, as name: String) throws -> String {
    let file = folder.appending(path: name)
    try package.data().write(to: file)
    return file.path
  }

  @Test func `Anki imports every card, and a second import updates`() throws {
    let start = Date(timeIntervalSince1970: 1_770_000_000)
    let (english, chinese) = (sample.package(at: start), sample.package(in: "zh", at: start.addingTimeInterval(60)))
    let said = try Anki.visit([
      "import \(write(english, as: "en.apkg"))", "import \(folder.path)/en.apkg",
      "import \(write(chinese, as: "zh.apkg"))",
    ])
    #expect(said.map(\.notes) == [9, 9, 9] && said.map(\.cards) == [9, 9, 9])
    #expect(said.map(\.new) == [9, 0, 0] && said.map(\.duplicate) == [0, 9, 0] && said.map(\.updated) == [0, 0, 9])
    #expect(said.allSatisfy { $0.decks == ["heed", "heed::Masks:all"] })
    #expect(said[0].prompts["heed:masks/causal"] == "<p>Why mask the future?</p>")
    #expect(said[2].prompts["heed:masks/causal"] == "<p>为什么要遮住未来？</p>")
    let front = try #require(said[0].fronts["heed:masks/causal#1"])
    #expect(front.contains(#"\(j &lt; i + 1\)"#) && !front.contains("Those are hidden."))
  }

  @Test(arguments: ["legacy", "new", "collection"])
  func `what was reviewed in Anki comes back`(form: String) throws {
    let package = folder.appending(path: form == "collection" ? "back.colpkg" : "back.apkg")
    let said = try Anki.visit([
      "import \(write(sample.package(), as: "en.apkg"))", "review 3 heed:masks/causal#1", "review 1 heed:masks/causal",
      "review 4 heed:masks/causal#1", "export \(package.path) \(form)",
    ])
    #expect(said.map(\.reviews) == [0, 1, 2, 3, 3])
    let reviews = try AnkiReviews(Data(contentsOf: package))
    #expect(reviews.others.isEmpty && reviews.ofDeleted == 0)
    let given = reviews.entries.compactMap { entry -> String? in
      guard case .review(let review) = entry.event else { return nil }
      return "\(review.card) \(review.grade.rawValue) \(review.language)"
    }
    #expect(given == ["masks/causal#1 3 en", "masks/causal 1 en", "masks/causal#1 4 en"])
  }
}
