public import Foundation

/// Finds the question bank that is shipped with the program.
public enum Content {
  /// The folder that holds `<language>/bank.yaml`.
  ///
  /// The places are tried in order: `HEED_CONTENT`, the bundle beside the resolved executable, the source folder.
  /// - Throws: `ContentNotFound`, naming each place tried.
  public static func bank(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: URL? = Bundle.main.executableURL
  ) throws(ContentNotFound) -> URL {
    var places: [URL] = []
    if let named = environment["HEED_CONTENT"], !named.isEmpty {
      places.append(URL(filePath: named, directoryHint: .isDirectory))
    } else {
      if let executable {
        let folder = executable.resolvingSymlinksInPath().deletingLastPathComponent()
        places.append(folder.appending(path: "heed_Content.resources/bank", directoryHint: .isDirectory))
      }
      places.append(
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "bank", directoryHint: .isDirectory))
    }
    for place in places where isBank(place) { return place }
    throw ContentNotFound(tried: places.map { $0.path(percentEncoded: false) })
  }

  /// Whether a folder holds at least one language of questions.
  public static func isBank(_ folder: URL) -> Bool {
    let languages = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return languages.contains { FileManager.default.fileExists(atPath: $0.appending(path: "bank.yaml").path) }
  }
}

/// No bank was found; every place that was tried.
public struct ContentNotFound: Error, CustomStringConvertible {
  public let tried: [String]
  public var description: String {
    "no question bank found; tried \(tried.joined(separator: ", ")). Name one with --content DIR or HEED_CONTENT"
  }
}
