import Attention
import Markdown

/// What the front matter of a question says, each value with its place.
struct Header: Sendable {
  let title: Located<String>
  let level: Level
  let kind: QuestionKind
  let tags: [String]
  let references: [String]
  let covers: [String]
  let see: [Located<QuestionID>]
  let experiment: Experiment?
}

/// Reads the fields of the front matter, one by one, so that each fault is found in the same run.
struct HeaderReader {
  private let fields: [String: YAMLField]
  /// Where a missing field is reported.
  private let start: Location

  private static let names = ["title", "level", "kind", "tags", "references", "covers", "see", "experiment"]

  init(_ source: YAMLSource, start: Location, report: inout Report) {
    self.start = start
    var fields: [String: YAMLField] = [:]
    do throws(YAMLFault) {
      for field in try source.fields() {
        if Self.names.contains(field.name) {
          fields[field.name] = field
        } else {
          report.note(unknownField(field.name, known: Self.names), at: field.location)
        }
      }
    } catch {
      report.refuse("front matter: \(error.message)", at: error.location)
      self.fields = [:]
      isReadable = false
      return
    }
    self.fields = fields
    isReadable = true
  }

  /// False where the front matter is no YAML: then no field is missing, all are unread.
  private let isReadable: Bool

  /// - Returns: nil where a required field is missing or wrong, after reporting all that are.
  func header(report: inout Report) -> Header? {
    guard isReadable else { return nil }
    let title = read("title", required: true, report: &report) { value throws(YAMLFault) in
      Located(value: try value.line("title"), location: value.location)
    }
    let level = read("level", required: true, report: &report) { value throws(YAMLFault) in
      try word(value, "level", of: Level.self)
    }
    let kind = read("kind", required: true, report: &report) { value throws(YAMLFault) in
      try word(value, "kind", of: QuestionKind.self)
    }
    let tags = read("tags", required: true, report: &report) { value throws(YAMLFault) in try someLines(value, "tags") }
    let references = read("references", required: true, report: &report) { value throws(YAMLFault) in
      try someLines(value, "references")
    }
    let covers = read("covers", report: &report) { value throws(YAMLFault) in try value.lines("covers").map(\.value) }
    let see = read("see", report: &report) { value throws(YAMLFault) in try ids(value) }
    let experiment = experiment(report: &report)
    guard let title, let level, let kind, let tags, let references else { return nil }
    return Header(
      title: title, level: level, kind: kind, tags: tags, references: references, covers: covers ?? [],
      see: see ?? [], experiment: experiment)
  }

  private func read<Value>(
    _ name: String, required: Bool = false, report: inout Report,
    with read: (YAMLValue) throws(YAMLFault) -> Value
  ) -> Value? {
    guard let field = fields[name] else {
      if required { report.refuse("no \(name): add `\(name):` to the front matter", at: start) }
      return nil
    }
    do throws(YAMLFault) { return try read(field.value) } catch {
      report.refuse(error.message, at: error.location)
      return nil
    }
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(
    _ value: YAMLValue, _ name: String, of type: Word.Type
  ) throws(YAMLFault) -> Word {
    let text = try value.line(name)
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw YAMLFault(message: "unknown \(name) “\(text)”; it is one of \(known)", location: value.location)
  }

  private func someLines(_ value: YAMLValue, _ name: String) throws(YAMLFault) -> [String] {
    let lines = try value.lines(name)
    if lines.isEmpty { throw YAMLFault(message: "\(name) is empty", location: value.location) }
    return lines.map(\.value)
  }

  private func ids(_ value: YAMLValue) throws(YAMLFault) -> [Located<QuestionID>] {
    var result: [Located<QuestionID>] = []
    for line in try value.lines("see") {
      guard let id = QuestionID(line.value) else {
        throw YAMLFault(message: "“\(line.value)” is not an id; write topic/slug", location: line.location)
      }
      result.append(Located(value: id, location: line.location))
    }
    return result
  }

  /// An experiment that the pipeline refuses is left out; the answer can still be read.
  private func experiment(report: inout Report) -> Experiment? {
    guard let field = fields["experiment"] else { return nil }
    do throws(YAMLFault) {
      return try Experiment(field.value.fields())
    } catch {
      report.note("experiment: \(error.message)", at: error.location)
      return nil
    }
  }
}

/// The message for a field that the format does not have.
func unknownField(_ name: String, known: [String]) -> String {
  if let meant = nearest(to: name, among: known) { return "unknown field “\(name)”; did you mean \(meant)?" }
  return "unknown field “\(name)”; there are \(known.joined(separator: ", "))"
}
