import Foundation
import Testing

@testable import Exchange

@Test func `what is written as a zip is read back`() throws {
  let entries = [
    ZipFile.Entry(name: "empty", data: Data()), ZipFile.Entry(name: "掩码/a", data: Data("text".utf8)),
    ZipFile.Entry(name: "many", data: Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })),
  ]
  let zip = try ZipFile(ZipFile.writing(entries))
  #expect(zip.names == ["empty", "掩码/a", "many"])
  for entry in entries { #expect(try zip.data(of: entry.name) == entry.data) }
  #expect(try zip.data(of: "other") == nil)
  #expect(try ZipFile(ZipFile.writing([])).names.isEmpty)
}

/// `zipfile` of Python 3.11: "hello hello hello hello" under the name a, deflated.
private let deflated = Data(
  base64Encoded: "UEsDBBQAAAAIAAAAIQDjUT2NCgAAABcAAAABAAAAYctIzcnJV8hAJwFQSwECFAMUAAAACAAAACEA41E9jQoAAAAXAAAAAQAA"
    + "AAAAAAAAAAAAgAEAAAAAYVBLBQYAAAAAAQABAC8AAAApAAAAAAA=")

/// `zstd` 1.5.4: the same text.
private let zstandard = Data(base64Encoded: "KLUv/QRYZQAAMGhlbGxvIAEAmUsRF16uDQ==")

@Test func `deflate and Zstandard are unpacked`() throws {
  let text = Data("hello hello hello hello".utf8)
  #expect(try ZipFile(#require(deflated)).data(of: "a") == text)
  let frame = try #require(zstandard)
  #expect(try Decompression.zstandard(frame) == text)
  #expect(throws: ZipError.damaged) { try Decompression.zstandard(frame.dropLast(3)) }
  #expect(throws: ZipError.damaged) { try Decompression.deflate(Data([0xFF, 0xFF])) }
}

@Test func `a damaged zip is refused wherever it is cut or changed`() throws {
  let whole = ZipFile.writing([ZipFile.Entry(name: "a", data: Data("some text".utf8))])
  for length in 0..<whole.count {
    #expect(throws: ZipError.self) { try ZipFile(whole.prefix(length)).data(of: "a") }
  }
  for place in whole.indices {
    var changed = whole
    changed[place] ^= 0xFF
    // A changed date or version is no damage to what is inside.
    if let data = try? ZipFile(changed).data(of: "a") { #expect(data == Data("some text".utf8)) }
  }
  #expect(throws: ZipError.notAZip) { try ZipFile(Data("SQLite format 3".utf8)) }
}
