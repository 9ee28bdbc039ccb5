import CNcurses
import TerminalUI

/// Colour pairs, made when first used: curses paints with pairs, pictures with a foreground and a background.
struct Palette {
  /// What the terminal has: 0, 8 or 256 colours are used of it.
  let available: Look.Colours
  private let isDirect: Bool
  private let hasOwnColours: Bool
  private var pairs: [Int32: Int32] = [:]
  /// The next pair; it stops growing where curses refuses more (65,536 on xterm-256color).
  private var next: Int32 = 1

  /// Starts colour on the open screen.
  init(_ capabilities: Capabilities) {
    let count = has_colors() && start_color() == OK ? cn_colours() : 0
    available = count >= 256 ? .many : count >= 8 ? .eight : .none
    isDirect = capabilities.hasDirectColour && count > 256
    hasOwnColours = available != .none && use_default_colors() == OK
  }

  /// The pair for palette indices; nil stands for the terminal's own colour.
  mutating func pair(_ foreground: UInt8?, on background: UInt8?) -> Int32 {
    let ink = value(foreground, else: 7)
    let ground = value(background, else: 0)
    if available == .none || (ink == -1 && ground == -1) { return 0 }
    let key =
      Int32(foreground ?? 0) << 10 | Int32(background ?? 0) << 2 | (foreground == nil ? 2 : 0)
      | (background == nil ? 1 : 0)
    if let known = pairs[key] { return known }
    if init_extended_pair(next, ink, ground) == OK {
      pairs[key] = next
      next += 1
      return next - 1
    }
    // The table is full: the text stays readable on the terminal's own ground.
    return background == nil ? 0 : pair(foreground, on: nil)
  }

  private func value(_ index: UInt8?, else fallback: Int32) -> Int32 {
    guard let index, available == .many || index < 8 else { return hasOwnColours ? -1 : fallback }
    return isDirect ? Self.direct(index) : Int32(index)
  }

  /// The 24-bit value of a palette index, as xterm lays its palette out; 0–7 are the terminal's own eight.
  private static func direct(_ index: UInt8) -> Int32 {
    let index = Int32(index)
    switch index {
    case 0..<8: return index
    case 8..<16:
      return [0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF][Int(index) - 8]
    case 16..<232:
      func level(_ step: Int32) -> Int32 { step == 0 ? 0 : 55 + 40 * step }
      let cube = index - 16
      return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
    default: return (8 + 10 * (index - 232)) * 0x010101
    }
  }
}
