/// The name of a question for all time: its topic and its slug, the same in every language.
public struct QuestionID: Hashable, Comparable, Sendable, LosslessStringConvertible {
  public let topic: String
  public let slug: String

  public init(topic: String, slug: String) {
    self.topic = topic
    self.slug = slug
  }

  /// Reads `topic/slug`; nil unless both are lower-case letters, digits and single dashes.
  public init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(Self.isName) else { return nil }
    self.init(topic: String(parts[0]), slug: String(parts[1]))
  }

  public var description: String { "\(topic)/\(slug)" }

  public static func < (one: QuestionID, other: QuestionID) -> Bool {
    (one.topic, one.slug) < (other.topic, other.slug)
  }

  /// Whether a text can name a topic or a question: `why-scale`.
  static func isName(_ text: some StringProtocol) -> Bool {
    let dash = UInt8(ascii: "-")
    let bytes = text.utf8
    guard let first = bytes.first, let last = text.utf8.suffix(1).first, first != dash, last != dash else {
      return false
    }
    return bytes.allSatisfy { $0 == dash || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      && !text.contains("--")
  }
}

extension QuestionID: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let id = QuestionID(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is not a question's id (topic/slug)"))
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
