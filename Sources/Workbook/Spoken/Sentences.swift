import Markdown

extension [Inline] {
  /// The text cut after each full stop, question or exclamation mark that ends a sentence. What stands in code,
  /// formulas or emphasis is never cut.
  var sentences: [[Inline]] {
    var result: [[Inline]] = []
    var current: [Inline] = []
    for (place, inline) in enumerated() {
      guard case .text(let text) = inline else {
        current.append(inline)
        continue
      }
      let isLast = place == count - 1
      let breaks = !isLast && self[place + 1] == .softBreak
      for (part, ends) in text.cutIntoSentences(isFollowedBySpace: isLast || breaks) {
        if !part.isEmpty { current.append(.text(part)) }
        if ends {
          result.append(current.trimmed)
          current = []
        }
      }
    }
    result.append(current.trimmed)
    return result.filter { !$0.plainText.isEmpty }
  }

  private var trimmed: [Inline] {
    var result = self
    while result.first == .softBreak { result.removeFirst() }
    while result.last == .softBreak { result.removeLast() }
    if case .text(let text)? = result.first { result[0] = .text(String(text.drop { $0 == " " })) }
    return result
  }
}

extension [[Inline]] {
  /// Sentences one after another, with a space between them where the script writes one.
  var joinedSentences: [Inline] {
    reduce(into: []) { text, sentence in
      let writesSpace = text.plainText.last.map { !$0.isIdeograph } ?? false
      text += (writesSpace ? [.text(" ")] : []) + sentence
    }
  }
}

extension String {
  fileprivate func cutIntoSentences(isFollowedBySpace: Bool) -> [(text: String, ends: Bool)] {
    var parts: [(String, Bool)] = []
    var rest = Substring(self)
    var start = rest.startIndex
    var place = rest.startIndex
    while place < rest.endIndex {
      let character = rest[place]
      var end = rest.index(after: place)
      place = end
      guard ".?!。？！".contains(character) else { continue }
      // What closes the sentence belongs to it: a bracket, a quotation mark.
      while end < rest.endIndex, ")”’\"）」".contains(rest[end]) { end = rest.index(after: end) }
      place = end
      let isOver = end == rest.endIndex ? isFollowedBySpace : rest[end] == " "
      let isFullWidth = "。？！".contains(character)
      guard isFullWidth || isOver, isFullWidth || rest[end...].drop(while: { $0 == " " }).first?.isLowercase != true
      else { continue }
      parts.append((String(rest[start..<end]), true))
      start = end
    }
    rest = rest[start...]
    return parts + (rest.isEmpty ? [] : [(String(rest), false)])
  }
}
