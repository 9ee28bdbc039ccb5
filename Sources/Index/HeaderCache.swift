public import Foundation
public import Workbook

/// Keeps what is known of a bank's files between two starts of one program.
///
/// A cache: where it cannot be read everything is read anew, and where it cannot be written nothing is said.
public struct HeaderCache: Sendable {
  private let file: URL
  /// The first line of the file: another program may read questions by other rules.
  private let mark: String

  /// - Parameters:
  ///   - folder: Made when it is missing.
  ///   - program: The program that reads questions; what one build of it wrote is nothing to another.
  public init(folder: URL, program: URL?) {
    file = folder.appending(path: "headers")
    let attributes = program.flatMap { try? FileManager.default.attributesOfItem(atPath: $0.path) }
    let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    mark = "\(program?.path ?? "") \(attributes?[.size] as? Int ?? 0) \(changed)"
  }

  public func load() -> Catalogue {
    guard let data = try? Data(contentsOf: file), let text = String(validating: data, as: UTF8.self),
      text.utf8.starts(with: Array("\(mark)\n".utf8))
    else { return Catalogue() }
    return Catalogue(text)
  }

  public func save(_ catalogue: Catalogue) {
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data("\(mark)\n\(catalogue.text)".utf8).write(to: file, options: .atomic)
  }
}
