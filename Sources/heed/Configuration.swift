import Attention
import Foundation
import Learning
import TerminalUI
import Tutor
import Yams

/// What `config.yaml` can say. Every key has a default; a key or value that is not understood is named with its line.
struct Configuration: Equatable {
  var language: Language?
  var background = Look.Background.dark
  var colours: Look.Colours?
  var ascii = false
  var mouse = true
  var editor: String?
  /// Seconds after local midnight at which a day begins.
  var rollover: TimeInterval = 4 * 3600
  var settings = Settings()

  /// The file as `heed config init` writes it, each key with its default and what it means.
  static let template = """
    # heed: every key with its default.
    language: auto          # auto (from LANG), en or zh
    theme: dark             # dark or light: the ground of your terminal
    colours: auto           # auto, 256, 8 or none (NO_COLOR is heeded too)
    ascii: false            # plain ASCII marks
    mouse: true             # clicks and the wheel
    editor: auto            # auto ($VISUAL, $EDITOR, vi) or a command
    quiz-items: 10          # items of a practice quiz, 1 to 100
    feedback: at-once       # at-once or at-end
    retention: 0.9          # the chance of recall that reviews aim for, 0.7 to 0.99
    rollover: 4             # the hour at which a day of reviews begins, as 4 or 4:30
    colour-map: viridis     # viridis, magma, cividis or grey
    interview: none         # the day of your interview, as 2026-12-02: Cram spreads what is left until then

    """

  init() {}

  /// Reads a file's text.
  /// - Throws: `ConfigurationFault` with line and column of the first thing that is not understood.
  init(yaml text: String) throws {
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch { throw ConfigurationFault(error) }
    guard let node, node != Node("") else { return }
    guard let mapping = node.mapping else {
      throw ConfigurationFault(mark: node.mark, "expected keys and values", zh: "应为键和值")
    }
    for (key, value) in mapping {
      guard let name = key.string else { throw ConfigurationFault(mark: key.mark, "a key is one word", zh: "键应为一个词") }
      guard let scalar = value.scalar?.string else {
        throw ConfigurationFault(mark: value.mark, "\(name): expected one value", zh: "\(name)：应为一个值")
      }
      try set(name, to: scalar, at: key.mark, valueAt: value.mark)
    }
  }

  private mutating func set(_ key: String, to value: String, at mark: Mark?, valueAt place: Mark?) throws {
    func refuse(_ wanted: String, zh chinese: String) -> ConfigurationFault {
      ConfigurationFault(
        mark: place, "\(key): expected \(wanted), not “\(value)”", zh: "\(key)：应为 \(chinese)，而不是“\(value)”")
    }
    func choice<Value>(_ all: [String: Value]) throws -> Value {
      let names = all.keys.sorted()
      guard let chosen = all[value] else {
        throw refuse(names.joined(separator: ", "), zh: names.joined(separator: "、"))
      }
      return chosen
    }
    switch key {
    case "language": language = try choice(["auto": nil, "en": .en, "zh": .zh])
    case "theme": background = try choice(["dark": .dark, "light": .light])
    case "colours", "colors": colours = try choice(["auto": nil, "256": .many, "8": .eight, "none": Look.Colours.none])
    case "ascii": ascii = try choice(["true": true, "false": false])
    case "mouse": mouse = try choice(["true": true, "false": false])
    case "editor": editor = value == "auto" ? nil : value
    case "quiz-items":
      guard let count = Int(value), (1...100).contains(count) else { throw refuse("1 to 100", zh: "1 到 100") }
      settings.quizItems = count
    case "feedback": settings.givesFeedbackAtOnce = try choice(["at-once": true, "at-end": false])
    case "retention":
      guard let share = Double(value), (0.7...0.99).contains(share) else {
        throw refuse("0.7 to 0.99", zh: "0.7 到 0.99")
      }
      settings.retention = share
    case "rollover":
      guard let time = ClockTime(value) else { throw refuse("an hour such as 4 or 4:30", zh: "4 或 4:30 这样的钟点") }
      rollover = time.seconds
    case "colour-map", "color-map":
      let names = ColourMap.sequential.map(\.name)
      settings.colours = try choice(Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }))
    case "interview":
      guard value == "none" || Day(value) != nil else {
        throw refuse("none or a day as 2026-12-02", zh: "none 或日期，如 2026-12-02")
      }
      settings.interview = Day(value)
    default: throw ConfigurationFault(mark: mark, "unknown key “\(key)”", zh: "未知的键“\(key)”")
    }
  }
}

/// What is wrong in the configuration, and where.
struct ConfigurationFault: Error {
  let line: Int
  let column: Int
  let message: Gloss

  init(mark: Mark?, _ english: String, zh chinese: String? = nil) {
    self.init(line: mark?.line ?? 1, column: mark?.column ?? 1, english, zh: chinese)
  }

  private init(line: Int, column: Int, _ english: String, zh chinese: String? = nil) {
    (self.line, self.column, message) = (line, column, Gloss(en: english, zh: chinese ?? english))
  }

  /// What the parser found to be no YAML.
  init(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(mark: mark, problem)
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.sorted()
      self.init(
        mark: context.mark, "\(names.joined(separator: ", ")) stands twice; keep one",
        zh: "\(names.joined(separator: "、")) 出现了两次，只留一个")
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      let column = before.reversed().prefix { !$0.isNewline }.count + 1
      self.init(line: before.count { $0.isNewline } + 1, column: column, problem)
    default: self.init(mark: nil, "cannot be read as YAML", zh: "不是可读的 YAML")
    }
  }
}
