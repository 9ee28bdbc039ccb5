/// Collects pasted characters as text that is safe to keep: line ends are newlines, a tab is four spaces, and no control
/// character stays.
nonisolated struct PastedText {
  private(set) var text = ""
  private var endedLine = false

  mutating func append(_ scalar: Unicode.Scalar) {
    let follows = endedLine
    endedLine = scalar == "\r"
    switch scalar {
    case "\r": text.append("\n")
    case "\n": if !follows { text.append("\n") }
    case "\t": text.append("    ")
    default: if scalar.properties.generalCategory != .control { text.unicodeScalars.append(scalar) }
    }
  }
}
