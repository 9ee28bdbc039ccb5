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
    discussion: """
      The best come first. The last word may be the beginning of one. What has a key narrows the search:
      heed search topic:masks level:senior padding.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: ArgumentHelp("What to look for.", valueName: "WORDS"))
  var words: [String]

  func run() throws {
    let places = Places()
    let bank = try options.openBank(places)
    let language = try options.language(of: bank, places)
    printFaults(of: bank)
    var wanted = try Wanted(words, bank, options, places)
    let text = wanted.takeWords()
    let index = Index(cache: places.cache, bank: bank)
    var hits: [(id: QuestionID, title: String)] = []
    if text.isEmpty {
      hits = bank.questions(in: language).filter { wanted.accepts($0.id) }.map { ($0.id, $0.title) }
    } else {
      hits = try index.search(text, language: language).filter { wanted.accepts($0.id) }.map { ($0.id, $0.title) }
    }
    let width = hits.map { $0.id.description.cellWidth }.max() ?? 0
    for hit in hits { print("\(hit.id.description.padded(to: width))  \(hit.title)") }
    if hits.isEmpty {
      let text = words.joined(separator: " ")
      let meant = index.suggestion(for: text, language: language)
      let wording = Gloss(
        en: "No question matches “\(text.printable)”." + (meant.map { " Did you mean \($0)?" } ?? ""),
        zh: "没有与“\(text.printable)”匹配的题目。" + (meant.map { "是不是要找 \($0)？" } ?? ""))
      print(wording.text(in: Language(for: language)))
    }
  }
}
