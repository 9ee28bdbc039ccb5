import Workbook

/// The values that a query knows and all their names, the one that is written back first.
enum QueryWords {
  enum Kind: Hashable {
    case question(QuestionKind)
    case item(String)
  }

  static let levels: [(value: Level, names: [String])] = zip(Level.allCases, ["初级", "中级", "高级"]).map {
    ($0, [$0.rawValue, $1])
  }

  static let states: [(value: Standing.State, names: [String])] = [
    (.new, ["new", "未学"]), (.learning, ["learning", "学习中"]), (.due, ["due", "到期"]), (.known, ["known", "已掌握"]),
    (.slipping, ["slipping", "keeps slipping", "反复遗忘"]),
  ]

  static let kinds: [(value: Kind, names: [String])] =
    zip(QuestionKind.allCases, ["概念", "推导", "编程", "找错", "估算"]).map { (.question($0), [$0.rawValue, $1]) }
    + [
      ("choice", "单选"), ("several", "多选"), ("order", "排序"), ("match", "配对"), ("gap", "填空"), ("number", "填数"),
      ("picture", "看图"), ("bug", "挑错"), ("exercise", "练习"),
    ].map { (.item($0.0), [$0.0, $0.1]) }

  static func topics(_ bank: Bank) -> [(value: String, names: [String])] {
    let languages = bank.languages.keys.sorted()
    return bank.declaredTopics(in: "en").map { topic in
      let named = languages.compactMap { bank.languages[$0]?.topic(topic.id) }
      return (topic.id, [topic.id] + named.flatMap { [$0.title, $0.short] })
    }
  }

  static func tags(_ bank: Bank) -> [(value: String, names: [String])] {
    Set(bank.everything.flatMap(\.tags)).sorted().map { ($0, [$0]) }
  }
}

extension Selection {
  /// The query that reads back as this.
  public var query: String {
    func part(_ key: QueryKey, _ values: [String]) -> String? {
      let written = values.map { $0.contains { $0.isWhitespace || ",，、".contains($0) } ? "\"\($0)\"" : $0 }
      return values.isEmpty ? nil : "\(key.rawValue):" + written.joined(separator: ",")
    }
    let kinds = QueryWords.kinds.compactMap { kind -> String? in
      switch kind.value {
      case .question(let value): self.kinds.contains(value) ? kind.names[0] : nil
      case .item(let name): itemKinds.contains(name) ? name : nil
      }
    }
    let parts = [
      part(.topic, topics.sorted()), part(.level, levels.sorted().map(\.rawValue)), part(.kind, kinds),
      part(.tag, tags.sorted()), part(.state, QueryWords.states.filter { states.contains($0.value) }.map(\.names[0])),
    ]
    return (parts.compactMap(\.self) + words).joined(separator: " ")
  }
}
