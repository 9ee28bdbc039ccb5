import Foundation
public import Learning
import Markdown
import Workbook

/// Why a line is no answer.
public struct ScriptProblem: Error, Equatable, Sendable {
  public let message: String

  public init(_ message: String) { self.message = message }
}

extension Script {
  /// Reads `{"answer": index | [indices] | "text" | number}`, as the item wants it. An option may be named by its words.
  public static func answer(_ line: String, to presented: Presented) throws(ScriptProblem) -> Answer {
    let sent = try Sent(line)
    switch presented.item?.kind {
    case .choice, .picture, .bug: return .option(try place(only(sent), in: presented))
    case .several:
      let places = try places(sent, in: presented)
      guard Set(places).count == places.count else { throw ScriptProblem("an index stands twice") }
      return .options(Set(places))
    case .order, .match: return .arranged(try places(sent, in: presented))
    case .gap: return .gaps(try sent.list.map { value throws(ScriptProblem) in try value.words })
    case .number: return .number(try only(sent).words)
    case nil:
      guard let grade = Int(try only(sent).words).flatMap(Grade.init) else { throw ScriptProblem("not a grade") }
      return .grade(grade)
    }
  }

  private static func only(_ sent: Sent) throws(ScriptProblem) -> Sent {
    guard sent.list.count == 1 else { throw ScriptProblem("one answer is wanted, not \(sent.list.count)") }
    return sent.list[0]
  }

  private static func places(_ sent: Sent, in presented: Presented) throws(ScriptProblem) -> [Int] {
    var places: [Int] = []
    for value in sent.list { places.append(try place(value, in: presented)) }
    return places
  }

  private static func place(_ sent: Sent, in presented: Presented) throws(ScriptProblem) -> Int {
    let texts = presented.options.map(\.option.text.plainText) + presented.pieces.map(\.piece.text.plainText)
    switch sent {
    case .number(let number):
      guard let place = Int(exactly: number), texts.indices.contains(place) else {
        throw ScriptProblem("no option \(sent.written)")
      }
      return place
    case .text(let text):
      guard let place = texts.firstIndex(of: text) else { throw ScriptProblem("no option “\(text)”") }
      return place
    case .many: throw ScriptProblem("a list in a list")
    }
  }
}

/// What stands behind `answer`.
private enum Sent: Decodable {
  case number(Double)
  case text(String)
  case many([Sent])

  private struct Line: Decodable { let answer: Sent }

  init(_ line: String) throws(ScriptProblem) {
    do { self = try JSONDecoder().decode(Line.self, from: Data(line.utf8)).answer } catch let error as DecodingError {
      switch error {
      case .keyNotFound: throw ScriptProblem("no “answer”")
      case .dataCorrupted(let context) where context.codingPath.isEmpty: throw ScriptProblem("not JSON")
      default: throw ScriptProblem("not an answer")
      }
    } catch { throw ScriptProblem("not JSON") }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .many(try container.decode([Sent].self))
    }
  }

  /// The answer as a list, one alone too.
  var list: [Sent] { if case .many(let all) = self { all } else { [self] } }

  /// A text, or a number as one types it.
  var words: String {
    get throws(ScriptProblem) {
      if case .many = self { throw ScriptProblem("a list in a list") }
      return written
    }
  }

  var written: String {
    switch self {
    case .text(let text): text
    case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
    case .many(let all): all.map(\.written).joined(separator: ", ")
    }
  }
}
