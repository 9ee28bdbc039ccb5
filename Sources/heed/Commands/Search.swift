import ArgumentParser
import Attention
import Index
import TerminalUI
import Tutor
import Workbook

/// `heed search WORDS`
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find questions by their words, in both languages.",
    discussion: "The best come first. The last word may be the beginning of one.")

  @OptionGroup var options: CommonOptions
  @Argument(help: ArgumentHelp("What to look for.", valueName: "WORDS"))
  var words: [String]

  func run() throws {
    let places = Places()
    let bank = try options.openBank(places)
    let language = try options.language(of: bank, places)
    printFaults(of: bank)
    let text = words.joined(separator: " ")
    let index = Index(cache: places.cache, bank: bank)
    let hits = try index.search(text, language: language)
    let width = hits.map { $0.id.description.cellWidth }.max() ?? 0
    for hit in hits { print("\(hit.id.description.padded(to: width))  \(hit.title)") }
    if hits.isEmpty {
      let meant = index.suggestion(for: text, language: language)
      let wording = Gloss(
        en: "No question matches “\(text.printable)”." + (meant.map { " Did you mean \($0)?" } ?? ""),
        zh: "没有与“\(text.printable)”匹配的题目。" + (meant.map { "是不是要找 \($0)？" } ?? ""))
      print(wording.text(in: Language(for: language)))
    }
  }
}
