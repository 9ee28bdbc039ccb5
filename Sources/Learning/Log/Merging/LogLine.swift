import Foundation

/// An entry as one line of text: `{"at":…,"body":{…},"device":"…","id":"…","kind":"review"}`, `at` in milliseconds.
///
/// The body is passed on letter by letter, so that a log comes back from its lines as it was.
enum LogLine {
  static func text(_ row: LogRow) -> String {
    // Between tokens a line break means nothing, and inside strings JSON has none.
    let breaks = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    let body = String(decoding: row.body.utf8.filter { !breaks.contains($0) }, as: UTF8.self)
    return "{\"at\":\(row.milliseconds),\"body\":\(body),\"device\":\"\(row.device.uuidString.lowercased())\","
      + "\"id\":\"\(row.id.uuidString.lowercased())\",\"kind\":\(quoted(row.kind))}"
  }

  /// - Throws: what is wrong with the line.
  static func row(_ line: Substring.UTF8View, _ reader: inout EventReader) throws(LogFault.Reason) -> LogRow {
    guard let fields = JSONFields(line)?.values else { throw .notAnObject }
    func field(_ name: String) throws(LogFault.Reason) -> Data {
      guard let value = fields[name] else { throw .missing(field: name) }
      return Data(value.utf8)
    }
    func decoded<Value: Decodable>(_ name: String, _ type: Value.Type) throws(LogFault.Reason) -> Value {
      let data = try field(name)
      guard let value = try? reader.decoder.decode(type, from: data) else { throw .wrong(field: name) }
      return value
    }
    let milliseconds = try decoded("at", Int64.self)
    guard (0...253_402_300_799_999).contains(milliseconds) else { throw .wrong(field: "at") }
    let kind = try decoded("kind", String.self)
    let body = String(decoding: try field("body"), as: UTF8.self)
    guard !kind.isEmpty else { throw .wrong(field: "kind") }
    guard (try? JSONSerialization.jsonObject(with: Data(body.utf8))) is [String: Any] else {
      throw .wrong(field: "body")
    }
    if EventBody.kinds.contains(kind), case .unknown = EventBody(kind: kind, json: body).event(&reader) {
      throw .unreadable(kind: kind)
    }
    return LogRow(
      id: try decoded("id", UUID.self), device: try decoded("device", UUID.self), milliseconds: milliseconds,
      kind: kind, body: body)
  }

  private static func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data("\"\"".utf8), as: UTF8.self)
  }
}
