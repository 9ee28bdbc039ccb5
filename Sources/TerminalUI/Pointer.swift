/// What the hand on the mouse holds: turns reports of places into what they mean on the canvas that is seen.
public struct Pointer: Sendable {
  private var held: (target: Target?, place: Point)?

  public init() {}

  /// A press becomes a click on what was drawn there, the wheel a turn over it, a move with the button down a drag.
  public mutating func event(_ mouse: Mouse, on canvas: Canvas) -> Event {
    let target = canvas.target(at: mouse.place)
    switch mouse.action {
    case .press:
      held = (target, mouse.place)
      return target.map { .click($0) } ?? .woke
    case .drag:
      guard let (target, before) = held else { return .woke }
      held?.place = mouse.place
      return .drag(target, mouse.place.column - before.column, mouse.place.row - before.row)
    case .release:
      held = nil
      return .woke
    case .wheelUp: return .wheel(target, -1)
    case .wheelDown: return .wheel(target, 1)
    }
  }
}
