import Foundation
import GRDB
import Testing

@testable import Exchange

/// Packages, opened and made with SQLite.
enum Package {
  /// The collection inside a package.
  static func collection(of package: Data) throws -> DatabaseQueue {
    let zip = try ZipFile(package)
    #expect(zip.names == ["collection.anki2", "media"])
    #expect(try zip.data(of: "media") == Data("{}".utf8))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).anki2")
    try #require(try zip.data(of: "collection.anki2")).write(to: file)
    return try DatabaseQueue(path: file.path)
  }

  /// The package after a change to its collection, and the collection alone.
  static func changing(
    _ package: Data, named name: String = "collection.anki2", _ change: (Database) throws -> Void
  ) throws -> (package: Data, collection: Data) {
    let queue = try collection(of: package)
    try queue.write(change)
    let path = queue.path
    try queue.close()
    let data = try Data(contentsOf: URL(filePath: path))
    return (ZipFile.writing([ZipFile.Entry(name: name, data: data)]), data)
  }
}
