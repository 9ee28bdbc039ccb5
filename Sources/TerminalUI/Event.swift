/// What a person did, decoded; screens and tests speak only this.
public enum Event: Hashable, Sendable {
  case key(Key)
  case paste(String)
  case mouse(Mouse)
  /// A click on something that was drawn as a target.
  case click(Target)
  /// The wheel over a target: rows, down is positive.
  case wheel(Target?, Int)
  /// What was pressed is dragged on by so many columns to the right and rows down.
  case drag(Target?, Int, Int)
  case resize(Size)
  /// The program may draw again: work finished in the background, or time passed.
  case woke
}

/// A key, by what it means rather than by the bytes it sends.
public enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
}

/// A mouse report in cells.
public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
  public var action: Action
  public var place: Point
  public init(_ action: Action, at place: Point) { (self.action, self.place) = (action, place) }
}
