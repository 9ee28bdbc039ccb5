/// One line in both languages of the interface.
public struct Gloss: Hashable, Sendable {
  /// The line in English.
  public let en: String
  /// The line in Chinese.
  public let zh: String

  /// A line and its translation.
  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }
}
