import Attention

/// What the playground has to do with comparing.
extension PlaygroundScreen {
  /// The most bytes of a run that is kept beside another one.
  private static let mostPinned = Recipe.memoryLimit / 4

  /// Pins the picture as A, unless one is pinned already, and compares with it what comes after.
  mutating func compare(_ session: Session) -> [Effect] {
    if let lack = lackOfWholeRun(session) { return [.say(lack)] }
    guard let picture else { return [] }
    guard picture.recipe.memory <= Self.mostPinned || pinned != nil else {
      let (need, most) = (Figures.bytes(picture.recipe.memory), Figures.bytes(Self.mostPinned))
      let text = session.say(
        "A run of \(need) is too large to keep a second one: compare up to \(most)",
        "本次运行占 \(need)，太大，无法再保留一份：对比以 \(most) 为限")
      return [.say(Notice(text, .bad))]
    }
    return [.push(CompareScreen(self, with: pinned ?? picture, session))]
  }

  /// B goes on as it was left, and A stays pinned unless it was unpinned.
  public mutating func takeOver(from screen: any Screen) {
    if let comparison = screen as? CompareScreen { self = comparison.playground }
  }
}
