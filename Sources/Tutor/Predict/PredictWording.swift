import Attention
import TerminalUI

/// What a challenge asks, and why its answer is what it is.
struct PredictWording {
  private let session: Session

  init(_ session: Session) { self.session = session }

  func question(_ kind: Challenge.Kind, columns: Int) -> String {
    let (whole, short) =
      switch kind {
      case .picture:
        (
          session.say("Which picture of the weights does this change make?", "改动之后，权重图会是哪一幅？"),
          session.say("Which picture will it be?", "会是哪一幅？")
        )
      case .entropy:
        (
          session.say("What will the mean entropy of the rows be, in nats?", "改动之后，各行的平均熵是多少奈特？"),
          session.say("Which mean entropy, in nats?", "平均熵是多少奈特？")
        )
      }
    return whole.cellWidth <= columns ? whole : short
  }

  /// The setting, and the change in it: `32 × 32, d 64, mask causal   temperature 1 › 0.2`. Where it has no room, the
  /// change alone.
  func setting(_ base: Recipe, _ option: Challenge.Option, path: Character, columns: Int) -> [Span] {
    let shape = base.shape
    let skipped: Set = ["queries", "keys", "dim", "value-dim", "heads", "kv-heads", "seed", option.neighbour.name]
    let parts = base.flags.filter { !skipped.contains($0.name) }.map { "\($0.name) \($0.value)" }
    let size = "\(Figures.count(shape.queries)) × \(Figures.count(shape.keys)), d \(Figures.count(shape.dim))"
    let label = option.neighbour.parameter.map { session.say($0.label) } ?? option.neighbour.name
    let setting = ([size] + parts).joined(separator: session.say(", ", "，")) + "   "
    let before = "\(label) \(base[option.neighbour.name]) \(path) "
    let hasRoom = (setting + before + option.neighbour.value).cellWidth <= columns
    return [Span(hasRoom ? setting : "", .quiet), Span(before), Span(option.neighbour.value, .data)]
  }

  /// What a setting is called under its picture.
  func caption(_ option: Challenge.Option) -> String {
    let (value, name) = (option.neighbour.value, option.neighbour.name)
    guard value == "none" || option.neighbour.parameter?.isNumeric == true || name == "axis" else { return value }
    let label = option.neighbour.parameter.map { session.say($0.label) } ?? name
    return value == "none" ? session.say("no \(label)", "无\(label)") : "\(label) \(value)"
  }

  /// What made it look so.
  func why(_ option: Challenge.Option) -> (subject: String, rest: String) {
    let entropy = option.picture.run.meanEntropy.map(Figures.value) ?? "—"
    let parameter = option.neighbour.parameter
    let meanings = parameter?.parts(of: option.neighbour.value).map { session.say($0.summary) } ?? []
    let summary =
      meanings.isEmpty
      ? parameter.map { session.say($0.summary) } ?? "" : meanings.joined(separator: session.say("; ", "；"))
    return (
      caption(option),
      session.fitting(
        session.say("\(summary). Entropy \(entropy).", "\(summary)。熵 \(entropy)。"), summary)
    )
  }
}
