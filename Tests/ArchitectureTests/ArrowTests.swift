import Foundation
import Testing

/// The rooms and the arrows between them. A build refuses most others, but lets a transitive import through.
private let arrows: [String: Set<String>] = [
  "CKernels": [], "CMark": [], "CArchive": [], "CNcurses": [], "Content": [],
  "Attention": ["CKernels"],
  "Markdown": ["CMark"],
  "Workbook": ["Markdown", "Attention", "Yams"],
  "Index": ["Workbook", "GRDB"],
  "Learning": ["Workbook", "GRDB"],
  "Exchange": ["Attention", "Markdown", "Workbook", "Learning", "CArchive", "GRDB"],
  "TerminalUI": ["Markdown"],
  "Tutor": ["Attention", "Markdown", "Workbook", "Index", "Learning", "Exchange", "TerminalUI"],
  "Curses": ["TerminalUI", "CNcurses"],
  "heed": [
    "Attention", "Workbook", "Index", "Learning", "Exchange", "TerminalUI", "Tutor", "Curses", "Content", "Yams",
    "ArgumentParser",
  ],
]
private let system: Set<String> = ["Foundation", "Glibc", "Darwin", "Synchronization", "Dispatch"]

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// Every Swift file below a folder of the package.
private func swiftFiles(below folder: String) -> [URL] {
  let start = root.appending(path: folder)
  let paths =
    FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
  return paths.filter { $0.pathExtension == "swift" && !$0.path.contains("/bank/") }
}

/// The modules that a file imports, whatever the access level or attribute before `import`.
private func imports(of file: URL) throws -> Set<String> {
  let text = try String(contentsOf: file, encoding: .utf8)
  let pattern =
    #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|enum|class|func|protocol|let|var|typealias)\s+)?(\w+)/#
  return Set(text.matches(of: pattern.anchorsMatchLineEndings()).map { String($0.1) })
}

@Test(arguments: arrows.keys.sorted())
func `a room imports only what its arrows allow`(room: String) throws {
  let allowed = try #require(arrows[room])
  let files = swiftFiles(below: room == "Content" ? "Content" : "Sources/\(room)")
  #expect(room.hasPrefix("C") && room != "Content" && room != "Curses" || !files.isEmpty, "\(room) has no file")
  for file in files {
    let extra = try imports(of: file).subtracting(allowed).subtracting(system)
    #expect(extra.isEmpty, "\(file.lastPathComponent) imports \(extra.sorted())")
  }
}

@Test func `every folder of sources is a room with arrows`() throws {
  let rooms = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
  #expect(Set(rooms) == Set(arrows.keys).subtracting(["Content"]))
}

@Test func `the imports of a file are found behind any modifier`() throws {
  let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).swift")
  defer { try? FileManager.default.removeItem(at: file) }
  try "public import A\n@testable import B\nimport struct C.D\n// import E\n".write(
    to: file, atomically: true, encoding: .utf8)
  #expect(try imports(of: file) == ["A", "B", "C"])
}

@Test func `no file is longer than five hundred lines`() throws {
  for file in swiftFiles(below: "Sources") + swiftFiles(below: "Tests") {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 500, "\(file.lastPathComponent) has \(lines.count) lines")
  }
}
