import Attention
import TerminalUI
import Workbook

/// A value being typed into a row.
struct ParameterField: Sendable {
  let row: PlaygroundRow
  /// The value in force, as it is shown.
  let old: String
  /// How many heads there are, where it is the row of the head that is shown.
  let heads: Int
  private(set) var text = TextField()

  init(_ row: PlaygroundRow, old: String, heads: Int = 1, text: String = "") {
    (self.row, self.old, self.heads, self.text) = (row, old, heads, TextField(text))
  }

  /// More characters than label the rows of any picture are not taken.
  private static let longest = 2000

  mutating func update(_ event: Event) {
    if case .paste(let pasted) = event {
      text.update(.paste(String(pasted.prefix(max(0, Self.longest - text.text.count)))))
    } else if text.text.count < Self.longest {
      text.update(event)
    } else if case .key(.character) = event {
      return
    } else {
      text.update(event)
    }
  }

  /// The typed text in plain characters: of a part the beginning of its name will do, of a number a formula.
  var value: String {
    let typed = String(text.text.map { Key.character($0).narrowed.typed ?? $0 }.filter { $0 != " " })
    guard !row.isNumeric else { return row.parameter?.plain(typed) ?? typed }
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
    let matches = row.parameter?.choices.filter { $0.name.hasPrefix(name.lowercased()) } ?? []
    return matches.filter { $0.name == name } + matches.filter { $0.name != name }
  }

  /// The parts that the text may still become, of the last one where there are several.
  var matches: [Parameter.Choice] {
    let last = text.text.filter { $0 != " " }.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    return choices(beginning: String(last.prefix { $0 != ":" }))
  }

  /// The head that is typed, from 0; nil where there is none of that number.
  var head: Int? { Int(value).flatMap { (1...heads).contains($0) ? $0 - 1 : nil } }

  /// What the row takes, in words.
  func rangeText(_ session: Session) -> String {
    row.parameter?.rangeText(session) ?? session.say("1 to \(heads)", "1 至 \(heads)")
  }

  /// What is wrong with the text as it stands; nil while nothing is typed.
  func refusal(in recipe: Recipe, _ session: Session) -> String? {
    guard !value.isEmpty else { return nil }
    guard let parameter = row.parameter else {
      let (label, range) = (session.say(row.label), rangeText(session))
      return head == nil ? session.say("\(label) \(value): must be \(range)", "\(label) \(value)：须为 \(range)") : nil
    }
    var tried = recipe
    do throws(RecipeError) {
      try tried.set(parameter.name, to: value)
      return TooLarge(tried)?.wording(session)
    } catch {
      return error.wording(session)
    }
  }
}

extension Key {
  fileprivate var typed: Character? {
    guard case .character(let character) = self else { return nil }
    return character
  }
}

extension Parameter {
  /// A typed number as the recipe reads it: `1,024`, `2^10` and `1e3` become plain digits where they are whole.
  fileprivate func plain(_ typed: String) -> String {
    guard Int(typed) == nil, let number = Quantity(parsing: typed), number.unit == nil else { return typed }
    if let whole = Int(exactly: number.value), abs(whole) < 1 << 53 { return String(whole) }
    if case .integer = kind { return typed }
    return Double(typed) == nil ? "\(number.value)" : typed
  }
}
