import TerminalUI

extension PlaygroundScreen {
  /// What to say where there is no run that keeps all its numbers: none was computed yet, or it is too large and seen
  /// pooled.
  func lackOfWholeRun(_ session: Session) -> Notice? {
    guard let picture else { return Notice(session.say("Nothing has been computed yet.", "还没有计算结果。")) }
    guard picture.pooled != nil else { return nil }
    return Notice(
      session.say(
        "At this size a run is seen from afar and not kept whole. Take fewer tokens for this.",
        "这样的规模只能远看，不会完整保留。请减少词元数后再试。"), .bad)
  }
}
