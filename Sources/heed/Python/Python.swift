import Attention
import Foundation

/// Runs Python programs of ours in a process of its own.
struct Python {
  /// What a program printed and how it ended.
  struct Ending {
    let output: String
    let errors: String
    /// 0 where it ran to its end.
    let status: Int32
  }

  /// Runs a program; its input and output pass through files, so that neither waits for the other.
  /// - Throws: where there is no `python3`, or one of the modules is missing.
  func run(_ program: String, input: Data, needing modules: [String]) throws(CommandFault) -> Ending {
    do {
      let folder = FileManager.default.temporaryDirectory.appending(path: "heed-python-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let files = try ["input", "output", "errors"].map { name in
        let url = folder.appending(path: name)
        try (name == "input" ? input : Data()).write(to: url)
        return try name == "input" ? FileHandle(forReadingFrom: url) : FileHandle(forWritingTo: url)
      }
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", "-c", "import sys\n" + modules.map { "import \($0)\n" }.joined() + program]
      process.currentDirectoryURL = folder
      (process.standardInput, process.standardOutput, process.standardError) = (files[0], files[1], files[2])
      try process.run()
      process.waitUntilExit()
      let texts = try ["output", "errors"].map {
        String(decoding: try Data(contentsOf: folder.appending(path: $0)), as: UTF8.self)
      }
      if let missing = modules.first(where: { texts[1].contains("No module named '\($0)'") }) {
        throw CommandFault(
          .unavailable, "python3 has no module \(missing); install it, such as by `pip install \(missing)`",
          zh: "python3 没有模块 \(missing)；请先安装，如 `pip install \(missing)`")
      }
      guard process.terminationStatus != 127 else {
        throw CommandFault(
          .unavailable, "there is no python3; install it first", zh: "没有 python3，请先安装")
      }
      return Ending(output: texts[0], errors: texts[1], status: process.terminationStatus)
    } catch let fault as CommandFault {
      throw fault
    } catch {
      throw CommandFault(.unavailable, "python3 cannot be run: \(error.localizedDescription)")
    }
  }
}
