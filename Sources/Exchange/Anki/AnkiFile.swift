import Foundation

/// Why a file of Anki cannot be read.
public enum AnkiError: Error, Equatable, Sendable {
  /// It is no package, and no collection.
  case notAPackage
  /// It is a zip file without a collection.
  case noCollection
  case damaged
  case failed(String)
}

/// The files inside Anki's packages.
enum AnkiFile {
  /// The collection as every Anki writes and reads it. In packages of Anki 2.1.50 and later it only says that the
  /// reader is too old.
  static let collection = "collection.anki2"
  /// The same with the scheduler of Anki 2.1.
  private static let collection21 = "collection.anki21"
  /// As Anki writes it since 2.1.50: compressed with Zstandard.
  private static let compressed = "collection.anki21b"

  /// The collection, an SQLite database, in a package or by itself.
  static func collection(in file: Data) throws(AnkiError) -> Data {
    if file.starts(with: Data("SQLite format 3\0".utf8)) { return file }
    do {
      let zip = try ZipFile(file)
      if let packed = try zip.data(of: compressed) { return try Decompression.zstandard(packed) }
      guard let plain = try zip.data(of: collection21) ?? zip.data(of: collection) else { throw AnkiError.noCollection }
      return plain
    } catch let error as ZipError {
      throw error == .notAZip ? .notAPackage : .damaged
    } catch {
      throw error as? AnkiError ?? .damaged
    }
  }
}
