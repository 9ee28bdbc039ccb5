import ArgumentParser
import Foundation

/// `heed bench ui`: how long a person waits, measured from outside in a real pseudo-terminal.
struct BenchUI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ui",
    abstract: "Time the first frame and each screen's key-to-frame, in milliseconds, and weigh the program.")

  // Every command takes these.
  @OptionGroup(visibility: .hidden) var common: CommonOptions

  @Option(help: ArgumentHelp("Keys timed on each screen.", valueName: "N"))
  var keys = 40

  @Flag(help: "Print JSON.")
  var json = false

  /// A screen, how it is reached, and keys that each change it.
  private struct Scene {
    let name: String
    let arguments: [String]
    /// Pressed before the clock runs.
    var opening: [String] = []
    let keys: [String]
  }

  private var scenes: [Scene] {
    func play(_ tokens: String, heads: String) -> [String] {
      ["play", "--queries", tokens, "--keys", tokens, "--heads", heads, "--mask", "causal"]
    }
    let large = ["play", "--queries", "128", "--keys", "128", "--heads", "8", "--mask", "causal"]
    return [
      Scene(name: "home", arguments: [], keys: ["j", "k"]),
      Scene(name: "study", arguments: ["study"], keys: ["]", "[", "L"]),
      Scene(name: "study, reading", arguments: ["study"], opening: [" ", " ", " "], keys: ["z", "L"]),
      Scene(name: "playground, new seed", arguments: large, keys: ["r"]),
      Scene(name: "playground, cell", arguments: large, opening: ["\t"], keys: ["j", "l", "]", "s"]),
      Scene(name: "playground, 512 × 8", arguments: play("512", heads: "8"), keys: ["r"]),
      Scene(
        name: "… its cells", arguments: play("512", heads: "8"), opening: ["\t"],
        keys: ["j", "l", "]", "s", "+", "-"]),
      Scene(
        name: "playground, 16,384", arguments: play("16384", heads: "8"), opening: ["\t"],
        keys: ["j", "l", "+", "l", "j", "+", "k", "+", "h", "+", "+", "j", "+", "+", "l", "0"]),
      Scene(
        name: "… alone", arguments: play("16384", heads: "8"), opening: ["\t", "z", "0"],
        keys: ["j", "+", "l", "+", "j", "+", "k", "+", "h", "+", "j", "+", "l", "+", "+", "0"]),
      Scene(name: "compare, new seed", arguments: large, opening: ["c"], keys: ["r"]),
      Scene(name: "compare, cell", arguments: large, opening: ["c", "r", "\t"], keys: ["j", "l", "]", "s", "v"]),
      Scene(name: "quiz", arguments: ["quiz"], opening: ["\r"], keys: ["L", "b"]),
      Scene(name: "statistics", arguments: ["stats"], keys: ["L"]),
      Scene(name: "help", arguments: ["study"], keys: ["?"]),
      Scene(name: "palette", arguments: ["study"], opening: [":"], keys: ["s", "\u{7F}"]),
    ]
  }

  func run() throws {
    var rows: [[String: Any]] = []
    for scene in scenes {
      let row = try time(scene)
      rows.append(row)
      if !json { print(line(row)) }
    }
    if json {
      let data = try JSONSerialization.data(withJSONObject: rows, options: [.sortedKeys, .prettyPrinted])
      print(String(decoding: data, as: UTF8.self))
    }
  }

  private func time(_ scene: Scene) throws -> [String: Any] {
    let home = FileManager.default.temporaryDirectory.appending(path: "heed-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let environment = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": home.path, "PATH": "/usr/bin:/bin"]
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    func open() throws -> PseudoTerminal {
      try PseudoTerminal([program] + scene.arguments, environment: environment, columns: 200, rows: 60)
    }
    var first: [Double] = []
    var whole: [Double] = []
    for _ in 0..<7 {
      let terminal = try open()
      first.append(try terminal.firstFrame() * 1000)
      whole.append(terminal.settle(milliseconds: 700) * 1000)
      terminal.end()
    }
    let terminal = try open()
    _ = try terminal.firstFrame()
    terminal.settle(milliseconds: 700)
    for key in scene.opening {
      _ = try terminal.frame(after: key)
      terminal.settle()
    }
    var frames: [Double] = []
    for turn in 0..<keys {
      frames.append(try terminal.frame(after: scene.keys[turn % scene.keys.count]) * 1000)
      terminal.settle(milliseconds: 20)
    }
    let memory = terminal.peakMemory
    terminal.end()
    return [
      "whole_picture_ms_median": median(Array(whole.dropFirst())), "peak_mib": Double(memory) / 1_048_576,
      "screen": scene.name, "first_frame_ms_median": median(Array(first.dropFirst())),
      "key_to_frame_ms_median": median(frames), "key_to_frame_ms_max": frames.max() ?? 0, "keys": keys,
    ]
  }

  private func line(_ row: [String: Any]) -> String {
    func figure(_ key: String) -> String { String(format: "%7.2f", row[key] as? Double ?? 0) }
    let name = (row["screen"] as? String ?? "").padding(toLength: 21, withPad: " ", startingAt: 0)
    return "\(name) first frame\(figure("first_frame_ms_median")) ms, whole\(figure("whole_picture_ms_median")) ms"
      + "   key to frame: median\(figure("key_to_frame_ms_median")) ms, max\(figure("key_to_frame_ms_max")) ms"
      + "   \(figure("peak_mib")) MiB"
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}

/// `heed bench`
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure heed on this machine.", subcommands: [BenchAttention.self, BenchUI.self, BenchStore.self],
    defaultSubcommand: BenchAttention.self)
}
