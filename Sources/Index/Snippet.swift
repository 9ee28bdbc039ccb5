import Foundation
import Workbook

/// The words around what was found.
enum Snippet {
  private static let before = 24
  private static let length = 80

  static func around(_ terms: [SearchText.Term], in question: Question) -> String {
    let text = question.plainText
    let lines = text.split(whereSeparator: \.isNewline)
    for term in terms {
      for line in lines {
        guard let place = line.range(of: term.word, options: [.caseInsensitive, .diacriticInsensitive])?.lowerBound
        else {
          continue
        }
        let start = line.index(place, offsetBy: -before, limitedBy: line.startIndex) ?? line.startIndex
        return cut(line[start...], opened: start > line.startIndex)
      }
    }
    return cut(lines.first ?? "", opened: false)
  }

  private static func cut(_ text: Substring, opened: Bool) -> String {
    (opened ? "…" : "") + text.prefix(length) + (text.count > length ? "…" : "")
  }
}
