import Foundation
import Testing

/// What `heed attend`, or another command that calculates, did with some arguments.
struct AttendProgram {
  let status: Int32
  let output: Data
  let errors: String

  /// Runs the program that was built together with these tests.
  init(_ arguments: [String], input: String = "", command: String = "attend") throws {
    let process = Process()
    process.executableURL = URL(filePath: try BuiltProgram.path("heed"))
    process.arguments = [command] + arguments
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
  init(_ words: String, input: String = "", command: String = "attend") throws {
    try self.init(words.split(separator: " ").map(String.init), input: input, command: command)
  }

  /// What was printed.
  func json() throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: output) as? [String: Any])
  }
}
