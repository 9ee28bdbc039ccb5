/// Texts and queries as the index sees them.
///
/// The tokenizer of SQLite takes a whole run of ideographs for one word, so that no word of two would be found in it.
/// Each run is written as its overlapping pairs, and its last character alone: 掩码矩阵 becomes 掩码 码矩 矩阵 阵.
enum SearchText {
  /// A text with its ideographs in pairs and its full-width letters narrow.
  static func indexed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    func endRun() {
      if let previous { result.append(contentsOf: [previous, " "]) }
      previous = nil
    }
    for scalar in text.unicodeScalars {
      if scalar.isIdeographLetter {
        if let previous { result.append(contentsOf: [previous, scalar, " "]) } else { result.append(" ") }
        previous = scalar
      } else {
        endRun()
        result.append(scalar.narrow)
      }
    }
    endRun()
    return String(result)
  }

  /// One word of a query and what it becomes in the index.
  struct Term {
    /// As typed.
    let word: String
    /// The tokens that must stand side by side.
    let phrase: String
  }

  /// The words of a query that hold anything to look for.
  static func terms(of words: String) -> [Term] {
    words.split(whereSeparator: \.isWhitespace).compactMap { word in
      var phrase = ""
      var run: [Unicode.Scalar] = []
      func endRun() {
        if run.isEmpty { return }
        // The single character at a run's end stands in the text only where the text's run ends too.
        let pairs = zip(run, run.dropFirst()).map { "\($0)\($1)" }
        phrase += " " + (pairs.isEmpty ? run.map { "\($0)" } : pairs).joined(separator: " ") + " "
        run = []
      }
      for scalar in word.unicodeScalars {
        if scalar.isIdeographLetter {
          run.append(scalar)
        } else {
          endRun()
          let narrow = scalar.narrow
          phrase.unicodeScalars.append(narrow.properties.isAlphabetic || narrow.isNumber ? narrow : " ")
        }
      }
      endRun()
      let tokens = phrase.split(separator: " ")
      return tokens.isEmpty ? nil : Term(word: String(word), phrase: tokens.joined(separator: " "))
    }
  }

  /// The query for SQLite: each term a phrase, the last one perhaps unfinished.
  static func query(_ terms: [Term], joined operation: String) -> String {
    terms.enumerated().map { place, term in
      let isUnfinished = place == terms.count - 1 || term.phrase.unicodeScalars.count == 1
      return "\"\(term.phrase)\"\(isUnfinished ? "*" : "")"
    }.joined(separator: " \(operation) ")
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter of a script without spaces: an ideograph or kana.
  var isIdeographLetter: Bool {
    properties.isIdeographic || (0x3040...0x30FF).contains(value) && properties.isAlphabetic
  }

  fileprivate var isNumber: Bool { properties.numericType != nil }

  fileprivate var narrow: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(UInt8(value - 0xFEE0)) : self
  }
}
