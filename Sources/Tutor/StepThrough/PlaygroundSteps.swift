import Attention

extension PlaygroundScreen {
  /// Opens the experiment step by step, at the selected row and head.
  mutating func stepThrough(_ session: Session) -> [Effect] {
    let run = picture.flatMap { $0.recipe == recipe && $0.pooled == nil ? $0.run : nil }
    do {
      return [.push(try StepScreen(recipe, run, head: min(view.head, recipe.shape.heads - 1), query: view.query))]
    } catch {
      return [.say(Notice(error.wording(session), .bad))]
    }
  }
}
