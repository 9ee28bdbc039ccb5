import Testing

/// What a person at heed's screens does again and again.
extension Pty {
  /// Presses a key and waits for what it does.
  @discardableResult
  func press(_ key: PtyKey, until text: String) throws -> Screen {
    press(key)
    return try waitFor(text)
  }

  /// Types and waits for what it does.
  @discardableResult
  func type(_ text: String, until shown: String) throws -> Screen {
    type(text)
    return try waitFor(shown)
  }

  /// The item of the sample bank that is asked, once its answer can be given.
  @discardableResult
  func waitForItem() throws -> SampleBank.Item {
    let screen = try waitFor("an item that is open") { $0.item != nil && !$0.isAnswered }
    return try screen.item.orFail("an item", screen)
  }

  /// Answers the item on the screen and waits until the screen says that it is saved.
  func answer(rightly: Bool = true) throws {
    try give(rightly: rightly)
    try waitFor("the answer to be saved") { $0.isAnswered }
  }

  /// Answers the item on the screen.
  func give(rightly: Bool) throws {
    let item = try waitForItem()
    let answers = rightly ? item.right : item.wrong
    if item.isTyped {
      type(answers[0] + "\r")
    } else {
      for text in answers { type(String(try digit(before: text))) }
      if item.right.count > 1 { press(.enter) }
    }
  }

  /// Answers the item and goes to the next, or to the result.
  func answerAndGoOn(rightly: Bool = true) throws {
    try answer(rightly: rightly)
    press(.enter)
    try waitFor("what comes after the answer") { !$0.isAnswered }
  }

  /// The number in front of an option.
  private func digit(before option: String) throws -> Character {
    let line = screen.lines.first { $0.contains("  \(option)") }
    return try (line?.first { $0.isASCII && $0.isNumber }).orFail("a number before “\(option)”", screen)
  }

  /// Leaves as one can from every screen, a field too.
  func quit(sourceLocation: SourceLocation = #_sourceLocation) throws {
    press(.control("c"))
    try expectExit(self, .exited(0), sourceLocation: sourceLocation)
  }

  /// Whether the program has sent these bytes.
  func hasSent(_ text: String) -> Bool {
    String(decoding: transcript, as: UTF8.self).contains(text)
  }
}

extension Screen {
  var header: String { lines[0] }
  var message: String { lines[lines.count - 2] }
  var footer: String { lines[lines.count - 1] }

  /// Where one is: the last word of the path in the header.
  var place: String {
    let path = header.split(separator: "   ", omittingEmptySubsequences: true).first ?? ""
    return String(path.split(separator: "›").last ?? "").trimmed
  }

  /// The row that has the keyboard, without the bar before it.
  var focused: String? {
    lines.indices.first { rows[$0].contains { $0.text == "▌" && $0.background != .own } }
      .map { String(lines[$0].drop { $0 != "▌" }.dropFirst()) }
  }

  var item: SampleBank.Item? { SampleBank.items.first { contains($0.prompt) } }
  var isAnswered: Bool { message.contains("of 1, saved.") || message.contains("/ 1，已保存。") }

  /// What the header counts: `3 of 5`.
  var position: String? { header.firstMatch(of: /\d+ of \d+/).map { String($0.output) } }
}

extension String {
  var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

extension Optional {
  func orFail(_ what: String, _ screen: Screen) throws -> Wrapped {
    guard let self else { throw Pty.Failure(description: "no \(what) on the screen:\n\(screen.text)") }
    return self
  }
}

func expectExit(_ pty: Pty, _ wished: Pty.Exit, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let exit = try pty.exit()
  #expect(exit == wished, "\(pty.screen.text)", sourceLocation: sourceLocation)
}
