import ArgumentParser
import Attention
import Exchange
import Foundation
import Learning
import Tutor
import Workbook

/// `heed import anki-reviews FILE`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in what was reviewed in another program.", subcommands: [FromAnki.self])

  struct FromAnki: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "anki-reviews", abstract: "Take in the reviews of heed's cards from a package of Anki.",
      discussion: """
        Export the deck from Anki as .apkg, with its scheduling information, or the whole collection as .colpkg. Each \
        review comes into the log as if it had been given here, graded as in Anki. Taking in a package again adds only \
        what is new in it.
        """)

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("The package: .apkg, .colpkg or collection.anki2.", valueName: "FILE"))
    var file: String

    func run() throws {
      let places = Places()
      let bank = try common.openBank(places)
      let language = try common.language(of: bank, places)
      let reviews = try AnkiReviews(named: file)
      let added = try ReviewStore(at: places.data(common.data)).takeIn(reviews.entries)
      let report = ImportReport(reviews, added: added, bank: bank, language: language)
      for line in report.lines { print(line.text(in: Language(for: language)).printable) }
    }
  }
}

extension AnkiReviews {
  /// - Throws: `CommandFault`.
  fileprivate init(named path: String) throws {
    let data = try Descriptor.reading(path) { try $0.readAll(named: path) }
    do { try self.init(data) } catch {
      switch error {
      case .notAPackage:
        throw CommandFault(.data, "\(path): not a package of Anki", zh: "\(path)：不是 Anki 的牌组包")
      case .noCollection:
        throw CommandFault(.data, "\(path): no collection of Anki in this zip file", zh: "\(path)：这个 zip 里没有 Anki 的集合")
      case .damaged: throw CommandFault(.data, "\(path): the package is damaged", zh: "\(path)：牌组包已损坏")
      case .failed(let reason): throw CommandFault(.unreadable, "\(path): \(reason)")
      }
    }
    guard entries.isEmpty, others.isEmpty, ofDeleted == 0 else { return }
    throw CommandFault(
      .data, "\(path): no reviews in it; in Anki's export tick “Include scheduling information”",
      zh: "\(path)：里面没有复习记录；从 Anki 导出时请勾选“包含学习进度信息”")
  }
}

/// What became of the reviews of a package.
private struct ImportReport {
  let lines: [Gloss]

  init(_ reviews: AnkiReviews, added: [Entry], bank: Bank, language: String) {
    let known = reviews.entries.count - added.count
    let cards = Self.cards(of: added)
    var lines = [
      Gloss(
        en: "\(Self.count(added.count, "review")) of \(Self.count(cards.count, "card")) taken in"
          + (known > 0 ? ", \(known) known already" : ""),
        zh: "收入 \(cards.count) 张卡片的 \(added.count) 次复习" + (known > 0 ? "，另有 \(known) 次早已收入" : ""))
    ]
    let deck = Deck(bank, language: language)
    let strangers = Self.cards(of: reviews.entries).filter { !deck.contains($0) }.map(\.description)
    if !strangers.isEmpty {
      lines.append(
        Gloss(
          en: "kept, though this bank does not have them: \(Self.list(strangers))",
          zh: "已收入，但题库里没有这些卡片：\(Self.list(strangers))"))
    }
    if !reviews.others.isEmpty {
      let count = reviews.others.reduce(0) { $0 + $1.reviews }
      let names = Self.list(reviews.others.map { "“\($0.note)”" })
      lines.append(
        Gloss(
          en: "left out: \(Self.count(count, "review")) of notes that heed did not make: \(names)",
          zh: "未收入：\(count) 次复习，所属笔记不是 heed 导出的：\(names)"))
    }
    if reviews.ofDeleted > 0 {
      lines.append(
        Gloss(
          en: "left out: \(Self.count(reviews.ofDeleted, "review")) of cards that are deleted in Anki",
          zh: "未收入：\(reviews.ofDeleted) 次复习，所属卡片已在 Anki 中删除"))
    }
    self.lines = lines
  }

  private static func cards(of entries: [Entry]) -> [CardID] {
    Set(
      entries.compactMap { entry in
        if case .review(let review) = entry.event { review.card } else { nil }
      }
    ).sorted()
  }

  private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// The first five by name, the others by their number.
  private static func list(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " + \(names.count - 5)" : "")
  }
}
