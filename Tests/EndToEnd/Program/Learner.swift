import Foundation
import Testing

/// A person's home folder: what one run of heed leaves there, the next one finds.
final class Learner {
  let home: URL
  /// Where heed keeps the answers when nobody says otherwise.
  var data: URL { home.appending(path: ".local/share/heed") }
  private let bank: URL?

  /// - Parameter bank: The questions; the small bank of these tests, and `nil` for the one that heed comes with.
  init(bank: URL? = SampleBank.folder) throws {
    self.bank = bank
    home = FileManager.default.temporaryDirectory.appending(path: "heed-learner-\(UUID())")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  /// Opens heed in a terminal of its own.
  func heed(
    _ arguments: String..., environment: [String: String] = [:], size: (columns: Int, rows: Int) = (80, 24)
  ) throws -> Pty {
    try start([BuiltProgram.path("heed")] + arguments, environment, size)
  }

  /// Runs a line of shell in a terminal of its own, where `$HEED` is the program.
  func shell(
    _ line: String, environment: [String: String] = [:], size: (columns: Int, rows: Int) = (80, 24)
  ) throws -> Pty {
    try start(["sh", "-c", line], environment.merging(["HEED": BuiltProgram.path("heed")]) { $1 }, size)
  }

  private func start(_ command: [String], _ environment: [String: String], _ size: (columns: Int, rows: Int)) throws
    -> Pty
  {
    let pty = try Pty(command, environment: variables(environment), size: size)
    pty.companion = self
    return pty
  }

  private func variables(_ more: [String: String]) -> [String: String] {
    var variables = ["HOME": home.path]
    if let bank { variables["HEED_CONTENT"] = bank.path }
    return variables.merging(more) { $1 }
  }

  /// Puts a file into the home folder.
  @discardableResult
  func write(_ text: String, to path: String) throws -> URL {
    let file = home.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }

  /// Puts an executable script into the home folder and returns its path.
  func script(_ lines: String) throws -> String {
    let file = try write("#!/bin/sh\n\(lines)\n", to: "editor-\(UUID()).sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return file.path
  }
}

extension Learner {
  /// What a command said and how it ended.
  struct Said: Equatable {
    var status: Int32
    var output: String
    var errors: String
    /// Standard error's lines.
    var complaints: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// Runs heed without a terminal.
  func run(_ arguments: String..., environment: [String: String] = [:], input: String = "") throws -> Said {
    let (output, errors) = (home.appending(path: "said-\(UUID())"), home.appending(path: "said-\(UUID())"))
    let question = try write(input, to: "asked-\(UUID())")
    let process = Process()
    process.executableURL = URL(filePath: try BuiltProgram.path("heed"))
    process.arguments = arguments
    process.currentDirectoryURL = home
    process.environment = variables(environment).merging(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]) { mine, _ in mine
    }
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: question)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Said(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// How many answers the log holds, as `heed stats --json` says.
  func reviews(data: String? = nil) throws -> Int {
    struct Figures: Decodable {
      struct Reviews: Decodable { let total: Int }
      let reviews: Reviews
    }
    let said = try data.map { try run("stats", "--json", "--data", $0) } ?? run("stats", "--json")
    #expect(said.status == 0 && said.errors.isEmpty)
    return try JSONDecoder().decode(Figures.self, from: Data(said.output.utf8)).reviews.total
  }
}
