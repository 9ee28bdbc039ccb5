import Attention

extension RecipeError {
  /// What is refused, why, and what would do, in one line of the interface's language.
  func wording(_ session: Session) -> String {
    let parameter = Recipe.parameters.first { $0.name == flag }
    let label = parameter.map { session.say($0.label) } ?? flag
    switch self {
    case .outOfRange(_, let value, let range):
      let words = parameter?.isNumeric == true ? parameter?.rangeText(session) ?? range : range
      let nearest = parameter?.nearest(to: value).map { session.say(". Nearest: \($0)", "。最接近：\($0)") } ?? ""
      return session.say("\(label) \(value): must be \(words)\(nearest)", "\(label) \(value)：须为 \(words)\(nearest)")
    case .notANumber(_, let value):
      let words = parameter?.rangeText(session) ?? ""
      return session.say("\(label) \(value): not a number. It takes \(words)", "\(label) \(value)：不是数字，应为 \(words)")
    case .unknownFlag(let name): return session.say("\(name): no such parameter", "\(name)：没有这个参数")
    case .repeated: return session.say("\(label): given more than once", "\(label)：重复给出")
    case .unknownPart(_, let value, let known):
      let list = known.joined(separator: ", ")
      return session.say("\(label) \(value): unknown. Known: \(list)", "\(label) \(value)：未知。可用：\(list)")
    case .missingPart(_, let value):
      return session.say("\(label) \(value): not there yet", "\(label) \(value)：尚未提供")
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
        "dim \(dim): odd, but rope turns pairs of channels. Nearest: \(dim + 1)",
        "维度 \(dim)：是奇数，而 rope 成对旋转通道。最接近：\(dim + 1)")
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
  func wording(_ session: Session) -> String {
    switch self {
    case .recipe(let error): error.wording(session)
    case .tooLarge(let bytes, let limit):
      session.say(
        "Too large: \(Figures.bytes(bytes)) of \(Figures.bytes(limit)). Fewer tokens or heads, or u back",
        "太大：需 \(Figures.bytes(bytes))，上限 \(Figures.bytes(limit))。减少词元或头，或按 u 撤销")
    case .overflow:
      session.say(
        "Some numbers overflow to infinity: a smaller scale, a higher temperature, or u back",
        "有数值溢出为无穷大：减小缩放、提高温度，或按 u 撤销")
    default: session.say("This cannot be run: \(description).  u back", "无法运行：\(description)。  u 撤销")
    }
  }
}

extension Parameter {
  /// The end of the range that a number outside it is nearer to.
  fileprivate func nearest(to text: String) -> String? {
    guard let number = Double(text) else { return nil }
    switch kind {
    case .integer(let range):
      if number < Double(range.lowerBound) { return Figures.count(range.lowerBound) }
      if number > Double(range.upperBound) { return Figures.count(range.upperBound) }
      return Int(exactly: number.rounded()).map(Figures.count)
    case .number, .choice, .choices: return nil
    }
  }
}
