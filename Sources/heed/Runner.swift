import Attention
import Curses
import Foundation
import Learning
import TerminalUI
import Tutor
import Workbook

/// The loop: hears events, lets the screens change, performs what they want, draws.
@MainActor
final class Runner {
  private let terminal: Terminal
  private let store: ReviewStore
  private let editor: [String]
  private let experiments: Experiments
  private var stack: ScreenStack
  private var canvas: Canvas
  private var isDone = false
  /// Events that could not be written yet; they are tried again until they are.
  private var unsaved: [(at: Date, events: [Learning.Event])] = []
  /// Why writing failed last.
  private var failure: StoreError?

  init(_ session: Session, store: ReviewStore, terminal: Terminal, editor: [String]) {
    (self.terminal, self.store, self.editor) = (terminal, store, editor)
    experiments = Experiments(wake: terminal.wake)
    stack = ScreenStack(session, size: terminal.size)
    canvas = Canvas(size: terminal.size, look: terminal.look)
  }

  /// Runs until the person quits. `first` leads from Home to the screen that was asked for.
  /// - Throws: `CommandFault` when something could not be saved to the end.
  func run(_ first: [Effect]) throws {
    stack.session.size = terminal.size
    stack.session.look = terminal.look
    let explanation = terminal.explanation.map { [Effect.say(Notice($0))] } ?? []
    let wanted = stack.start() + stack.perform(first + explanation)
    draw()
    perform(wanted)
    draw()
    while !isDone {
      let events = terminal.events(waiting: patience)
      stack.session.now = Date()
      for (place, event) in events.enumerated() where !isDone {
        // A click is meant for what stands there, after the keys before it.
        if case .mouse = event, place > 0 { draw() }
        perform(stack.update(translated(event)))
      }
      for outcome in experiments.outcomes() { perform(stack.receive(outcome)) }
      if !unsaved.isEmpty { save() }
      if !isDone { draw() }
    }
    if !unsaved.isEmpty { save() }
    if let failure, !unsaved.isEmpty { throw CommandFault(unsaved: failure) }
  }

  /// How long nothing may happen: until a clock or a run on the screen moves, or a failed save is tried again.
  private var patience: Duration? {
    if experiments.isBusy { return .milliseconds(200) }
    if !unsaved.isEmpty { return .seconds(2) }
    return stack.showsClock ? .seconds(1) : nil
  }

  private func draw() {
    canvas = Canvas(size: terminal.size, look: terminal.look)
    stack.draw(on: &canvas)
    terminal.draw(canvas)
  }

  /// A mouse report becomes a click or a turn of the wheel on what was drawn there.
  private func translated(_ event: TerminalUI.Event) -> TerminalUI.Event {
    guard case .mouse(let mouse) = event else { return event }
    let target = canvas.target(at: mouse.place)
    switch mouse.action {
    case .press: return target.map { .click($0) } ?? .woke
    case .wheelUp: return .wheel(target, -1)
    case .wheelDown: return .wheel(target, 1)
    default: return .woke
    }
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects where !isDone {
      switch effect {
      case .record(let events):
        unsaved.append((Date(), events))
        save()
      case .compute(let recipe, let ticket):
        for outcome in experiments.run(recipe, for: ticket) { perform(stack.receive(outcome)) }
      case .cancel(let ticket): experiments.cancel(ticket)
      case .edit(let text, let question): edit(text, about: question)
      case .open(let file, let line):
        let status = terminal.run(editor + ["+\(line)", file.path(percentEncoded: false)])
        if status != 0 { perform(stack.receive(.failed(complaint(status)))) }
      case .copy(let text): _ = terminal.write(osc52: text)
      case .quit: isDone = true
      default: perform(stack.perform([effect]))
      }
    }
  }

  /// Writes what is not on disk yet, in order; what fails is kept.
  private func save() {
    while let next = unsaved.first {
      do {
        for entry in try store.append(next.events, at: next.at) { stack.session.history.add(entry) }
        unsaved.removeFirst()
      } catch {
        failure = error
        let reason = stack.session.say(error.wording)
        let text = stack.session.say(
          "Not saved: \(reason). Your answer is kept; trying again.", "未保存：\(reason)。答案还在，正在重试。")
        perform(stack.receive(.failed(text)))
        return
      }
    }
  }

  private func edit(_ text: String, about question: QuestionID) {
    let file = FileManager.default.temporaryDirectory.appending(path: "heed-note-\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      try text.write(to: file, atomically: true, encoding: .utf8)
      let status = terminal.run(editor + [file.path(percentEncoded: false)])
      guard status == 0 else { return keepNote(complaint(status)) }
      let edited = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
      if edited != text { perform(stack.receive(.edited(edited, about: question))) }
    } catch {
      keepNote(error.localizedDescription)
    }
  }

  private func keepNote(_ reason: String) {
    perform(stack.receive(.failed(reason + stack.session.say("; the note is unchanged", "；笔记未改动"))))
  }

  /// What the editor's exit status means for the person.
  private func complaint(_ status: Int32) -> String {
    let name = editor.joined(separator: " ")
    return status == 127
      ? stack.session.say("\(name): no such program; set EDITOR", "\(name)：没有这个程序，请设置 EDITOR")
      : stack.session.say("\(name): exit status \(status)", "\(name)：退出状态 \(status)")
  }
}
