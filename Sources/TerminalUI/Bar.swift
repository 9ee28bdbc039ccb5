extension Canvas {
  /// A horizontal bar: `fraction` of `columns` in its ink, the rest faint.
  public mutating func bar(
    _ fraction: Double, column: Int, row: Int, columns: Int, ink: Ink = .data, ground: Ground = .plain,
    showsRest: Bool = true
  ) {
    guard columns > 0 else { return }
    let share = fraction.isFinite ? min(1, max(0, fraction)) : 0
    var filled = Int((share * Double(columns)).rounded())
    if share > 0, filled == 0 { filled = 1 }
    let glyphs = look.glyphs
    write(String(repeating: glyphs.bar, count: filled), column: column, row: row, style: Style(ink, on: ground))
    guard showsRest else { return }
    write(
      String(repeating: glyphs.rest, count: columns - filled), column: column + filled, row: row,
      style: Style(.faint, on: ground))
  }
}
