import Attention

/// A recipe, how its picture is shown, and the way both came about: every change can be taken back and made again.
struct RecipeChanges: Sendable {
  /// What one can go back to.
  struct State: Equatable, Sendable {
    var recipe: Recipe
    var options = PictureOptions()
  }

  private(set) var state: State
  private var past: [State] = []
  private var future: [State] = []

  init(_ recipe: Recipe, _ options: PictureOptions = PictureOptions()) {
    state = State(recipe: recipe, options: options)
  }

  var present: Recipe { state.recipe }

  mutating func make(_ recipe: Recipe) { make(State(recipe: recipe, options: state.options)) }
  mutating func make(_ options: PictureOptions) { make(State(recipe: state.recipe, options: options)) }

  private mutating func make(_ next: State) {
    guard next != state else { return }
    past.append(state)
    state = next
    future = []
  }

  /// Takes the last change back; returns what was left, nil when there is none.
  mutating func undo() -> State? {
    guard let before = past.popLast() else { return nil }
    defer { state = before }
    future.append(state)
    return state
  }

  /// Makes the last change that was taken back again; returns what was left.
  mutating func redo() -> State? {
    guard let after = future.popLast() else { return nil }
    defer { state = after }
    past.append(state)
    return state
  }

  /// Takes changes back to a recipe; one that does not lie on the way is a change itself.
  mutating func goBack(to recipe: Recipe) {
    guard past.contains(where: { $0.recipe == recipe }) else { return make(recipe) }
    while present != recipe, undo() != nil {}
  }
}
