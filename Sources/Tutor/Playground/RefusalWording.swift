import Attention
import Workbook

extension RecipeError {
  /// What is refused, why, and what would do, in one line of the interface's language.
  func wording(_ session: Session) -> String {
    let parameter = Recipe.parameters.first { $0.name == flag }
    let label = parameter.map { session.say($0.label) } ?? flag
    switch self {
    case .outOfRange(_, let value, let range):
      let words = parameter?.wantedText(for: value, session) ?? range
      let nearest = parameter?.nearestText(to: value).map { session.say(". Nearest: \($0)", "。最接近：\($0)") } ?? ""
      let shown = parameter?.shown(value) ?? value
      let refusal = session.say("\(label) \(shown): must be \(words)", "\(label) \(shown)：须为 \(words)")
      return session.fitting(refusal + nearest, refusal)
    case .notANumber(_, let value):
      let words = parameter?.wantedText(for: value, session) ?? ""
      return session.fitting(
        session.say("\(label) \(value): not a number. It takes \(words)", "\(label) \(value)：不是数字，应为 \(words)"),
        session.say("\(label) takes \(words)", "\(label)应为 \(words)"))
    case .unknownFlag(let name): return session.say("\(name): no such parameter", "\(name)：没有这个参数")
    case .repeated: return session.say("\(label): given more than once", "\(label)：重复给出")
    case .unknownPart(_, let value, let known):
      let unknown = session.say("\(label) \(value): unknown. ", "\(label) \(value)：未知。")
      let list = session.say("Known: ", "可用：") + known.joined(separator: ", ")
      let names = known.map { $0.prefix { $0 != ":" } }
      let near = nearest(to: value, among: names).map { session.say("Did you mean \($0)?", "是否指 \($0)？") }
      return session.fitting(
        unknown + list, unknown + (near ?? session.say("An empty field shows what there is", "清空输入框可看到全部选项")))
    case .wrongArguments(_, let value, let form):
      return session.say("\(label) \(value): write it as \(form)", "\(label) \(value)：应写成 \(form)")
    case .notDivisible(let heads, let kvHeads, let nearest):
      return session.say(
        "heads \(heads): not divisible by \(kvHeads) kv heads. Nearest: \(nearest)",
        "头数 \(heads)：不能被 \(kvHeads) 个 KV 头整除。最接近：\(nearest)")
    case .doesNotDivide(let kvHeads, let heads, let nearest):
      return session.say(
        "kv heads \(kvHeads): do not divide \(heads) heads. Nearest: \(nearest)",
        "KV 头 \(kvHeads)：不能整除 \(heads) 个头。最接近：\(nearest)")
    case .oddDim(let dim):
      return session.say(
        "dim \(Figures.count(dim)): odd, but rope turns pairs of channels. Nearest: \(Figures.count(dim + 1))",
        "维度 \(Figures.count(dim))：是奇数，而 rope 成对旋转通道。最接近：\(Figures.count(dim + 1))")
    case .needsInput(_, let value, let field):
      return session.say(
        "\(label) \(value): reads \(field) from a file; use heed attend --input",
        "\(label) \(value)：要从文件读取 \(field)；请用 heed attend --input")
    case .refused(_, let value, let why): return "\(label) \(value): \(session.say(why))"
    case .shapeFromInput:
      return session.say("\(label): the shape comes from the input file", "\(label)：形状由输入文件决定")
    }
  }
}

extension InputError {
  /// Why a run could not be made, in one line of the interface's language.
  func wording(_ recipe: Recipe, _ session: Session) -> String {
    switch self {
    case .recipe(let error): error.wording(session)
    case .missingKey(let key, let part):
      session.say(
        "\(part) reads \(key) from a file: use heed attend --input.  u back",
        "\(part) 要从文件读取 \(key)：请用 heed attend --input。  u 撤销")
    case .tooLarge(_, let limit): TooLarge(recipe, limit: limit)?.wording(session) ?? description
    case .overflow:
      session.fitting(
        session.say(
          "Some numbers overflow to infinity: a smaller scale, a higher temperature, or u back",
          "有数值溢出为无穷大：减小缩放、提高温度，或按 u 撤销"),
        session.say("Numbers overflow to infinity: a smaller scale, or u back", "有数值溢出为无穷大：减小缩放，或按 u 撤销"))
    default: session.say("This cannot be run: \(description).  u back", "无法运行：\(description)。  u 撤销")
    }
  }
}

extension Parameter {
  /// What a refused value should have been: its range, or that of the number after a part's colon.
  fileprivate func wantedText(for value: String, _ session: Session) -> String? {
    if case .integer = kind, Double(value).map({ $0 != $0.rounded() }) ?? true {
      return session.say("a whole number, ", "整数，") + rangeText(session)
    }
    if isNumeric { return rangeText(session) }
    for choice in choices {
      guard let start = value.firstRange(of: choice.name + ":")?.upperBound else { continue }
      let numbers = value[start...].prefix { !$0.isLetter || $0 == "e" }.split(separator: ",").map { Double($0) }
      guard
        let bad = zip(numbers, choice.arguments).first(where: { number, argument in
          number.map { !argument.range.contains($0) } ?? true
        })?.1
      else { continue }
      let range = Self.words(bad.range, session)
      return session.say("\(choice.form) with \(bad.name) \(range)", "\(choice.form)，其中 \(bad.name) 为 \(range)")
    }
    return nil
  }

  /// The nearest good value to a number outside the range, as it is shown; of a part, with its number mended.
  fileprivate func nearestText(to text: String) -> String? {
    if isNumeric { return nearest(to: text, in: Recipe()).map(shown) }
    guard let choice = choices.first(where: { text.hasPrefix($0.name + ":") }) else { return nil }
    let given = text.dropFirst(choice.name.count + 1).split(separator: ",").map { Double($0) }
    guard given.count == choice.arguments.count else { return nil }
    let numbers = zip(given, choice.arguments).compactMap { number, argument -> String? in
      guard let number else { return nil }
      let mended = min(max(number, argument.range.lowerBound), argument.range.upperBound)
      guard mended == mended.rounded(), let whole = Int(exactly: mended) else { return nil }
      return String(whole)
    }
    return numbers.count == given.count ? "\(choice.name):\(numbers.joined(separator: ","))" : nil
  }
}
