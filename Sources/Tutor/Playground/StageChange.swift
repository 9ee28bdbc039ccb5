import Attention
import TerminalUI

/// What a stage does to the scores: the present stage less the one before it.
struct StageChange: Sendable {
  let recipe: Recipe
  let difference: Difference

  /// Nil where the stage has no other of its kind before it.
  init?(_ picture: RunPicture, _ stage: Stage, head: Int) {
    guard let before = stage.before, picture.run.keepsWeights else { return nil }
    recipe = picture.recipe
    let run = picture.run
    difference = Difference(run.values(before), run.values(stage), Difference.Subject(stage: stage, head: head)) {
      _, _ in picture.holes(stage)
    }
  }

  func isOf(_ picture: RunPicture, _ stage: Stage, head: Int) -> Bool {
    recipe == picture.recipe && difference.subject == Difference.Subject(stage: stage, head: head)
  }
}

extension Stage {
  /// The stage before it that has numbers of the same kind.
  var before: Stage? {
    switch self {
    case .biased: .scores
    case .masked: .biased
    case .scores, .weights, .output: nil
    }
  }
}

extension PlaygroundScreen {
  /// The stage's name, or what is subtracted from what.
  func stageTitle(_ session: Session) -> String {
    let name = session.say(view.stage.label)
    guard change != nil, let before = view.stage.before else { return name }
    return "\(name) − \(session.say(before.label))"
  }

  /// Works the change out again where another one is to be seen.
  mutating func refreshChange() {
    guard view.showsChange, let picture else {
      change = nil
      return
    }
    let head = view.head(in: picture.shape)
    if change?.isOf(picture, view.stage, head: head) != true { change = StageChange(picture, view.stage, head: head) }
  }

  /// Shows the stage's change or its numbers; of a stage that has none before it, the last one that has.
  mutating func toggleChange(_ session: Session) -> [Effect] {
    if let picture, !picture.run.keepsWeights { return [.say(Notice(session.say(picture.noWeights)))] }
    view.showsChange.toggle()
    if view.showsChange, view.stage.before == nil {
      view.stage = picture?.idleStages.contains(.biased) == true ? .masked : .biased
    }
    refresh(session)
    return []
  }
}
