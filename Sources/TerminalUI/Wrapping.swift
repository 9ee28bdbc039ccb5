/// Breaks spans into lines of at most `columns`.
///
/// Latin text breaks at spaces, Chinese between any two characters, except that no line begins with a closing mark or
/// ends with an opening one. What is longer than a line by itself is split. Later lines are indented by `hanging`.
public func wrap(_ spans: [Span], columns: Int, hanging: Int = 0) -> [Line] {
  guard columns > 0 else { return [] }
  var lines: [Line] = []
  var current: [Span] = []
  var used = 0
  var pendingSpace: Span?
  var limit: Int { lines.isEmpty ? columns : max(1, columns - hanging) }

  func endLine() {
    lines.append(Line(current).indented(by: lines.isEmpty ? 0 : hanging))
    (current, used, pendingSpace) = ([], 0, nil)
  }
  func append(_ spans: [Span], _ width: Int) {
    if let space = pendingSpace, used > 0 {
      extend(&current, with: space)
      used += 1
    }
    pendingSpace = nil
    for span in spans { extend(&current, with: span) }
    used += width
  }

  for unit in units(of: spans) {
    switch unit {
    case .newline: endLine()
    case .space(let style): if used > 0 { pendingSpace = Span(" ", style: style) }
    case .word(let parts):
      let width = parts.reduce(0) { $0 + $1.text.cellWidth }
      if used > 0, used + (pendingSpace == nil ? 0 : 1) + width > limit { endLine() }
      if width <= limit {
        append(parts, width)
      } else {
        for part in parts {
          for character in part.text {
            if used + character.cellWidth > limit { endLine() }
            append([Span(String(character), style: part.style)], character.cellWidth)
          }
        }
      }
    }
  }
  if used > 0 || lines.isEmpty { endLine() }
  return lines
}

private func extend(_ spans: inout [Span], with span: Span) {
  if let last = spans.indices.last, spans[last].style == span.style {
    spans[last].text += span.text
  } else {
    spans.append(span)
  }
}

/// What wrapping moves as a whole.
private enum Unit {
  case word([Span])
  case space(Style)
  case newline
}

private func units(of spans: [Span]) -> [Unit] {
  var result: [Unit] = []
  var word: [Span] = []
  var last: Character?
  func endWord() {
    if !word.isEmpty { result.append(.word(word)) }
    word = []
  }
  for span in spans {
    for character in span.text {
      switch character {
      case "\n", "\r\n":
        endWord()
        result.append(.newline)
      case " ", "\t":
        endWord()
        result.append(.space(span.style))
      default:
        if let before = last, before != " ", before != "\n", canBreak(between: before, and: character) { endWord() }
        extend(&word, with: Span(String(character), style: span.style))
      }
      last = character == "\t" ? " " : character
    }
  }
  endWord()
  return result
}

private let closing = Set("，。、；：？！）》」』】”’…,.;:?!)]}%·—")
private let opening = Set("（《「『【“‘([{")

private func canBreak(between left: Character, and right: Character) -> Bool {
  if closing.contains(right) || opening.contains(left) { return false }
  return left.cellWidth == 2 || right.cellWidth == 2
}
