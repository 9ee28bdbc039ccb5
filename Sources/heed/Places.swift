import Foundation
import Learning

/// Where heed keeps things, by the XDG base directory specification; `--data` names another place for answers.
struct Places {
  let environment: [String: String]

  init(_ environment: [String: String] = ProcessInfo.processInfo.environment) { self.environment = environment }

  func data(_ named: String?) -> URL {
    if let named { return URL(filePath: named, directoryHint: .isDirectory) }
    return base("XDG_DATA_HOME", fallback: ".local/share")
  }

  var configuration: URL { configurationFolder.appending(path: "config.yaml") }
  /// A person's own questions, laid out as the shipped bank.
  var ownContent: URL { configurationFolder.appending(path: "content", directoryHint: .isDirectory) }
  var cache: URL { base("XDG_CACHE_HOME", fallback: ".cache") }
  /// What long logs amount to.
  var folds: FoldCache { FoldCache(folder: cache) }

  /// Whether colours are wanted where nobody asks for them: https://no-color.org, any value that is not empty.
  var wantsColours: Bool { environment["NO_COLOR"]?.isEmpty ?? true }

  private var configurationFolder: URL { base("XDG_CONFIG_HOME", fallback: ".config") }

  private func base(_ variable: String, fallback: String) -> URL {
    // A relative path in these variables is to be ignored.
    let folder =
      environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path) + "/" + fallback
    return URL(filePath: folder, directoryHint: .isDirectory).appending(path: "heed", directoryHint: .isDirectory)
  }
}
