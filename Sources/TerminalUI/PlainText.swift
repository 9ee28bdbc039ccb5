extension Look {
  /// The text with the glyphs that this terminal can show: in `--ascii`, symbols become letters and signs.
  ///
  /// Letters of other scripts stay: a bank in Chinese is read in Chinese.
  public func shown(_ text: some StringProtocol) -> String {
    guard isASCII, text.contains(where: { !$0.isASCII }) else { return String(text) }
    var result = ""
    for character in text { result += Self.plain[character] ?? String(character) }
    return result
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
