import Foundation

/// A folder of questions on disk: `<language>/bank.yaml` and `<language>/<topic>/<slug>.md`.
struct BankFolder {
  let root: URL
  let isOwn: Bool

  /// One language's folder.
  struct Language {
    let name: String
    let url: URL
    /// How diagnostics name the folder.
    let path: String
    /// Whether it has a bank.yaml.
    let isNamed: Bool
    let files: [QuestionFile]
    /// Markdown files that lie deeper than a question may.
    let strays: [String]

    var yaml: URL { url.appending(path: "bank.yaml") }
  }

  /// Every language, by name. A folder without questions and without a bank.yaml is none.
  func languages() -> [Language] {
    let base = Self.withoutSlash(root.relativePath)
    return Self.folders(in: root).compactMap { name, url in
      let path = base.isEmpty || base == "." ? name : "\(base)/\(name)"
      var files: [QuestionFile] = []
      var strays: [String] = []
      for (topic, folder) in Self.folders(in: url) {
        for entry in Self.entries(in: folder) {
          let place = folder.appending(path: entry)
          if entry.hasSuffix(".md") {
            files.append(
              QuestionFile(
                url: place, path: "\(path)/\(topic)/\(entry)", language: name, topic: topic,
                slug: String(entry.dropLast(3)), isOwn: isOwn))
          } else if Self.isFolder(place) {
            strays += Self.entries(in: place).filter { $0.hasSuffix(".md") }.map { "\(path)/\(topic)/\(entry)/\($0)" }
          }
        }
      }
      let isNamed = FileManager.default.fileExists(atPath: url.appending(path: "bank.yaml").path)
      guard isNamed || !files.isEmpty else { return nil }
      return Language(name: name, url: url, path: path, isNamed: isNamed, files: files, strays: strays)
    }
  }

  private static func folders(in folder: URL) -> [(name: String, url: URL)] {
    entries(in: folder).map { ($0, folder.appending(path: $0)) }.filter { isFolder($0.1) }
  }

  /// What is neither hidden nor an editor's leftover, by name.
  private static func entries(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func withoutSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
