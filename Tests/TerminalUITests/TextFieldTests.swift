import Testing

@testable import TerminalUI

private func typed(_ keys: [Key], in field: TextField = TextField()) -> TextField {
  var field = field
  for key in keys { field.update(.key(key)) }
  return field
}

@Test func `letters go in at the cursor`() {
  let field = typed([.character("1"), .character("B"), .left, .character("G")])
  #expect(field.text == "1GB")
  #expect(field.position == 2)
}

@Test func `backspace and delete take away on either side`() {
  #expect(typed([.backspace], in: TextField("")).text == "")
  #expect(typed([.backspace], in: TextField("键值")).text == "键")
  #expect(typed([.home, .delete], in: TextField("键值")).text == "值")
}

@Test func `control keys take back a word or all before the cursor`() {
  #expect(typed([.control("w")], in: TextField("scaled dot")).text == "scaled ")
  #expect(typed([.control("u")], in: TextField("scaled dot")).text == "")
}

@Test func `a paste leaves control characters outside`() {
  var field = TextField()
  field.update(.paste("a\u{1B}[31m\nb"))
  #expect(field.text == "a[31m b")
}

@Test func `enter, escape and tab are left to the screen`() {
  var field = TextField("x")
  for key in [Key.enter, .escape, .tab, .up, .down] {
    let wasTaken = field.update(.key(key))
    #expect(!wasTaken)
  }
  #expect(field.text == "x")
}

@Test func `a long text shows the part around the cursor`() {
  var canvas = Canvas(size: Size(columns: 6, rows: 1))
  canvas.draw(TextField("abcdefgh"), column: 0, row: 0, columns: 6)
  #expect(canvas.lines == ["defgh"])
  #expect(canvas.cursor == Point(column: 5, row: 0))
}
