public import Workbook

/// What a query can ask by.
public enum QueryKey: String, CaseIterable, Sendable {
  case topic, level, kind, tag, state

  /// The word in Chinese.
  var chinese: String {
    switch self {
    case .topic: "主题"
    case .level: "级别"
    case .kind: "类型"
    case .tag: "标签"
    case .state: "状态"
    }
  }
}

/// Why a query cannot be read.
public enum QueryError: Error, Hashable, Sendable {
  case unknownKey(String, nearest: String?)
  case unknownValue(QueryKey, String, nearest: String?)
  /// It begins more than one value.
  case unclear(QueryKey, String, between: [String])
  case missingValue(QueryKey)
}

extension Selection {
  /// Reads `topic:masks,rope level:senior state:due kv cache`.
  ///
  /// Of several values any will do, of several keys each must fit; what has no key are words. A value may be quoted,
  /// and may be cut where its beginning says enough. Topics go by their ids and by their titles in every language.
  public init(query: String, in bank: Bank) throws(QueryError) {
    self.init()
    for term in Self.terms(of: query) {
      guard let colon = term.firstIndex(where: { ":：".contains($0) }), colon != term.startIndex else {
        words.append(term.unquoted)
        continue
      }
      let name = String(term[..<colon]).term
      guard let key = QueryKey.allCases.first(where: { [$0.rawValue, $0.chinese].contains(name) }) else {
        let nearest = Workbook.nearest(to: name, among: QueryKey.allCases.map(\.rawValue))
        throw .unknownKey(String(term[..<colon]), nearest: nearest)
      }
      let values = term[term.index(after: colon)...].split(separator: /[,，、]/).map { String($0).unquoted }
      guard values.contains(where: { !$0.isEmpty }) else { throw .missingValue(key) }
      for value in values where !value.isEmpty { try add(value, for: key, in: bank) }
    }
  }

  private mutating func add(_ value: String, for key: QueryKey, in bank: Bank) throws(QueryError) {
    switch key {
    case .topic: topics.insert(try Self.find(value, key, among: QueryWords.topics(bank)))
    case .level: levels.insert(try Self.find(value, key, among: QueryWords.levels))
    case .tag: tags.insert(try Self.find(value, key, among: QueryWords.tags(bank)))
    case .state: states.insert(try Self.find(value, key, among: QueryWords.states))
    case .kind:
      switch try Self.find(value, key, among: QueryWords.kinds) {
      case .question(let kind): kinds.insert(kind)
      case .item(let name): itemKinds.insert(name)
      }
    }
  }

  /// The value of that name, or the only one whose name begins so.
  private static func find<Value: Hashable>(
    _ typed: String, _ key: QueryKey, among all: [(value: Value, names: [String])]
  ) throws(QueryError) -> Value {
    let term = typed.term
    if let exact = all.first(where: { $0.names.contains { $0.term == term } }) { return exact.value }
    let begun = all.filter { $0.names.contains { $0.term.hasPrefix(term) } }
    if begun.count == 1 { return begun[0].value }
    if begun.count > 1 { throw .unclear(key, typed, between: begun.compactMap(\.names.first)) }
    throw .unknownValue(key, typed, nearest: nearest(to: typed, among: all.flatMap(\.names)))
  }

  /// Parts between spaces; a space in quotes divides nothing.
  private static func terms(of query: String) -> [String] {
    var terms = [""]
    var closing: Character?
    for character in query {
      if character == closing {
        closing = nil
      } else if closing == nil, let end = quotes[character] {
        closing = end
      } else if closing == nil, character.isWhitespace {
        terms.append("")
        continue
      }
      terms[terms.count - 1].append(character)
    }
    return terms.filter { !$0.isEmpty }
  }

  fileprivate static let quotes: [Character: Character] = ["\"": "\"", "“": "”"]
}

extension String {
  fileprivate var unquoted: String { filter { !"\"“”".contains($0) } }
}
