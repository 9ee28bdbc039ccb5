import Attention

/// A recipe and the way it came about: every change can be taken back and made again.
struct RecipeChanges: Sendable {
  private(set) var present: Recipe
  private var past: [Recipe] = []
  private var future: [Recipe] = []

  init(_ recipe: Recipe) { present = recipe }

  mutating func make(_ recipe: Recipe) {
    guard recipe != present else { return }
    past.append(present)
    present = recipe
    future = []
  }

  /// Takes the last change back; returns the recipe that was left, nil when there is none.
  mutating func undo() -> Recipe? {
    guard let before = past.popLast() else { return nil }
    defer { present = before }
    future.append(present)
    return present
  }

  /// Makes the last change that was taken back again; returns the recipe that was left.
  mutating func redo() -> Recipe? {
    guard let after = future.popLast() else { return nil }
    defer { present = after }
    past.append(present)
    return present
  }

  /// Takes changes back to a recipe; one that does not lie on the way is a change itself.
  mutating func goBack(to recipe: Recipe) {
    guard past.contains(recipe) else { return make(recipe) }
    while present != recipe, undo() != nil {}
  }
}
