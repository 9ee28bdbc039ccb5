/// One chapter of the bank, in one language.
public struct Topic: Sendable, Identifiable, Equatable {
  /// The folder's name, the same in every language.
  public let id: String
  public let title: String
  /// At most 20 columns wide; the title where that fits.
  public let short: String
  /// One line on what it is about.
  public let summary: String

  public init(id: String, title: String, short: String, summary: String) {
    self.id = id
    self.title = title
    self.short = short
    self.summary = summary
  }
}

/// What a language's `bank.yaml` says.
public struct BankLanguage: Sendable, Equatable {
  /// The folder's name: `en`, `zh`.
  public let language: String
  /// In the order of study.
  public let topics: [Topic]
  public let headings: Headings

  public init(language: String, topics: [Topic], headings: Headings) {
    self.language = language
    self.topics = topics
    self.headings = headings
  }

  public func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }
}

/// The words for the parts of a question in one language.
public struct Headings: Sendable, Equatable {
  private let sections: [Section.Role: String]
  public let quiz: String

  /// - Parameter sections: one heading for every role.
  public init(sections: [Section.Role: String], quiz: String) {
    self.sections = sections
    self.quiz = quiz
  }

  public subscript(role: Section.Role) -> String { sections[role] ?? role.rawValue }

  /// The role of the section under a heading.
  func role(of heading: String) -> Section.Role? { Section.Role.allCases.first { self[$0] == heading } }
}
