public import Foundation
import Markdown

/// One question of the bank in one language: its answer in sections, and its quiz items.
public struct Question: Sendable, Identifiable {
  public let id: QuestionID
  /// The folder's name: `en`, `zh`.
  public let language: String
  public let title: String
  public let level: Level
  public let kind: QuestionKind
  public let tags: [String]
  /// Where the answer is from, one line each.
  public let references: [String]
  /// The items of the coverage map that it answers.
  public let covers: [String]
  /// Related questions; one that is not in the bank is a fault for lint only.
  public let see: [QuestionID]
  /// What the playground opens; nil also where the pipeline refused what the file asks for.
  public let experiment: Experiment?
  /// In the order in which they are revealed.
  public let sections: [Section]
  public let items: [Item]
  public let file: URL
  /// Whether it comes from the user's own folder.
  public let isOwn: Bool
  /// A hash of the whole file, for caches.
  public let stamp: String

  /// The words of the whole answer.
  public var plainText: String { sections.flatMap(\.blocks).plainText }

  /// The section with a role, where the file has one.
  public func section(_ role: Section.Role) -> Section? { sections.first { $0.role == role } }
}
