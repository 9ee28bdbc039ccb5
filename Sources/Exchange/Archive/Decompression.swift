import CArchive
import Foundation

/// How a file inside a package is packed.
enum Decompression {
  case deflate
  case zstandard

  /// What is packed cannot grow beyond this: a gigabyte holds any collection, and not any bomb.
  static let limit = 1 << 30

  func callAsFunction(_ data: Data) throws(ZipError) -> Data {
    // A local buffer: the bytes must stay where they are while the stream reads them.
    let bytes = [UInt8](data)
    let result: Data? = bytes.withUnsafeBufferPointer { source in
      let stream =
        self == .deflate
        ? archive_open_deflate(source.baseAddress, source.count)
        : archive_open_zstandard(source.baseAddress, source.count)
      guard let stream else { return nil }
      defer { archive_close(stream) }
      var whole = Data()
      var piece = [UInt8](repeating: 0, count: 1 << 18)
      while whole.count <= Self.limit {
        let count = archive_read(stream, &piece, piece.count)
        if count == 0 { return whole }
        guard count > 0 else { return nil }
        whole.append(contentsOf: piece[..<count])
      }
      return nil
    }
    guard let result else { throw .damaged }
    return result
  }
}
