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
  /// Writes the day of the interview into the settings.
  private let keep: (Day?) throws -> Void
  private let experiments: Experiments
  private let exports: Exports
  private var stack: ScreenStack
  private var canvas: Canvas
  private var pointer = Pointer()
  private var isDone = false
  /// Events that could not be written yet; they are tried again until they are.
  private var unsaved: [(at: Date, events: [Learning.Event])] = []
  private var clock = ClockNote()
  /// Why writing failed last.
  private var failure: StoreError?

  init(
    _ session: Session, store: ReviewStore, terminal: Terminal, editor: [String], keep: @escaping (Day?) throws -> Void
  ) {
    (self.terminal, self.store, self.editor, self.keep) = (terminal, store, editor, keep)
    experiments = Experiments(wake: terminal.wake)
    exports = Exports(wake: terminal.wake)
    stack = ScreenStack(session, size: terminal.size)
    canvas = Canvas(size: terminal.size, look: terminal.look)
  }

  /// Runs until the person quits. `first` leads from Home to the screen that was asked for.
  /// - Throws: `CommandFault` when something could not be saved to the end.
  func run(_ first: [Effect]) throws {
    stack.session.size = terminal.size
    stack.session.look = terminal.look
    let explanation = terminal.explanation.map { [Effect.say(Notice($0))] } ?? []
    let wanted = stack.start() + stack.perform(first + explanation + clock.notice(stack.session, at: stack.session.now))
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
      // A clock may have run out.
      if events.isEmpty, stack.showsClock { perform(stack.update(.woke)) }
      for outcome in experiments.outcomes() + exports.outcomes() { perform(stack.receive(outcome)) }
      if !unsaved.isEmpty { save() }
      if !isDone { draw() }
    }
    if !unsaved.isEmpty { save() }
    if let failure, !unsaved.isEmpty { throw CommandFault(unsaved: failure) }
  }

  /// How long nothing may happen: until a clock or a run on the screen moves, or a failed save is tried again.
  private var patience: Duration? {
    if experiments.isBusy || exports.isBusy { return .milliseconds(200) }
    if !unsaved.isEmpty { return .seconds(2) }
    return stack.showsClock ? .seconds(1) : nil
  }

  private func draw() {
    canvas = Canvas(size: terminal.size, look: terminal.look)
    stack.draw(on: &canvas)
    terminal.draw(canvas)
  }

  /// A mouse report becomes what it means for what was drawn there.
  private func translated(_ event: TerminalUI.Event) -> TerminalUI.Event {
    guard case .mouse(let mouse) = event else { return event }
    return pointer.event(mouse, on: canvas)
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects where !isDone {
      switch effect {
      case .record(let events):
        unsaved.append((Date(), events))
        save()
      case .compute(let recipe, let ticket):
        for outcome in experiments.run(recipe, for: ticket) { perform(stack.receive(outcome)) }
      case .pool(let recipe, let head, let ticket):
        for outcome in experiments.run(recipe, head: head, for: ticket) { perform(stack.receive(outcome)) }
      case .cancel(let ticket): experiments.cancel(ticket)
      case .write(let export, let path, let replacing):
        for outcome in exports.write(export, to: path, replacing: replacing) { perform(stack.receive(outcome)) }
      case .stopWriting: exports.stop()
      case .edit(let text, let question): edit(text, about: question)
      case .open(let file, let line):
        let status = terminal.run(editor + ["+\(line)", file.path(percentEncoded: false)])
        if status != 0 { perform(stack.receive(.failed(complaint(status)))) }
      case .keep(interview: let day):
        do { try keep(day) } catch {
          let reason = error.localizedDescription
          perform(stack.receive(.failed(stack.session.say("Not kept: \(reason)", "未保存：\(reason)"))))
        }
      case .copy(let text): _ = terminal.write(osc52: text)
      case .save(let file): perform(stack.receive(file.written(stack.session)))
      case .quit: isDone = true
      default: perform(stack.perform([effect]))
      }
    }
  }

  /// Writes what is not on disk yet, in order; what fails is kept.
  private func save() {
    while let next = unsaved.first {
      do {
        perform(clock.notice(stack.session, at: next.at))
        try stack.session.history.record(next.events, in: store, at: next.at)
        unsaved.removeFirst()
        if unsaved.isEmpty, failure != nil { perform([.say(Notice(stack.session.say("Saved now.", "现已保存。")))]) }
        if unsaved.isEmpty { failure = nil }
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
