import ArgumentParser
import Foundation
import Learning

/// `heed backup [FILE]`
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy the log, whole, also while heed runs.",
    discussion: """
      Without FILE the copy goes to the folder of the daily backups. A FILE that ends in .jsonl is written as text, one \
      entry a line. `heed merge` reads both.
      """)

  @OptionGroup var options: ScreenOptions
  @Argument(help: ArgumentHelp("The copy to write; an existing file is kept.", valueName: "FILE"))
  var file: String?

  func run() throws {
    let launch = Launch(options: options)
    let store = try launch.openStore()
    let target = file.map { URL(filePath: $0) } ?? Backups(of: store).folder.appending(path: ownName)
    let path = file ?? target.path(percentEncoded: false)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw CommandFault(.cannotCreate, "\(path) exists and is kept; name another file", zh: "\(path) 已存在，未改动；请换个文件名")
    }
    if target.pathExtension == "jsonl" {
      do { try Data(store.lines().utf8).write(to: target, options: .atomic) } catch let error as CocoaError {
        throw CommandFault(.cannotCreate, "\(path): \(error.localizedDescription)")
      }
    } else {
      try store.backUp(to: target)
    }
    print(path)
  }

  /// By the second, so that it is not taken for a daily one and stays.
  private var ownName: String {
    let now = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: Date())
    let date = [now.year, now.month, now.day].map { String(format: "%02d", $0 ?? 0) }.joined(separator: "-")
    let time = [now.hour, now.minute, now.second].map { String(format: "%02d", $0 ?? 0) }.joined()
    return "heed-\(date)T\(time).sqlite"
  }
}

extension Configuration {
  /// The learner's day.
  var today: Day { Days(timeZone: .current, rollover: rollover).day(of: Date()) }
}
