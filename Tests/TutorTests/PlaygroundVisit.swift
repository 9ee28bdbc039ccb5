import Attention
import Foundation
import Learning
import TerminalUI
import Workbook

@testable import Tutor

/// The playground in front of Home, visited through events; its experiments are run at once unless held back.
struct PlaygroundVisit {
  var stack: ScreenStack
  let look: Look
  /// What the program would have had to do, without the computations.
  private(set) var effects: [Effect] = []
  /// While true, runs are not delivered.
  var isHeld = false
  private(set) var held: [Effect] = []

  init(
    _ flags: KeyValuePairs<String, String> = [:], notice: String? = nil, size: Size = Size(columns: 80, rows: 24),
    language: Tutor.Language = .en, look: Look = Look(colours: .none)
  ) {
    self.look = look
    let nowhere = FileManager.default.temporaryDirectory.appending(path: "heed-no-bank")
    let utc = TimeZone(secondsFromGMT: 0) ?? .current
    let session = Session(
      bank: Bank(shipped: nowhere), history: History([], scheduler: Scheduler(days: Days(timeZone: utc))),
      language: language, now: Date(timeIntervalSince1970: 1_800_000_000), seed: 1)
    stack = ScreenStack(session, size: size)
    let experiment = flags.isEmpty ? nil : try? Recipe(flags.map { Flag(name: $0.key, value: $0.value) })
    perform(stack.perform([.push(PlaygroundScreen(stack.session, experiment: experiment, notice: notice))]))
  }

  /// The first experiment of the drawings: 32 tokens, four heads that share two of keys.
  static func causal(
    size: Size = Size(columns: 80, rows: 24), language: Tutor.Language = .en, look: Look = Look(colours: .none)
  ) -> PlaygroundVisit {
    PlaygroundVisit(
      ["queries": "32", "heads": "4", "kv-heads": "2", "mask": "causal", "seed": "7"], size: size, language: language,
      look: look)
  }

  /// An experiment whose first run does not come.
  static func held(_ flags: KeyValuePairs<String, String>) -> PlaygroundVisit {
    var visit = PlaygroundVisit(["queries": "1"])
    visit.press(.escape)
    visit.isHeld = true
    let experiment = try? Recipe(flags.map { Flag(name: $0.key, value: $0.value) })
    visit.perform(visit.stack.perform([.push(PlaygroundScreen(visit.stack.session, experiment: experiment))]))
    return visit
  }

  mutating func press(_ keys: Key...) {
    for key in keys { perform(stack.update(.key(key))) }
  }

  /// Presses a letter at a time.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  mutating func click(_ place: Point) {
    if let target = canvas.target(at: place) { perform(stack.update(.click(target))) }
  }

  mutating func pass(_ seconds: Double) {
    stack.session.now += seconds
    perform(stack.update(.woke))
  }

  /// Tells how far the runs are that are held back.
  mutating func tell(_ share: Double) {
    for effect in held {
      guard let (recipe, _, ticket) = effect.computation else { continue }
      perform(stack.receive(.computing(recipe, ticket: ticket, share: share)))
    }
  }

  mutating func deliver() {
    isHeld = false
    let waiting = held
    held = []
    perform(waiting)
  }

  mutating func perform(_ wanted: [Effect]) {
    for effect in wanted {
      if case .cancel(let ticket) = effect {
        held.removeAll { $0.computation?.ticket == ticket }
      }
      guard let (recipe, head, ticket) = effect.computation else {
        effects.append(effect)
        continue
      }
      if isHeld {
        // A later request takes the place of an earlier one of the same ticket.
        held.removeAll { if case .compute(_, ticket) = $0 { true } else { false } }
        held.append(effect)
        continue
      }
      if let head {
        let result = Result { () throws(InputError) in try PooledRun(recipe, head: head) }
        perform(stack.receive(.pooled(recipe, head: head, ticket: ticket, result, seconds: 0.5)))
        continue
      }
      let result = Result { () throws(InputError) in try Run(recipe) }
      perform(stack.receive(.computed(recipe, ticket: ticket, result, seconds: 0.00005)))
    }
  }

  var screen: PlaygroundScreen? { stack.screens.lazy.compactMap { $0 as? PlaygroundScreen }.last }
  var recipe: Recipe? { screen?.recipe }

  var canvas: Canvas {
    var canvas = Canvas(size: stack.size, look: look)
    stack.draw(on: &canvas)
    return canvas
  }

  var lines: [String] { canvas.lines }
  /// The whole frame, for a golden text.
  var frame: String { lines.joined(separator: "\n") }
  var message: String { lines[stack.size.rows - 2].trimmingCharacters(in: .whitespaces) }

  /// Where a text stands.
  func place(of text: String) -> Point? {
    for (row, line) in lines.enumerated() {
      if let range = line.range(of: text) {
        return Point(column: String(line[..<range.lowerBound]).cellWidth, row: row)
      }
    }
    return nil
  }

  /// The ink of the first character of a text.
  func ink(of text: String) -> Ink? { place(of: text).map { canvas[$0.column, $0.row].style.ink } }

  /// The row of the screen that begins with a word.
  func row(_ word: String) -> String {
    lines.first { $0.drop { " ▌".contains($0) }.hasPrefix(word) }.map {
      $0.trimmingCharacters(in: .whitespaces.union(["▌"]))
    } ?? ""
  }
}

extension Effect {
  /// What is to be computed; the head where it is pooled.
  fileprivate var computation: (recipe: Recipe, head: Int?, ticket: Ticket)? {
    switch self {
    case .compute(let recipe, let ticket): (recipe, nil, ticket)
    case .pool(let recipe, let head, let ticket): (recipe, head, ticket)
    default: nil
    }
  }
}

extension PlaygroundVisit {
  /// Each cell's style as a letter, with what the letters mean: the golden of the colours.
  func styles(in area: Rect) -> [String] {
    let canvas = canvas
    return (area.row..<area.endRow).map { row in
      let line = String((area.column..<area.endColumn).map { letter(canvas[$0, row]) })
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func letter(_ cell: Cell) -> Character {
    if case .colour = cell.style.ground { return "c" }
    switch cell.style.ink {
    case _ where cell.glyph == " ": return cell.style.ground == .focus ? "_" : " "
    case .text: return "t"
    case .strong: return "S"
    case .quiet: return "q"
    case .faint: return "f"
    case .accent: return "A"
    case .data: return "d"
    case .good: return "g"
    case .bad: return "B"
    case .colour: return "c"
    }
  }
}

extension PlaygroundVisit {
  /// Goes to a parameter's row.
  mutating func focus(_ name: String) {
    type("g")
    for _ in 0..<40 where screen?.view.row != .parameter(name) { press(.down) }
  }

  /// Where amber bars stand, the arrows of a value aside.
  var focusBars: [Point] {
    let canvas = canvas
    var places: [Point] = []
    for row in 0..<canvas.size.rows {
      for column in 0..<canvas.size.columns {
        let cell = canvas[column, row]
        if cell.glyph == "▌", cell.style.ink == .accent { places.append(Point(column: column, row: row)) }
      }
    }
    return places
  }

  /// What was copied last.
  var copied: String? {
    for case .copy(let text) in effects.reversed() { return text }
    return nil
  }

  /// Opens the same experiment somewhere else.
  mutating func open(at place: PlaygroundPlace) {
    perform(stack.perform([.push(PlaygroundScreen(stack.session, experiment: recipe, at: place))]))
  }

  /// The names of the flags of each recorded run.
  var recorded: [[String]] {
    effects.flatMap { effect -> [[String]] in
      guard case .record(let events) = effect else { return [] }
      return events.compactMap { if case .ran(let flags) = $0 { flags.map(\.name) } else { nil } }
    }
  }
}
