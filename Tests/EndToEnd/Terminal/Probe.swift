import Testing

extension Pty {
  /// The test program that shows cells and names the events it hears, once its first frame is there.
  static func probe(
    _ arguments: String..., environment: [String: String] = [:], size: (columns: Int, rows: Int) = (80, 24)
  ) throws -> Pty {
    let probe = try Pty([BuiltProgram.path("CursesProbe")] + arguments, environment: environment, size: size)
    try probe.waitFor("probe \(size.columns)x\(size.rows)")
    return probe
  }

  /// Tells the test program to do something: `:` and a letter.
  func command(_ letter: Character) { type(":\(letter)") }
}

/// That the terminal is as it was before the program began: its settings, its screen, and what it reports.
func expectRestored(_ pty: Pty, sourceLocation: SourceLocation = #_sourceLocation) {
  let screen = pty.screen
  #expect(pty.modes == pty.firstModes, "the settings", sourceLocation: sourceLocation)
  #expect(!screen.isAlternate, "the screen", sourceLocation: sourceLocation)
  #expect(screen.isCursorVisible, "the cursor", sourceLocation: sourceLocation)
  #expect(screen.mouse == .off, "the mouse", sourceLocation: sourceLocation)
  #expect(pty.lastSetting(ofMode: 2004) == false, "bracketed paste", sourceLocation: sourceLocation)
  #expect(pty.lastSetting(ofMode: 2026) != true, "synchronised output", sourceLocation: sourceLocation)
}

extension Pty {
  /// Whether the program has switched a private mode on (true) or off last; nil if never.
  func lastSetting(ofMode mode: Int) -> Bool? {
    let text = String(decoding: transcript, as: UTF8.self)
    let on = text.ranges(of: "\u{1B}[?\(mode)h").last?.lowerBound
    let off = text.ranges(of: "\u{1B}[?\(mode)l").last?.lowerBound
    guard let on else { return off == nil ? nil : false }
    return off.map { $0 < on } ?? true
  }
}
