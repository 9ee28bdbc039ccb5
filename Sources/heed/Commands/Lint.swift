import ArgumentParser
import Attention
import Content
import Foundation
import Tutor
import Workbook

/// `heed lint [PATH]`
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Look for every fault in a bank of questions.",
    discussion: """
      Prints path:line:column: message, one fault a line, then what was looked at; ends with 65 when there is a \
      fault, warnings leave it at 0. Without a path it looks at the questions that heed would open: the shipped bank \
      and your own.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: ArgumentHelp("A bank, or a language, a topic or a file of it.", valueName: "PATH"))
  var path: String?
  @ArgumentParser.Flag(help: "Print a JSON array.") var json = false
  @ArgumentParser.Flag(help: "Run the Python of the answers that needs no more than NumPy.") var python = false
  @ArgumentParser.Flag(help: "Run the Python of the answers that needs PyTorch or Matplotlib.") var torch = false

  func run() throws {
    let places = Places()
    let language = try options.language(places, Configuration(at: places.configuration))
    var report = try report(places)
    if python || torch {
      let programs = report.programs.filter { $0.needsTorch ? torch : python }
      report = report.adding(try Python().faults(of: programs, needing: torch ? ["torch"] : ["numpy"]))
    }
    if json {
      try printJSON(report.findings.map(PrintedFinding.init))
    } else {
      for finding in report.findings { print(finding) }
      print(report.summary.text(in: language))
    }
    if report.findings.contains(where: { !$0.isWarning }) { throw ExitCode(ExitStatus.data.rawValue) }
  }

  private func report(_ places: Places) throws -> LintReport {
    guard let path else { return Lint.run(shipped: try options.bankFolder(places), own: places.ownContent) }
    guard FileManager.default.isReadableFile(atPath: path) else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw CommandFault(
        .unreadable, "\(path): \(isThere ? "permission denied" : "no such file")",
        zh: "\(path)：\(isThere ? "没有读取权限" : "没有这个文件")")
    }
    if let asked = AskedPath(inBank: path) {
      return Lint.run(shipped: asked.bank).only(where: asked.contains)
    }
    // A folder of one's own may leave the topics and headings to the shipped bank.
    guard let asked = AskedPath(inOwnFolder: path) else { throw CommandFault.noBank(at: path) }
    return Lint.run(shipped: try options.bankFolder(places), own: asked.bank).only(where: asked.contains)
  }
}

extension LintReport {
  /// `24 files, 12 questions in 2 languages, 0 faults`; warnings are counted where there are some.
  fileprivate var summary: Gloss {
    func counted(_ count: Int, _ thing: String) -> String { "\(count) \(thing)\(count == 1 ? "" : "s")" }
    let questions = Set(files.map(\.id)).count
    let languages = Set(files.map(\.language)).count
    let warnings = findings.count(where: \.isWarning)
    let faults = findings.count - warnings
    return Gloss(
      en: "\(counted(files.count, "file")), \(counted(questions, "question")) in \(counted(languages, "language")), "
        + counted(faults, "fault") + (warnings == 0 ? "" : ", \(counted(warnings, "warning"))"),
      zh: "\(files.count) 个文件，\(languages) 种语言共 \(questions) 题，\(faults) 处错误"
        + (warnings == 0 ? "" : "，\(warnings) 处警告"))
  }
}

/// What the user wants looked at: a bank, or a language, a topic or a file inside one.
struct AskedPath {
  let bank: URL
  /// What was asked for, whole.
  private let asked: String

  /// - Returns: nil when neither the path nor a folder up to three levels above has a language with a bank.yaml.
  init?(inBank path: String) {
    let level = (0...3).first { Content.isBank(URL(filePath: Self.ancestor($0, of: path))) }
    guard let level else { return nil }
    self.init(path, level: level)
  }

  /// - Returns: nil when no question stands where one would in a bank without a bank.yaml.
  init?(inOwnFolder path: String) {
    var files = [path]
    for level in [3, 2, 1, 0] {
      if files.contains(where: { $0.hasSuffix(".md") }) {
        self.init(path, level: level)
        return
      }
      files = files.flatMap { folder in
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).map { "\(folder)/\($0)" }
      }
    }
    return nil
  }

  private init(_ path: String, level: Int) {
    bank = URL(filePath: Self.ancestor(level, of: path), directoryHint: .isDirectory)
    asked = Self.whole(path)
  }

  /// The folder some levels above a path, as it would be typed.
  private static func ancestor(_ level: Int, of path: String) -> String {
    var folder = path
    for _ in 0..<level {
      // Above the place where the user stands there is no name to go back to.
      if ["..", ".", ""].contains((folder as NSString).lastPathComponent) {
        folder = URL(filePath: folder).standardizedFileURL.path
      }
      folder = (folder as NSString).deletingLastPathComponent
      if folder.isEmpty { folder = "." }
    }
    return folder
  }

  func contains(_ path: String) -> Bool {
    let path = Self.whole(path)
    return path == asked || path.hasPrefix(asked + "/")
  }

  /// A path from the root, without dots and doubled slashes: one file has many names.
  private static func whole(_ path: String) -> String {
    let whole = URL(filePath: path).standardizedFileURL.path
    return whole.count > 1 && whole.hasSuffix("/") ? String(whole.dropLast()) : whole
  }
}

/// One finding of `heed lint --json`.
nonisolated private struct PrintedFinding: Encodable {
  let path: String
  let line, column: Int
  let message, severity: String

  init(_ finding: Diagnostic) {
    (path, line, column) = (finding.path, finding.line, finding.column)
    (message, severity) = (finding.message, finding.isWarning ? "warning" : "fault")
  }
}
