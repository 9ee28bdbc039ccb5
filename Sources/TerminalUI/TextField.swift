/// One line of text being typed, with a cursor.
public struct TextField: Hashable, Sendable {
  public private(set) var text: String
  /// Characters before the cursor.
  public private(set) var position: Int

  public init(_ text: String = "") { (self.text, position) = (text, text.count) }

  public var isEmpty: Bool { text.isEmpty }

  public mutating func replace(with text: String) { self = TextField(text) }

  /// Takes a key or a paste that edits; returns whether it did. Enter, Esc, Tab and the arrows up and down are left.
  @discardableResult
  public mutating func update(_ event: Event) -> Bool {
    switch event {
    case .paste(let pasted):
      // A line's end parts words as a blank does.
      for character in pasted.map({ $0.isWhitespace ? " " : $0 }) where character.isPrintable { insert(character) }
    case .key(.character(let character)) where character.isPrintable: insert(character)
    case .key(.backspace):
      guard position > 0 else { return true }
      position -= 1
      text.remove(at: index)
    case .key(.delete): if position < text.count { text.remove(at: index) }
    case .key(.left): position = max(0, position - 1)
    case .key(.right): position = min(text.count, position + 1)
    case .key(.home), .key(.control("a")): position = 0
    case .key(.end), .key(.control("e")): position = text.count
    case .key(.control("u")): replace(with: String(text.dropFirst(position)), position: 0)
    case .key(.control("w")): deleteWord()
    default: return false
    }
    return true
  }

  private var index: String.Index { text.index(text.startIndex, offsetBy: position) }

  private mutating func insert(_ character: Character) {
    text.insert(character, at: index)
    position += 1
  }

  private mutating func replace(with text: String, position: Int) { (self.text, self.position) = (text, position) }

  private mutating func deleteWord() {
    var start = position
    let characters = Array(text)
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    replace(with: String(characters[..<start] + characters[position...]), position: start)
  }
}

extension Canvas {
  /// Draws a field and puts the text cursor into it; a long text shows the part around the cursor.
  public mutating func draw(_ field: TextField, column: Int, row: Int, columns: Int, style: Style = Style(.strong)) {
    var before = String(field.text.prefix(field.position))
    while before.cellWidth > columns - 1 { before.removeFirst() }
    let after = field.text.dropFirst(field.position)
    let cursor = write(before, column: column, row: row, style: style, limit: column + columns)
    write(after, column: cursor, row: row, style: style, limit: column + columns)
    self.cursor = Point(column: cursor, row: row)
  }
}
