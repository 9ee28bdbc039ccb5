import Markdown

/// Cuts the blocks of a question at its headings.
struct BodyReader {
  let file: QuestionFile
  let headings: Headings

  /// The blocks under one heading of the second level.
  private struct Part {
    let heading: String
    let location: Location
    var blocks: [Block] = []
  }

  /// - Returns: nil where a required section or every quiz item is missing or wrong.
  func body(_ document: Document, report: inout Report) -> (sections: [Section], items: [Item])? {
    var sections: [Section] = []
    var items: [Item]?
    var seen: Set<String> = []
    for part in parts(of: document, report: &report) {
      guard seen.insert(part.heading).inserted else {
        report.refuse("“\(part.heading)” stands twice; join the two", at: part.location)
        continue
      }
      if part.heading == headings.quiz {
        items = QuizReader(question: file.id).items(part.blocks, at: part.location, report: &report)
      } else if let role = headings.role(of: part.heading) {
        if let section = section(role, part, report: &report) { sections.append(section) }
      } else {
        report.refuse(unknownHeading(part.heading), at: part.location)
      }
    }
    let end = Location(line: document.blocks.last?.endLine ?? 1, column: 1)
    for role in Section.Role.allCases where role.isRequired && !seen.contains(headings[role]) {
      report.refuse("no section “\(headings[role])”: add `## \(headings[role])`", at: end)
    }
    if !seen.contains(headings.quiz) {
      report.refuse("no section “\(headings.quiz)”: a question has at least one quiz item", at: end)
    }
    guard let items, !report.isRefused else { return nil }
    return (Section.Role.allCases.compactMap { role in sections.first { $0.role == role } }, items)
  }

  private func parts(of document: Document, report: inout Report) -> [Part] {
    var parts: [Part] = []
    for block in document.blocks {
      if case .heading(let level, let inlines) = block.kind, level <= 2 {
        if level == 1 {
          report.refuse("a heading of the first level; the title stands in the front matter", at: block.location)
        } else {
          parts.append(Part(heading: inlines.plainText, location: block.location))
        }
      } else if parts.isEmpty {
        report.refuse("text before the first section; sections begin with ##", at: block.location)
      } else {
        parts[parts.count - 1].blocks.append(block)
      }
    }
    return parts
  }

  private func section(_ role: Section.Role, _ part: Part, report: inout Report) -> Section? {
    var checks: [Check] = []
    var blocks: [Block] = []
    for block in part.blocks {
      var block = block
      let kept = Check.take(from: &block, follows: blocks.count - 1, into: &checks)
      if kept { blocks.append(block) }
    }
    guard !blocks.isEmpty else {
      report.refuse("“\(part.heading)” is empty; write it or leave the heading out", at: part.location)
      return nil
    }
    return Section(role: role, heading: part.heading, blocks: blocks, checks: checks)
  }

  private func unknownHeading(_ heading: String) -> String {
    let known = Section.Role.allCases.map { headings[$0] } + [headings.quiz]
    if let meant = nearest(to: heading, among: known) {
      return "unknown section “\(heading)”; did you mean “\(meant)”?"
    }
    return "unknown section “\(heading)”; there are \(known.joined(separator: ", "))"
  }
}
