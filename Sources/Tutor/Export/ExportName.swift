import Attention

/// What a file is called until the learner says otherwise: its parts, its size, and what is seen of it.
struct ExportName {
  private let run: Run
  private let picture: ExportedPicture

  init(_ run: Run, _ picture: ExportedPicture) { (self.run, self.picture) = (run, picture) }

  /// `causal-32x32.csv`, `alibi-causal-32x32-head2.svg`.
  func file(_ format: Export.Format) -> String {
    let recipe = run.recipe
    // The names of parts tell more than numbers.
    let parts = ["position", "score", "bias", "mask", "normalize", "kernel", "fault"].filter { !recipe.isDefault($0) }
    let words = parts.flatMap { recipe[$0].split { !$0.isLetter && !$0.isNumber } }.prefix(6)
    var name = (words.isEmpty ? ["attention"] : words.map(String.init)).joined(separator: "-")
    name += "-\(run.shape.queries)x\(run.shape.keys)"
    if format == .svg || format == .ansi {
      if picture.stage != .weights { name += "-\(picture.stage.name)" }
      if let head = picture.head, run.shape.heads > 1 { name += "-head\(head + 1)" }
    }
    return "\(name).\(format.suffix)"
  }
}
