import ArgumentParser
import Attention

/// The flags of the pipeline, one for each parameter of `Recipe`. Values are text here: the recipe reads them, so that
/// the command line, the playground and the content files refuse the same things in the same words.
struct AttendFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Start from a mechanism by its name; flags beside it change it: "
        + "\(Preset.all.map(\.name).joined(separator: ", ")).", valueName: "NAME"))
  var preset: String?
  // Values that may begin with a minus are taken as they come.
  @Option(parsing: .unconditional, help: help("queries", "N")) var queries: String?
  @Option(parsing: .unconditional, help: help("keys", "M")) var keys: String?
  @Option(parsing: .unconditional, help: help("dim", "D")) var dim: String?
  @Option(parsing: .unconditional, help: help("value-dim", "E")) var valueDim: String?
  @Option(parsing: .unconditional, help: help("heads", "H")) var heads: String?
  @Option(parsing: .unconditional, help: help("kv-heads", "G")) var kvHeads: String?
  @Option(parsing: .unconditional, help: help("seed", "N")) var seed: String?
  @Option(help: help("position")) var position: String?
  @Option(help: help("rope-style")) var ropeStyle: String?
  @Option(parsing: .unconditional, help: help("rope-base", "B")) var ropeBase: String?
  @Option(help: help("rope-scaling")) var ropeScaling: String?
  @Option(parsing: .unconditional, help: help("query-start", "P")) var queryStart: String?
  @Option(help: help("score")) var score: String?
  @Option(parsing: .unconditional, help: help("scale", "S")) var scale: String?
  @Option(parsing: .unconditional, help: help("softcap", "C")) var softcap: String?
  @Option(help: help("bias")) var bias: String?
  @Option(parsing: .unconditional, help: help("temperature", "T")) var temperature: String?
  @Option(help: help("mask")) var mask: [String] = []
  @Option(help: help("normalize")) var normalize: String?
  @Option(help: help("axis")) var axis: String?
  @Option(parsing: .unconditional, help: help("dropout", "P")) var dropout: String?
  @Option(help: help("kernel")) var kernel: String?
  @Option(help: help("fault")) var fault: String?

  /// The flags that were given.
  var given: [Attention.Flag] {
    let single = [
      ("queries", queries), ("keys", keys), ("dim", dim), ("value-dim", valueDim), ("heads", heads),
      ("kv-heads", kvHeads), ("seed", seed), ("position", position), ("rope-style", ropeStyle),
      ("rope-base", ropeBase), ("rope-scaling", ropeScaling), ("query-start", queryStart), ("score", score),
      ("scale", scale), ("bias", bias), ("temperature", temperature), ("normalize", normalize), ("axis", axis),
      ("kernel", kernel), ("softcap", softcap), ("dropout", dropout), ("fault", fault),
    ]
    return single.compactMap { name, value in value.map { Attention.Flag(name: name, value: $0) } }
      + mask.map { Attention.Flag(name: "mask", value: $0) }
  }

  /// Whether nothing was asked for.
  var isEmpty: Bool { preset == nil && given.isEmpty }

  /// The recipe that the flags describe.
  /// - Throws: `CommandFault` with the first thing that the pipeline refuses.
  func recipe(shapeFollows: Bool = false) throws -> Recipe {
    let flags = try preset.map(Preset.chosen)?.flags(overriddenBy: given, shapeFollows: shapeFollows) ?? given
    do { return try Recipe(flags, shapeFollows: shapeFollows) } catch { throw CommandFault(.usage, error.description) }
  }

  /// A parameter's summary and its choices.
  private static func help(_ name: String, _ valueName: String? = nil) -> ArgumentHelp {
    guard let parameter = Recipe.parameter(name) else { return ArgumentHelp(visibility: .hidden) }
    let summary = "\(parameter.summary.en.prefix(1).uppercased())\(parameter.summary.en.dropFirst())"
    switch parameter.kind {
    case .integer, .number: return ArgumentHelp("\(summary).", valueName: valueName ?? "N")
    case .choice(let choices), .choices(let choices):
      let names = choices.map { choice in choice.argument.map { "\(choice.name):\($0)" } ?? choice.name }
      return ArgumentHelp("\(summary): \(names.joined(separator: ", ")).", valueName: valueName ?? "part")
    }
  }
}
