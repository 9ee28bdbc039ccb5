import Markdown
import Synchronization

/// What a list shows of a question.
struct QuestionHead: Sendable, Equatable {
  let title: String
  let level: Level
  let kind: QuestionKind
  let tags: [String]
  let itemCount: Int
  /// A hash of the whole file.
  let stamp: String
}

/// What only a question's own screen shows. Heed opens without it, and reads it when it is first asked for.
final class QuestionBody: Sendable {
  struct Parts: Sendable {
    var references: [String] = []
    var covers: [String] = []
    var see: [QuestionID] = []
    var experiment: Experiment?
    var sections: [Section] = []
    var items: [Item] = []
  }

  private enum State {
    case read(Parts)
    case unread(QuestionReader)
  }

  private let state: Mutex<State>

  init(_ parts: Parts) { state = Mutex(.read(parts)) }

  /// The body of a file that was without fault when it was last read.
  init(unread reader: QuestionReader) { state = Mutex(.unread(reader)) }

  var parts: Parts {
    state.withLock { state in
      switch state {
      case .read(let parts): return parts
      case .unread(let reader):
        let parts = Self.parts(reader)
        state = .read(parts)
        return parts
      }
    }
  }

  /// Where the file was broken or removed since heed was opened, its place is taken by what is wrong with it.
  private static func parts(_ reader: QuestionReader) -> Parts {
    let page = reader.page()
    if let question = page.question { return question.parts }
    let blocks = page.faults.map { fault in
      Block(kind: .paragraph([.text(fault.description)]), location: .start, endLine: 1)
    }
    return Parts(sections: [
      Section(role: .shortAnswer, heading: reader.language.headings[.shortAnswer], blocks: blocks)
    ])
  }
}
