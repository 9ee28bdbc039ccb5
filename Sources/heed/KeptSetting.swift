import Foundation
import Learning

extension Configuration {
  /// Writes the day of the interview, or that there is none, into the file; every other line stays as it is.
  static func keep(interview: Day?, at file: URL) throws {
    let text = try Self.text(at: file) ?? ""
    let place = file.resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    let changed = setting("interview", to: interview?.description ?? "none", in: text)
    try Data(changed.utf8).write(to: place, options: .atomic)
  }

  /// The text with a key set: on the line that sets it, whose comment stays, or on one of its own at the end.
  static func setting(_ key: String, to value: String, in text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let place = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else {
      return text + (text.isEmpty || text.hasSuffix("\n") ? "" : "\n") + "\(key): \(value)\n"
    }
    let comment = lines[place].firstRange(of: " #").map { lines[place][$0.lowerBound...] }
    let setting = "\(key): \(value)"
    let before = lines[place].prefix { $0 != "#" }.count
    let gap = String(repeating: " ", count: max(1, before - setting.count))
    lines[place] = setting + (comment.map { gap + $0.drop { $0 == " " } } ?? "")
    return lines.joined(separator: "\n")
  }
}
