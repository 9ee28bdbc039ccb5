/// Rows under names, to be read by spreadsheets and scripts.
public struct Table: Equatable, Sendable {
  let columns: [String]
  let rows: [[JSON]]

  init(_ columns: [String], rows: [[JSON]]) {
    (self.columns, self.rows) = (columns, rows)
  }

  public var count: Int { rows.count }

  /// An array with an object a row, each on a line of its own. What has no value is null.
  public var json: String {
    let objects = rows.map { JSON.group(Array(zip(columns, $0))).description }
    return "[" + (objects.isEmpty ? "" : "\n" + objects.joined(separator: ",\n") + "\n") + "]\n"
  }

  /// Comma-separated values, the names first.
  ///
  /// Source: RFC 4180: CRLF ends a line, and a field with a comma, a quote or a line break stands in quotes, its quotes
  /// doubled. A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, “CSV injection”);
  /// numbers stay as they are, and so does everything in `json`.
  public var csv: String {
    ([columns.map(JSON.text)] + rows).map { $0.map(\.field).joined(separator: ",") + "\r\n" }.joined()
  }
}

extension JSON {
  /// As a field of comma-separated values; the entries of a list on lines of their own.
  fileprivate var field: String {
    switch self {
    case .none: ""
    case .flag, .number, .real, .group: Self.quoted(description)
    case .text(let text): Self.quoted(Self.isFormula(text) ? "'" + text : text)
    case .list(let values):
      JSON.text(values.map { if case .text(let text) = $0 { text } else { $0.description } }.joined(separator: "\n"))
        .field
    }
  }

  /// Whether a spreadsheet may take the text for more than text. A number that was typed is harmless.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return false }
    return Double(text) == nil
  }

  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    var result = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.append(scalar) }
      result.append(scalar)
    }
    return String(result) + "\""
  }
}
