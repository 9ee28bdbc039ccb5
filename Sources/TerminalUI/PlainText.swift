extension Look {
  /// The text with the glyphs that this terminal can show: in `--ascii`, symbols become letters and signs.
  ///
  /// Letters of other scripts stay: a bank in Chinese is read in Chinese.
  public func shown(_ text: some StringProtocol) -> String {
    guard isASCII, text.contains(where: { !$0.isASCII }) else { return String(text) }
    var result = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      guard character == "√", rest.first != "(" else {
        result += Self.plain[character] ?? String(character)
        continue
      }
      // A root reaches over the one name or number after it, which a word must say: sqrt(d_k).
      let reach = Self.radicand(of: rest)
      result += reach.isEmpty ? "sqrt" : "sqrt(\(shown(reach)))"
      rest = rest[reach.endIndex...]
    }
    return result
  }

  /// The name or number that a text begins with: `d_k`, `1,024`.
  private static func radicand(of text: Substring) -> Substring {
    var end = text.startIndex
    while end < text.endIndex {
      let (character, next) = (text[end], text.index(after: end))
      let isSeparator = character == "," && next < text.endIndex && text[next].isNumber && end > text.startIndex
      let isPart = character.isLetter || character.isNumber || character == "_" || isSeparator
      guard isPart, character.cellWidth == 1 else { break }
      end = next
    }
    return text[..<end]
  }

  private static let plain: [Character: String] = [
    "→": "->", "←": "<-", "↑": "^", "↓": "v", "⇒": "=>", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=", "×": "x", "÷": "/",
    "·": ".", "−": "-", "–": "-", "—": "--", "∞": "inf", "√": "sqrt", "“": "\"", "”": "\"", "‘": "'", "’": "'",
    "…": "~", "Σ": "sum", "∑": "sum", "ᵀ": "^T", "²": "^2", "³": "^3", "ⁿ": "^n", "⁻": "^-", "¹": "1", "τ": "tau",
    "σ": "sigma", "μ": "mu", "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "eps", "θ": "theta",
    "λ": "lambda", "π": "pi", "φ": "phi", "ω": "omega", "Δ": "Delta", "∈": " in ", "∂": "d", "′": "'", "±": "+-",
    "●": "o", "◐": "~", "◔": "c", "◆": "*", "▌": ">", "▸": "+", "▾": "-", "›": ">", "‹": "<", "│": "|", "─": "-",
    "━": "=", "■": "#", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    "₀": "0", "₁": "1", "₂": "2", "ᵢ": "_i", "ⱼ": "_j", "█": "#", "▀": "^", "▄": "_", "░": ".", "▒": ":", "▓": "#",
  ]
}
