/// The marks of the interface, each one column wide.
public struct Glyphs: Hashable, Sendable {
  public var focus: Character, smaller: Character, larger: Character
  public var bar: Character, rest: Character, rule: Character
  public var open: Character, closed: Character
  public var known: Character, learning: Character, due: Character, new: Character, slipping: Character
  public var full: Character, part: Character, none: Character, now: Character, absent: Character
  public var day: Character, path: Character, ellipsis: Character, minus: Character, times: Character
  /// Before what goes on from the line above.
  public var continued: Character
  public var corners: [Character], horizontal: Character, vertical: Character
  /// Column chart, from lowest to full.
  public var columns: [Character]
  public var up: String, down: String, left: String, right: String

  public static let unicode = Glyphs(
    focus: "▌", smaller: "‹", larger: "›", bar: "━", rest: "─", rule: "│", open: "▾", closed: "▸",
    known: "●", learning: "◔", due: "◆", new: "·", slipping: "!", full: "●", part: "◐", none: "×", now: "▸",
    absent: "·", day: "■", path: "›", ellipsis: "…", minus: "−", times: "×", continued: "↳",
    corners: ["╭", "╮", "╰", "╯"],
    horizontal: "─", vertical: "│", columns: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], up: "↑", down: "↓",
    left: "←", right: "→")

  public static let ascii = Glyphs(
    focus: ">", smaller: "<", larger: ">", bar: "=", rest: "-", rule: "|", open: "-", closed: "+",
    known: "o", learning: "c", due: "*", new: ".", slipping: "!", full: "o", part: "~", none: "x", now: "+",
    absent: ".", day: "#", path: ">", ellipsis: "~", minus: "-", times: "x", continued: "\\",
    corners: ["+", "+", "+", "+"],
    horizontal: "-", vertical: "|", columns: [".", ":", "#"], up: "^", down: "v", left: "<", right: ">")
}
