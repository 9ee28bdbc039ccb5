public import Foundation

/// What is wrong with one entry of a log that was to be merged. The rest of the log is taken.
public struct LogFault: Error, Equatable, Sendable {
  public enum Reason: Error, Equatable, Sendable {
    case notAnObject
    case notText
    case missing(field: String)
    /// The field holds what it may not.
    case wrong(field: String)
    /// An event that this program knows, but not in this form.
    case unreadable(kind: String)
    /// An entry of this id is here, and says something else; it stays.
    case differs(id: EntryID)
  }

  /// The file.
  public let path: String
  /// Of a text, from 1; of a database, the entry's number.
  public let line: Int
  public let reason: Reason
}

extension LogFault.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAnObject: "not a JSON object"
    case .notText: "not UTF-8 text"
    case .missing(let field): "\(field): missing"
    case .wrong(let field): "\(field): \(Self.wanted[field] ?? "cannot be read")"
    case .unreadable(let kind): "body: not a \(kind) that this heed can read"
    case .differs(let id): "entry \(id.uuidString.lowercased()) is here with other content, which is kept"
    }
  }

  private static let wanted = [
    "at": "expected milliseconds since 1970, to the year 9999", "body": "expected a JSON object",
    "device": "expected a UUID", "id": "expected a UUID", "kind": "expected a word",
  ]
}
