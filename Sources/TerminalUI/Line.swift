/// Text in one style.
public struct Span: Hashable, Sendable {
  public var text: String
  public var style: Style
  /// What a click on it stands for.
  public var target: Target?

  public init(_ text: String, _ ink: Ink = .text, bold: Bool = false) {
    (self.text, style) = (text, Style(ink, bold: bold))
  }
  public init(_ text: String, style: Style) { (self.text, self.style) = (text, style) }

  /// The same text, answering to clicks.
  public func clickable(as target: Target) -> Span {
    var span = self
    span.target = target
    return span
  }
}

/// One row of spans, as it will be drawn.
public struct Line: Hashable, Sendable, ExpressibleByStringLiteral {
  public var spans: [Span]
  /// What stands behind the text, over the whole width of the view.
  public var ground: Ground
  /// Something at the right edge: a key, a mark, a figure.
  public var trailing: [Span]

  public init(_ spans: [Span] = [], ground: Ground = .plain, trailing: [Span] = []) {
    (self.spans, self.ground, self.trailing) = (spans, ground, trailing)
  }

  public init(_ text: String, _ ink: Ink = .text, bold: Bool = false) { self.init([Span(text, ink, bold: bold)]) }
  public init(stringLiteral text: String) { self.init(text) }

  public var width: Int { spans.reduce(0) { $0 + $1.text.cellWidth } }
  public var text: String { spans.map(\.text).joined() }
  public var isBlank: Bool { spans.allSatisfy { $0.text.allSatisfy { $0 == " " } } && trailing.isEmpty }

  /// The line moved to the right by `columns`.
  public func indented(by columns: Int) -> Line {
    guard columns > 0 else { return self }
    return Line([Span(String(repeating: " ", count: columns))] + spans, ground: ground, trailing: trailing)
  }
}

extension Canvas {
  /// Writes spans one after another and returns the column after them. What does not fit ends in an ellipsis.
  @discardableResult
  public mutating func write(_ spans: [Span], column: Int, row: Int, limit: Int? = nil) -> Int {
    let end = min(limit ?? size.columns, size.columns)
    var at = column
    for (index, span) in spans.enumerated() {
      let rest = spans[(index + 1)...].reduce(0) { $0 + $1.text.cellWidth }
      let room = end - at
      if span.text.cellWidth + min(rest, 1) > room || (span.text.cellWidth > room) {
        let text = (span.text + (rest > 0 ? " " : "")).cut(to: room, ellipsis: look.glyphs.ellipsis)
        return write(text, column: at, row: row, style: span.style, limit: end)
      }
      let start = at
      at = write(span.text, column: start, row: row, style: span.style, limit: end)
      if let target = span.target { mark(Rect(column: start, row: row, columns: at - start, rows: 1), as: target) }
    }
    return at
  }

  /// Writes spans so that they end before `endColumn`; returns where they begin.
  @discardableResult
  public mutating func write(_ spans: [Span], endColumn: Int, row: Int) -> Int {
    let start = endColumn - spans.reduce(0) { $0 + $1.text.cellWidth }
    write(spans, column: start, row: row)
    return start
  }

  /// Writes a line into a rectangle's row: its ground over the width, its spans, and what trails at the right.
  public mutating func write(_ line: Line, in rect: Rect, row: Int) {
    guard row >= rect.row, row < rect.endRow else { return }
    if line.ground != .plain {
      fill(Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), style: Style(on: line.ground))
    }
    func placed(_ spans: [Span]) -> [Span] {
      line.ground == .plain
        ? spans
        : spans.map { span in
          var span = span
          if span.style.ground == .plain { span.style.ground = line.ground }
          return span
        }
    }
    let trail = line.trailing.reduce(0) { $0 + $1.text.cellWidth }
    let limit = rect.endColumn - (trail > 0 ? trail + 1 : 0)
    write(placed(line.spans), column: rect.column, row: row, limit: limit)
    if trail > 0 { write(placed(line.trailing), endColumn: rect.endColumn, row: row) }
  }
}
