import Foundation
import Markdown

/// Reads one file as a question, reporting every fault it has.
struct QuestionReader: Sendable {
  let file: QuestionFile
  let language: BankLanguage

  /// The page of a file that was without fault when it was last read: the rest of it is read when it is asked for.
  func page(_ head: QuestionHead) -> Page {
    let question = Question(file, head, QuestionBody(unread: self))
    return Page(file: file, header: nil, question: question, faults: [])
  }

  func page() -> Page {
    var report = Report(path: file.path)
    checkPlace(report: &report)
    guard let data = FileBytes.read(file.url, report: &report) else {
      return Page(file: file, header: nil, question: nil, faults: report.faults)
    }
    return page(data, report: report)
  }

  /// The page for the bytes of the file.
  func page(_ data: Data, report: Report? = nil) -> Page {
    var report = report ?? Report(path: file.path)
    guard let source = SourceText(data, report: &report), let parts = FileParts(source.text, report: &report) else {
      return Page(file: file, header: nil, question: nil, faults: report.faults)
    }
    let header = HeaderReader(parts.frontMatter, start: .start, report: &report).header(report: &report)
    let document = Document(parsing: parts.body, firstLine: parts.firstLineOfBody)
    HiddenCharacters.refuse(in: document, of: parts.body, report: &report)
    let body = BodyReader(file: file, headings: language.headings).body(document, report: &report)
    guard let header, let body, !report.isRefused else {
      return Page(file: file, header: header, question: nil, faults: report.faults)
    }
    let head = QuestionHead(
      title: header.title.value, level: header.level, kind: header.kind, tags: header.tags,
      itemCount: body.items.count, stamp: source.stamp)
    let rest = QuestionBody.Parts(
      references: header.references, covers: header.covers, see: header.see.map(\.value),
      experiment: header.experiment, sections: body.sections, items: body.items)
    let question = Question(file, head, QuestionBody(rest))
    return Page(file: file, header: header, question: question, faults: report.faults)
  }

  private func checkPlace(report: inout Report) {
    if !QuestionID.isName(file.slug) {
      report.refuse("the file's name becomes the id: lower-case letters, digits and single dashes", at: .start)
    }
    if language.topic(file.topic) == nil {
      let meant = nearest(to: file.topic, among: language.topics.map(\.id)).map { "; did you mean \($0)?" }
      report.refuse("unknown topic “\(file.topic)”\(meant ?? "; add it to the language's bank.yaml")", at: .start)
    }
  }
}
