import Foundation

/// The `python3` of this machine.
enum Python {
  /// Whether it has PyTorch.
  static let hasTorch = (try? run(["-c", "import torch"]))?.status == 0

  /// Runs it; returns its status and what it printed, errors among it.
  static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
