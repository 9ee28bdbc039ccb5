/// What a place on the screen stands for when it is clicked. Drawing leaves targets; screens never compare coordinates.
public enum Target: Hashable, Sendable {
  /// The same as pressing this key: the footer's keys.
  case key(Key)
  /// A row of a list or menu.
  case row(pane: Int, index: Int)
  /// A cell of a drawn matrix: of several matrix cells that share a drawn one, the first.
  case cell(row: Int, column: Int)
  /// A pane, where nothing closer was hit.
  case pane(Int)
}

/// A rectangle that answers to clicks: with one target all over, or a picture with a target a cell.
struct Clickable: Sendable {
  enum Kind: Sendable {
    case one(Target)
    case picture(HeatmapFit, from: MatrixPlace)
  }
  let area: Rect
  let kind: Kind

  func target(at place: Point) -> Target? {
    guard area.contains(place) else { return nil }
    switch kind {
    case .one(let target): return target
    case .picture(let fit, let origin):
      let offset = Point(column: place.column - area.column, row: place.row - area.row)
      return fit.cell(at: offset).map { .cell(row: origin.row + $0.row, column: origin.column + $0.column) }
    }
  }
}

extension Canvas {
  /// Makes a rectangle answer to clicks; later targets lie above earlier ones.
  public mutating func mark(_ rect: Rect, as target: Target) {
    targets.append(Clickable(area: rect, kind: .one(target)))
  }

  /// Makes each cell of a picture drawn at the top left of a rectangle answer to clicks.
  mutating func mark(_ rect: Rect, as fit: HeatmapFit, from origin: MatrixPlace) {
    targets.append(Clickable(area: rect, kind: .picture(fit, from: origin)))
  }

  /// The topmost target at a place.
  public func target(at place: Point) -> Target? {
    for clickable in targets.reversed() {
      if let target = clickable.target(at: place) { return target }
    }
    return nil
  }
}
