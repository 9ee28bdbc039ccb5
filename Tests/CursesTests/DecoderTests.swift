import TerminalUI
import Testing

@testable import Curses

/// Decodes input that is all there at once.
private func events(_ inputs: [Input]) -> [Event] {
  var rest = inputs[...]
  return Decoder(next: { _ in rest.popFirst() }).events()
}

private func characters(_ text: String) -> [Input] { text.unicodeScalars.map { .character($0) } }

@Test func `nothing is no event`() {
  #expect(events([]).isEmpty)
}

@Test func `an Esc alone is Esc, before a letter it is Alt`() {
  #expect(events(characters("\u{1B}")) == [.key(.escape)])
  #expect(events(characters("\u{1B}x")) == [.key(.alt("x"))])
  #expect(events(characters("\u{1B}[")) == [.key(.alt("["))])
  #expect(events(characters("\u{1B}\u{1B}")) == [.key(.escape), .key(.escape)])
  #expect(events(characters("\u{1B}\r")) == [.key(.enter)])
}

@Test func `an unknown sequence is passed over to its final byte`() {
  #expect(events(characters("\u{1B}[?62;4cz")) == [.key(.character("z"))])
  #expect(events(characters("\u{1B}Ozz")) == [.key(.character("z"))])
  #expect(events(characters("\u{1B}[12;3")).isEmpty)
}

@Test func `a paste keeps its lines and loses its controls`() {
  let paste: [Input] = [.code(OwnCode.pasteStart.rawValue)] + characters("a\r\nb\rc\nd\t\u{1B}\u{0}\u{9F}注")
  #expect(
    events(paste + [.code(OwnCode.pasteEnd.rawValue)] + characters("q")) == [
      .paste("a\nb\nc\nd    注"), .key(.character("q")),
    ])
}

@Test func `a paste without its end is what has come`() {
  #expect(events([.code(OwnCode.pasteStart.rawValue)] + characters("ab")) == [.paste("ab")])
}

@Test func `a broken mouse report is nothing, and what follows is heard`() {
  #expect(events([.code(OwnCode.mouse.rawValue)] + characters("0;5M") + characters("q")) == [.key(.character("q"))])
}
