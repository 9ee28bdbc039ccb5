import Foundation

/// A folder with a bank of one question, and `heed` run inside it with nothing else in reach.
final class BankProgram {
  let folder = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID())", directoryHint: .isDirectory)

  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }
  }

  init() throws {
    try write(Self.yaml, to: "bank/en/bank.yaml")
    try write(Self.question, to: "bank/en/masks/why.md")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Runs `heed` in the folder or one below it; both streams go to files, so that neither can fill a pipe.
  func run(_ arguments: String..., environment: [String: String] = [:], in place: String = "") throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: try BuiltProgram.path("heed"))
    process.arguments = arguments
    process.currentDirectoryURL = folder.appending(path: place)
    process.environment =
      ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
      .merging(environment) { $1 }
    let names = ["output", "errors"].map { folder.appending(path: "\(UUID()).\($0)") }
    for name in names { try Data().write(to: name) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  static let yaml = """
    language: en
    topics:
      - {id: masks, title: Masks, summary: What a query may look at}
      - {id: heads, title: Heads, summary: Many heads}
    headings: {short-answer: Short answer, in-depth: In depth, code: Code, mistakes: Mistakes, follow-ups: Then, quiz: Quiz}
    """

  static let question = """
    ---
    title: Why mask the future?
    level: junior
    kind: concept
    tags: [causal]
    references: [Vaswani et al. 2017]
    covers: [S2-II.1]
    ---

    ## Short answer

    So that no position sees a **later** one: $j ≤ i$.

    ## In depth

    | mask | hides |
    |---|---|
    | causal | later keys |

    It is 8.

    ```check
    expect: sqrt(64) = 8
    ```

    ## Quiz

    ### Which keys?

    - [ ] Later ones
      > No.
    - [x] Earlier ones
      > Yes.

    """
}
