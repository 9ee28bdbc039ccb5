import Attention
import TerminalUI

/// A value being typed into a parameter's row.
struct ParameterField: Sendable {
  let parameter: Parameter
  let old: String
  private(set) var text = TextField()

  init(_ parameter: Parameter, old: String) { (self.parameter, self.old) = (parameter, old) }

  mutating func update(_ event: Event) { text.update(event) }

  /// The typed text in plain characters; of a part, the beginning of its name will do.
  var value: String {
    let typed = String(text.text.map { Key.character($0).narrowed.typed ?? $0 }.filter { $0 != " " })
    guard !parameter.isNumeric else { return typed }
    return typed.split(separator: ",", omittingEmptySubsequences: false).map { completed(String($0)) }
      .joined(separator: ",")
  }

  private func completed(_ part: String) -> String {
    let name = String(part.prefix { $0 != ":" })
    guard !name.isEmpty, let choice = choices(beginning: name).first else { return part }
    return choice.name + part.dropFirst(name.count)
  }

  /// The parts that a beginning may become, the one of exactly this name first.
  private func choices(beginning name: String) -> [Parameter.Choice] {
    let matches = parameter.choices.filter { $0.name.hasPrefix(name.lowercased()) }
    return matches.filter { $0.name == name } + matches.filter { $0.name != name }
  }

  /// The parts that the text may still become, of the last one where there are several.
  var matches: [Parameter.Choice] {
    let last = text.text.filter { $0 != " " }.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    return choices(beginning: String(last.prefix { $0 != ":" }))
  }

  /// What is wrong with the text as it stands; nil while nothing is typed.
  func refusal(in recipe: Recipe) -> RecipeError? {
    guard !value.isEmpty else { return nil }
    var tried = recipe
    do throws(RecipeError) {
      try tried.set(parameter.name, to: value)
      return nil
    } catch {
      return error
    }
  }
}

extension Key {
  fileprivate var typed: Character? {
    guard case .character(let character) = self else { return nil }
    return character
  }
}

extension Parameter.Choice {
  /// How it is written: `padding:len`.
  var form: String { argument.map { "\(name):\($0)" } ?? name }
}

extension Parameter {
  /// The parts that can be chosen; none for numbers.
  var choices: [Choice] {
    switch kind {
    case .choice(let choices), .choices(let choices): choices
    case .integer, .number: []
    }
  }

  var isNumeric: Bool { choices.isEmpty }

  /// The values that the parameter takes, in words.
  func rangeText(_ session: Session) -> String {
    switch kind {
    case .integer(let range):
      return range.upperBound == Int.max
        ? session.say("\(range.lowerBound) or more", "不小于 \(range.lowerBound)")
        : "\(Figures.count(range.lowerBound))–\(Figures.count(range.upperBound))"
    case .number(let range): return Self.words(range, session)
    case .choice(let choices): return choices.map(\.name).joined(separator: ", ")
    case .choices(let choices):
      return choices.map(\.form).joined(separator: ", ")
    }
  }

  private static func words(_ range: ClosedRange<Double>, _ session: Session) -> String {
    let isOpenBelow = range.lowerBound > 0 && range.lowerBound < 1e-30
    let hasTop = range.upperBound < 1e30
    let low = isOpenBelow ? "0" : Figures.plain(range.lowerBound)
    switch (isOpenBelow, range.lowerBound < -1e30, hasTop) {
    case (_, true, false): return session.say("any number", "任意数")
    case (true, _, false): return session.say("above 0", "大于 0")
    case (true, _, true):
      return session.say(
        "above 0, up to \(Figures.plain(range.upperBound))", "大于 0，至多 \(Figures.plain(range.upperBound))")
    case (false, _, false): return session.say("\(low) or more", "不小于 \(low)")
    case (false, _, true): return "\(low)–\(Figures.plain(range.upperBound))"
    }
  }
}
