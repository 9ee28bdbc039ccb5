import Foundation
import TerminalUI
import Testing

@testable import Tutor

/// The table of keys as the README prints it: one row a screen, made from the screens' own tables.
private func keyTable() throws -> [String] {
  let session = try Desk().session
  func row<Target>(_ name: String, _ bindings: [Binding<Target>]) -> String {
    let everywhere = name == "everywhere" ? [] : Set(ScreenStack.bindings.flatMap(\.keys))
    var cells: [String] = []
    for binding in bindings where !binding.keys.allSatisfy(everywhere.contains) {
      let written = (binding.written ?? binding.keys[0].written).replacing("|", with: "\\|")
      let cell = "`\(written)` \(session.say(binding.labelWithoutTarget))"
      if !cells.contains(cell) { cells.append(cell) }
    }
    return "| \(name) | \(cells.joined(separator: " · ")) |"
  }
  return [
    "| where | keys |", "| --- | --- |", row("everywhere", ScreenStack.bindings),
    row("Study", StudyScreen.bindings), row("Playground", PlaygroundScreen.bindings),
    row("Quiz, set-up", QuizSetupScreen.bindings), row("Quiz", QuizScreen.bindings),
    row("Quiz, result", QuizResultScreen.bindings), row("Statistics", StatisticsScreen.bindings),
  ]
}

@Test func `the README's keys are those of the screens`() throws {
  let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "README.md")
  let lines = try String(contentsOf: readme, encoding: .utf8).components(separatedBy: "\n")
  let start = try #require(lines.firstIndex(of: "| where | keys |"))
  let written = lines[start...].prefix { $0.hasPrefix("|") }
  let wanted = try keyTable()
  #expect(Array(written) == wanted, "the table should be:\n\(wanted.joined(separator: "\n"))")
}
