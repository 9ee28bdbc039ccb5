import Foundation
import Testing

/// What `heed attend` did with some arguments.
struct AttendProgram {
  let status: Int32
  let output: Data
  let errors: String

  /// Runs the program that was built together with these tests.
  init(_ arguments: [String], input: String = "") throws {
    let process = Process()
    // The test bundle is a program in the same folder, whichever configuration that is.
    let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let places = [folder] + CommandLine.arguments.map { URL(filePath: $0).deletingLastPathComponent() }
    let programs = places.map { $0.appending(path: "heed").path }
    let program = programs.first { FileManager.default.isExecutableFile(atPath: $0) }
    process.executableURL = URL(filePath: try #require(program, "heed was not built: \(programs)"))
    process.arguments = ["attend"] + arguments
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    stdin.fileHandleForWriting.write(Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    errors = String(decoding: try stderr.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// Runs the program with arguments separated by spaces.
  init(_ words: String, input: String = "") throws {
    try self.init(words.split(separator: " ").map(String.init), input: input)
  }

  /// What was printed.
  func json() throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: output) as? [String: Any])
  }
}
