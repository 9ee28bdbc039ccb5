import Foundation
import Testing

/// Anki itself, where its package from PyPI is installed: in `.build/anki`, or for the python3 of the path.
struct Anki {
  struct Said: Decodable {
    let new, updated, duplicate: Int?
    let notes, cards, reviews: Int
    let decks: [String]
    let prompts, fronts: [String: String]
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// How to start it; nothing where it is not installed.
  private static let command: [String]? = [
    [root.appending(path: ".build/anki/bin/python").path], ["/usr/bin/env", "python3"],
  ].first { command in
    FileManager.default.isExecutableFile(atPath: command[0])
      && (try? run(command + ["-c", "import anki.collection"]).status) == 0
  }

  static var isInstalled: Bool { command != nil }

  /// Does what the commands of `anki_visit.py` say with a new collection, and says how it stands after each.
  static func visit(_ commands: [String]) throws -> [Said] {
    let script = try #require(Bundle.module.url(forResource: "anki_visit", withExtension: "py"))
    let outcome = try run(#require(command) + [script.path] + commands)
    #expect(outcome.status == 0)
    return try JSONDecoder().decode([Said].self, from: outcome.output)
  }

  private static func run(_ words: [String]) throws -> (status: Int32, output: Data) {
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    let output = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try Data(contentsOf: output))
  }
}
