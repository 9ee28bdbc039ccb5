import ArgumentParser
import Attention
import Foundation
import Learning
import Tutor

/// `heed merge FILE|DIR…`
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join other machines' logs to yours: nothing is lost, nothing counts twice.",
    discussion: """
      A log is a heed.sqlite, one of its backups, or a text of lines as `heed backup FILE.jsonl` writes it. Of a folder \
      every log in it is taken. They can be joined in any order and as often as you like, so any program that copies \
      files keeps your machines together.
      """)

  @OptionGroup var options: ScreenOptions
  @Argument(help: ArgumentHelp("A log, or a folder of logs.", valueName: "FILE|DIR"))
  var paths: [String]

  /// Complaints about one file.
  private static let most = 20

  func run() throws {
    let launch = Launch(options: options)
    let language = try options.common.language(launch.places, options.configuration(launch.places))
    let logs = try paths.flatMap(logs)
    let store = try launch.openStore()
    try Backups(of: store).keep(options.configuration(launch.places).today, now: Date())
    var isWhole = true
    func complain(_ text: String) {
      isWhole = false
      FileHandle.standardError.write(Data("heed merge: \(text)\n".utf8))
    }
    for log in logs {
      let contents: LogFile.Contents
      do { contents = try log.read() } catch {
        guard logs.count > 1 else { throw error }
        complain(error.wording.text(in: language))
        continue
      }
      let merged = try store.merge(contents)
      for fault in merged.faults.prefix(Self.most) { complain(fault.wording.text(in: language)) }
      let more = merged.faults.count - Self.most
      if more > 0 { complain(Gloss(en: "… and \(more) more", zh: "……还有 \(more) 处").text(in: language)) }
      print(told(merged, log.url.path).text(in: language))
    }
    if !isWhole { throw ExitCode(ExitStatus.data.rawValue) }
  }

  private func logs(_ path: String) throws -> [LogFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFault(.unreadable, "\(path): no such file or folder", zh: "\(path)：没有这个文件或文件夹")
    }
    guard isFolder.boolValue else { return [LogFile(URL(filePath: path))] }
    let found = LogFile.all(in: URL(filePath: path, directoryHint: .isDirectory))
    guard !found.isEmpty else {
      throw CommandFault(.data, "\(path): no log of heed there", zh: "\(path)：那里没有 heed 的记录")
    }
    return found
  }

  private func told(_ merged: Merged, _ path: String) -> Gloss {
    let entries = merged.added == 1 ? "1 entry" : "\(merged.added) entries"
    let reviews = merged.reviews == 1 ? "1 answer" : "\(merged.reviews) answers"
    return Gloss(
      en: "\(path): \(entries) added (\(reviews)), \(merged.known) here already",
      zh: "\(path)：新增 \(merged.added) 条（其中答题 \(merged.reviews) 次），已有 \(merged.known) 条")
  }
}

extension LogFault {
  /// The file, the line and what is wrong with it.
  var wording: Gloss { Gloss(en: "\(path):\(line): \(reason)", zh: "\(path):\(line)：\(reason.chinese)") }
}

extension LogFault.Reason {
  fileprivate var chinese: String {
    switch self {
    case .notAnObject: "不是 JSON 对象"
    case .notText: "不是 UTF-8 文本"
    case .missing(let field): "缺少 \(field)"
    case .wrong(let field): "\(field) 的值不对"
    case .unreadable(let kind): "body 不是本版本能读的 \(kind)"
    case .differs(let id): "条目 \(id.uuidString.lowercased()) 已存在且内容不同，保留原有的"
    }
  }
}
