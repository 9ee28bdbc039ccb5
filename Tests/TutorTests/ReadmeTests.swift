import Foundation
import TerminalUI
import Testing

@testable import Tutor

/// The table of keys as the README prints it: one row a screen, made from the screens' own tables. A key that does
/// different things in turn is named once.
private func keyTable() throws -> [String] {
  let session = try Desk().session
  func row<Target>(_ name: String, _ bindings: [Binding<Target>]) -> String {
    var cells: [(key: String, labels: [String])] = []
    for binding in bindings
    where name == "everywhere" || !ScreenStack.covers(binding.keys, isInFooter: binding.footer != nil) {
      let written = (binding.written ?? binding.keys[0].written).replacing("|", with: "\\|")
      let label = session.say(binding.labelWithoutTarget)
      if let place = cells.firstIndex(where: { $0.key == written }) {
        if !cells[place].labels.contains(label) { cells[place].labels.append(label) }
      } else {
        cells.append((written, [label]))
      }
    }
    return "| \(name) | \(cells.map { "`\($0.key)` \($0.labels.joined(separator: " / "))" }.joined(separator: " · ")) |"
  }
  return [
    "| where | keys |", "| --- | --- |", row("everywhere", ScreenStack.bindings), row("Home", HomeScreen.bindings),
    row("Study", StudyScreen.readingKeys), row("Study, filter", StudyScreen.filterKeys),
    row("Playground", PlaygroundScreen.bindings), row("Playground, compare", CompareScreen.bindings),
    row("Playground, steps", StepScreen.bindings), row("Playground, curves", CurvesScreen.bindings),
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
