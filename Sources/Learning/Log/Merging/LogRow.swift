import Foundation
import GRDB

/// An entry as the table keeps it, its body not yet read: so one program passes on what only a newer one understands.
struct LogRow: Equatable, Sendable {
  let id: EntryID
  let device: UUID
  /// Since 1970.
  let milliseconds: Int64
  let kind: String
  /// A JSON object.
  let body: String

  static let columns = "id, device, at, kind, body"

  init(id: EntryID, device: UUID, milliseconds: Int64, kind: String, body: String) {
    (self.id, self.device, self.milliseconds) = (id, device, milliseconds)
    (self.kind, self.body) = (kind, body)
  }

  /// - Throws: where a column holds what it may not.
  init(_ row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0), device: try row.decode(atIndex: 1), milliseconds: try row.decode(atIndex: 2),
      kind: try row.decode(atIndex: 3), body: try row.decode(atIndex: 4))
  }

  var arguments: StatementArguments { [id, device, milliseconds, kind, body] }

  func entry(_ reader: inout EventReader) -> Entry {
    Entry(
      id: id, at: Date(milliseconds: milliseconds), device: device,
      event: EventBody(kind: kind, json: body).event(&reader))
  }
}
