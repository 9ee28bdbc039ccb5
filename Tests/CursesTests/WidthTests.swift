import CNcurses
import TerminalUI
import Testing

@testable import Curses

/// The canvas counts columns by itself; where the C library counted otherwise, a character would be replaced.
@Test(arguments: [
  0x20...0x52F, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E, 0x2070...0x208E, 0x2100...0x23FF, 0x2500...0x25FF,
  0x27C0...0x28FF, 0x3000...0x30FE, 0x3105...0x312F, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFFEE,
  0x1F300...0x1F64F,
])
func `the C library and the canvas agree about widths`(range: ClosedRange<UInt32>) {
  #expect(Encoding.adopt().isUnicode)
  for character in range.compactMap(Unicode.Scalar.init).map(Character.init) where character.isPrintable {
    let value = character.unicodeScalars.first?.value ?? 0
    #expect(Int(cn_width(wchar_t(value))) == character.cellWidth, "U+\(String(value, radix: 16))")
  }
}
