import Attention
import Content
import Foundation
import Index
import Learning
import TerminalUI
import Workbook

@testable import Tutor

/// A learner at a screen: types keys, reads the canvas. Effects are performed at once; the log is in memory.
struct Desk {
  var stack: ScreenStack
  /// What was recorded, in order.
  private(set) var recorded: [Learning.Event] = []
  /// Effects that only a terminal could perform.
  private(set) var outside: [Effect] = []
  var look: Look
  private var count: UInt64 = 0

  static let bank = Result { Bank(shipped: try Content.bank(environment: [:], executable: nil)) }
  /// Friday 20 November 2026, 10:00 UTC.
  static let morning = Date(timeIntervalSince1970: 1_795_168_800)

  init(
    columns: Int = 80, rows: Int = 24, language: Language = .en, look: Look = Look(), bank: Bank? = nil,
    log: [(Date, Learning.Event)] = [], searchesText: Bool = false
  ) throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let scheduler = Scheduler(days: Days(timeZone: .gmt))
    let bank = try bank ?? Self.bank.get()
    let session = Session(
      bank: bank, history: History([], scheduler: scheduler), language: language, now: Self.morning, calendar: calendar,
      seed: 7, index: searchesText ? Index(cache: nil, bank: bank) : nil)
    stack = ScreenStack(session, size: Size(columns: columns, rows: rows))
    stack.session.look = look
    self.look = look
    for (at, event) in log { add(event, at: at) }
    perform(stack.start())
  }

  var session: Session { stack.session }
  var front: (any Screen)? { stack.screens.last }
  var canvas: Canvas {
    var canvas = Canvas(size: stack.size, look: look)
    stack.draw(on: &canvas)
    return canvas
  }
  var lines: [String] { canvas.lines }
  var text: String { lines.joined(separator: "\n") }
  var header: String { lines[0] }
  var message: String { lines[stack.size.rows - 2] }
  var footer: String { lines[stack.size.rows - 1] }

  /// The header's last word: where one is.
  var place: String {
    let path = header.components(separatedBy: "   ")[0]
    return path.components(separatedBy: " › ").last?.trimmingCharacters(in: .whitespaces) ?? ""
  }

  mutating func show(_ screen: some Screen) { perform(stack.perform([.push(screen)])) }
  mutating func send(_ event: TerminalUI.Event) { perform(stack.update(event)) }
  mutating func press(_ keys: Key...) { for key in keys { perform(stack.update(.key(key))) } }
  /// Letter by letter.
  mutating func type(_ text: String) { for character in text { press(.character(character)) } }
  mutating func click(column: Int, row: Int) {
    guard let target = canvas.target(at: Point(column: column, row: row)) else { return }
    perform(stack.update(.click(target)))
  }
  /// Clicks on the first place where a text stands.
  mutating func click(on text: String) throws {
    for (row, line) in lines.enumerated() {
      if let range = line.range(of: text) { return click(column: line[..<range.lowerBound].cellWidth, row: row) }
    }
    throw Missing(text: text)
  }
  mutating func resize(columns: Int, rows: Int) { perform(stack.update(.resize(Size(columns: columns, rows: rows)))) }
  mutating func wait(_ seconds: TimeInterval) {
    stack.session.now += seconds
    perform(stack.update(.woke))
  }
  mutating func receive(_ outcome: Outcome) { perform(stack.receive(outcome)) }

  struct Missing: Error { let text: String }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .record(let events):
        recorded += events
        for event in events { add(event, at: session.now) }
      case .compute(let recipe, let ticket):
        let inputs = Inputs.random(recipe.shape, seed: recipe.seed)
        let result = Result { () throws(InputError) in try Run(recipe, inputs) }
        perform(stack.receive(.computed(recipe, ticket: ticket, result, seconds: 0.00005)))
      default: outside.append(effect)
      }
    }
  }

  private mutating func add(_ event: Learning.Event, at: Date) {
    count += 1
    let bytes = withUnsafeBytes(of: count.bigEndian) { Array($0) }
    let id = UUID(
      uuid: (0, 0, 0, 0, 0, 0, 0, 0, bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]))
    stack.session.history.add(Entry(id: id, at: at, device: UUID(), event: event))
  }
}

extension Desk {
  /// One letter a style, so that colours can be compared as text: where the focus stands, what is bright.
  var styles: [String] {
    let canvas = canvas
    return (0..<canvas.size.rows).map { row in
      let letters = (0..<canvas.size.columns).map { canvas[$0, row].style.letter }
      return String(String(letters).reversed().drop { $0 == " " }.reversed())
    }
  }
}

extension Style {
  /// The ink as a letter (t text, S strong, q quiet, f faint, A accent, d data, g good, b bad, c a colour); in upper case
  /// on the focused row, blank for plain text.
  fileprivate var letter: Character {
    let letter: Character
    switch ink {
    case .text: letter = "t"
    case .strong: letter = "s"
    case .quiet: letter = "q"
    case .faint: letter = "f"
    case .accent: letter = "a"
    case .data: letter = "d"
    case .good: letter = "g"
    case .bad: letter = "b"
    case .colour: letter = "c"
    }
    switch ground {
    case .focus: return Character(letter.uppercased())
    case .plain: return ink == .text && !isReversed ? " " : letter
    case .overlay, .code, .colour: return letter
    }
  }
}

/// A golden frame reads as it looks: trailing blanks do not count.
func frame(_ text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
