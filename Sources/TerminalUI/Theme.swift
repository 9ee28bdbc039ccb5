/// What a style becomes on a terminal: palette indices (nil: the terminal's own) and attributes.
public struct Paint: Hashable, Sendable {
  public var foreground: UInt8?
  public var background: UInt8?
  public var isBold = false
  public var isDim = false
  public var isReversed = false

  public init(foreground: UInt8? = nil, background: UInt8? = nil) {
    (self.foreground, self.background) = (foreground, background)
  }
}

extension Look {
  /// The colours of a style. On 8 colours only indices 0–7 occur, without colours none.
  public func paint(_ style: Style) -> Paint {
    var paint = Paint()
    switch colours {
    case .many: paintInk(style.ink, &paint, dark: 0, light: 1)
    case .eight: paintInk(style.ink, &paint, dark: 2, light: 3)
    case .none: break
    }
    paintGround(style.ground, &paint)
    if style.isBold { paint.isBold = true }
    if style.isReversed { paint.isReversed.toggle() }
    switch (colours, style.ink) {
    case (_, .strong), (.none, .accent), (.none, .bad): paint.isBold = true
    case (.eight, .faint), (.none, .faint): paint.isDim = true
    default: break
    }
    return paint
  }

  private func paintInk(_ ink: Ink, _ paint: inout Paint, dark: Int, light: Int) {
    if case .colour(let index) = ink {
      paint.foreground = index
      return
    }
    paint.foreground = Self.inks[ink]?[background == .dark ? dark : light]
  }

  private func paintGround(_ ground: Ground, _ paint: inout Paint) {
    switch (ground, colours) {
    case (.colour(let index), .many), (.colour(let index), .eight): paint.background = index
    case (.focus, .eight), (.focus, .none): paint.isReversed = true
    case (.focus, .many): paint.background = background == .dark ? 236 : 254
    case (.overlay, .many): paint.background = background == .dark ? 235 : 255
    case (.code, .many): paint.background = background == .dark ? 234 : 255
    default: break
    }
  }

  /// Columns: 256 colours on dark, on light; 8 colours on dark, on light.
  private static let inks: [Ink: [UInt8?]] = [
    .text: [nil, nil, nil, nil],
    .strong: [255, 16, nil, nil],
    .quiet: [245, 242, nil, nil],
    .faint: [239, 250, nil, nil],
    .accent: [215, 130, 3, 5],
    .data: [110, 25, 6, 4],
    .good: [114, 28, 2, 2],
    .bad: [203, 160, 1, 1],
  ]
}
