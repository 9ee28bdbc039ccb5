public import Attention
public import Learning

extension QueryError {
  /// What is wrong with a query, and what was probably meant.
  public var wording: Gloss {
    switch self {
    case .unknownKey(let name, let nearest):
      let keys = QueryKey.allCases.map(\.rawValue).joined(separator: ", ")
      return Gloss(
        en: "No key “\(name)”" + (nearest.map { "; did you mean \($0)?" } ?? "; the keys are \(keys)."),
        zh: "没有“\(name)”这个键" + (nearest.map { "；是不是 \($0)？" } ?? "；键有 \(keys)。"))
    case .unknownValue(let key, let value, let nearest):
      return Gloss(
        en: "No \(key.rawValue) “\(value)”" + (nearest.map { "; did you mean \($0)?" } ?? "."),
        zh: "\(key.rawValue) 没有“\(value)”" + (nearest.map { "；是不是 \($0)？" } ?? "。"))
    case .unclear(let key, let value, let all):
      return Gloss(
        en: "\(key.rawValue) “\(value)” may be \(all.prefix(3).joined(separator: ", "))\(all.count > 3 ? " …" : ".")",
        zh: "\(key.rawValue)“\(value)”可能是 \(all.prefix(3).joined(separator: "、"))\(all.count > 3 ? " ……" : "。")")
    case .missingValue(let key):
      return Gloss(en: "\(key.rawValue): what? Write \(key.example).", zh: "\(key.rawValue)：什么？可写 \(key.example)。")
    }
  }
}

extension QueryKey {
  /// A term with this key.
  public var example: String {
    switch self {
    case .topic: "topic:masks"
    case .level: "level:senior"
    case .kind: "kind:number"
    case .tag: "tag:softmax"
    case .state: "state:due"
    }
  }
}
