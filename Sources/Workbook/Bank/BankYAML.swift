import Foundation
import Markdown

/// Reads `bank.yaml`: the language, its ordered topics and its headings.
struct BankYAML {
  let url: URL
  let path: String
  /// The folder's name, which the file must repeat.
  let folder: String
  /// The same language in the bank beside which this one stands: its topics come first, and its
  /// headings hold unless the file brings its own.
  let shipped: BankLanguage?

  /// - Returns: nil where the language cannot be used, after reporting why.
  func language(report: inout Report) -> BankLanguage? {
    guard let data = FileBytes.read(url, report: &report), let source = SourceText(data, report: &report) else {
      return nil
    }
    do throws(YAMLFault) {
      return try language(YAMLSource(text: source.text, origin: .start), report: &report)
    } catch {
      report.refuse(error.message, at: error.location)
      return nil
    }
  }

  private func language(_ source: YAMLSource, report: inout Report) throws(YAMLFault) -> BankLanguage? {
    var topics: [Topic] = []
    var headings = shipped?.headings
    var names: Set<String> = []
    for field in try source.fields() {
      names.insert(field.name)
      switch field.name {
      case "language":
        let name = try field.value.line("language")
        if name != folder { report.refuse("language \(name) stands in the folder \(folder)", at: field.value.location) }
      case "topics":
        for entry in try field.value.entries("topics") { try add(entry, to: &topics, report: &report) }
      case "headings": headings = try self.headings(field.value)
      default:
        report.note(unknownField(field.name, known: ["language", "topics", "headings"]), at: field.location)
      }
    }
    if !names.contains("language") { report.refuse("no language: add `language: \(folder)`", at: .start) }
    if topics.isEmpty, shipped == nil { report.refuse("no topics: add `topics:`", at: .start) }
    guard let headings else {
      report.refuse("no headings: add `headings:`", at: .start)
      return nil
    }
    let first = shipped?.topics ?? []
    let more = topics.filter { topic in !first.contains { $0.id == topic.id } }
    return report.isRefused ? nil : BankLanguage(language: folder, topics: first + more, headings: headings)
  }

  private func add(_ entry: YAMLValue, to topics: inout [Topic], report: inout Report) throws(YAMLFault) {
    var lines: [String: Located<String>] = [:]
    for field in try entry.fields() {
      if ["id", "title", "short", "summary"].contains(field.name) {
        lines[field.name] = Located(value: try field.value.line(field.name), location: field.value.location)
      } else {
        report.note(unknownField(field.name, known: ["id", "title", "short", "summary"]), at: field.location)
      }
    }
    guard let id = lines["id"], let title = lines["title"], let summary = lines["summary"] else {
      let missing = ["id", "title", "summary"].first { lines[$0] == nil } ?? "id"
      throw YAMLFault(message: "the topic has no \(missing)", location: entry.location)
    }
    if !QuestionID.isName(id.value) {
      report.refuse("“\(id.value)” cannot name a folder: lower-case letters, digits and single dashes", at: id.location)
    }
    if topics.contains(where: { $0.id == id.value }) {
      report.refuse("the topic \(id.value) is there twice", at: id.location)
    }
    let short = lines["short"] ?? title
    if short.value.columns > Topic.shortColumns {
      report.note(
        "“\(short.value)” is wider than \(Topic.shortColumns) columns; give the topic a `short`", at: short.location)
    }
    topics.append(Topic(id: id.value, title: title.value, short: short.value, summary: summary.value))
  }

  private func headings(_ value: YAMLValue) throws(YAMLFault) -> Headings {
    let names = Section.Role.allCases.map(\.rawValue) + ["quiz"]
    var lines: [String: String] = [:]
    for field in try value.fields() {
      guard names.contains(field.name) else {
        throw YAMLFault(message: unknownField(field.name, known: names), location: field.location)
      }
      let line = try field.value.line(field.name)
      if lines.values.contains(line) {
        throw YAMLFault(message: "the heading “\(line)” stands twice", location: field.value.location)
      }
      lines[field.name] = line
    }
    if let missing = names.first(where: { lines[$0] == nil }) {
      throw YAMLFault(message: "no heading for \(missing)", location: value.location)
    }
    var sections: [Section.Role: String] = [:]
    for role in Section.Role.allCases { sections[role] = lines[role.rawValue] }
    return Headings(sections: sections, quiz: lines["quiz"] ?? "")
  }
}

extension Topic {
  /// As many columns as a list leaves for a topic.
  static let shortColumns = 20
}

extension StringProtocol {
  /// About how many columns the text takes on a terminal: ideographs take two.
  var columns: Int { reduce(0) { $0 + ($1.isIdeograph ? 2 : 1) } }
}
