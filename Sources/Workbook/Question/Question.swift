public import Foundation
import Markdown

/// One question of the bank in one language: its answer in sections, and its quiz items.
///
/// What a list shows is at hand; the rest may be read from the file when it is first asked for.
public struct Question: Sendable, Identifiable {
  public let id: QuestionID
  /// The folder's name: `en`, `zh`.
  public let language: String
  public let title: String
  public let level: Level
  public let kind: QuestionKind
  public let tags: [String]
  /// How many quiz items it has; for counting them the file need not be read.
  public let itemCount: Int
  public let file: URL
  /// Whether it comes from the user's own folder.
  public let isOwn: Bool
  /// A hash of the whole file, for caches.
  public let stamp: String
  private let body: QuestionBody

  init(_ file: QuestionFile, _ head: QuestionHead, _ body: QuestionBody) {
    (id, language, self.file, isOwn) = (file.id, file.language, file.url, file.isOwn)
    (title, level, kind, tags) = (head.title, head.level, head.kind, head.tags)
    (itemCount, stamp, self.body) = (head.itemCount, head.stamp, body)
  }

  /// Where the answer is from, one line each.
  public var references: [String] { body.parts.references }
  /// The items of the coverage map that it answers.
  public var covers: [String] { body.parts.covers }
  /// Related questions; one that is not in the bank is a fault for lint only.
  public var see: [QuestionID] { body.parts.see }
  /// What the playground opens; nil also where the pipeline refused what the file asks for.
  public var experiment: Experiment? { body.parts.experiment }
  /// In the order in which they are revealed.
  public var sections: [Section] { body.parts.sections }
  public var items: [Item] { body.parts.items }

  var head: QuestionHead {
    QuestionHead(title: title, level: level, kind: kind, tags: tags, itemCount: itemCount, stamp: stamp)
  }
  var parts: QuestionBody.Parts { body.parts }

  /// The words of the whole answer.
  public var plainText: String { sections.flatMap(\.blocks).plainText }

  /// The section with a role, where the file has one.
  public func section(_ role: Section.Role) -> Section? { sections.first { $0.role == role } }
}
