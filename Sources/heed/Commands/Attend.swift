import ArgumentParser
import Attention
import Foundation
import TerminalUI
import Tutor

/// `heed attend [parts as flags] [--input FILE] --format json|csv|svg|ansi|python`
struct Attend: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run attention and print every stage.",
    discussion: """
      Without a file, queries, keys and values are standard normal numbers drawn from the seed, the same on every \
      machine. A file brings {"q": [H][N][D], "k": [G][M][D], "v": [G][M][E]} as JSON, or tokens "x" (and "y") with \
      "wq", "wk", "wv" and "wo", and a "mask" where one is asked for. Parts that read more find it in the file too, and \
      draw it from the seed without one: "additive": {"wq", "wk", "w"}, "bilinear": {"w"}, "t5": {"table", \
      "max_distance", "bidirectional"}, "documents": [M], "performer": {"features"}, "linformer": {"e", "f"}, \
      and "latent": {"c", "kr", "wuk", "wuv"} in place of "k" and "v".
      """)

  @OptionGroup var flags: AttendFlags
  // Every command takes these.
  @OptionGroup(visibility: .hidden) var common: CommonOptions

  @Option(help: ArgumentHelp("Read the tensors from this file; - is standard input.", valueName: "FILE"))
  var input: String?

  @Option(
    help: ArgumentHelp(
      "How to print: json; csv, a row for each weight; svg or ansi, a picture of the weights; python, a PyTorch "
        + "program that asserts the same numbers.", valueName: "FORMAT"))
  var format = "json"

  func run() throws {
    guard let format = Export.Format(rawValue: format) else {
      let known = Export.Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFault(.usage, "format \(self.format): unknown. Known: \(known)")
    }
    let (run, inputs, seconds) = try attend()
    let picture = ExportedPicture(look: Look(colours: Places().wantsColours ? .many : .none))
    let export: Export
    do {
      export = try Export(format, run, seconds: seconds, inputs: input == nil ? nil : inputs, picture: picture)
    } catch {
      throw CommandFault(.usage, error.description)
    }
    try export.write { try Descriptor.standardOutput.write($0, named: "standard output") }
  }

  /// The run, its inputs, and how long it took in seconds, drawing or reading them not counted.
  private func attend() throws -> (Run, Inputs, seconds: Double) {
    var recipe = try flags.recipe(shapeFollows: input != nil)
    let limit = Attend.memoryLimit
    do {
      let inputs: Inputs
      if let input {
        try checkShapeFlags()
        inputs = try Inputs(json: try contents(of: input), recipe: &recipe, memoryLimit: limit)
      } else {
        try Attend.checkNeeds(recipe)
        try recipe.checkMemory(limit)
        inputs = .random(recipe.shape, seed: recipe.seed)
      }
      let start = ContinuousClock.now
      let run = try Run(recipe, inputs, memoryLimit: limit)
      let time = start.duration(to: .now).components
      return (run, inputs, Double(time.seconds) + Double(time.attoseconds) * 1e-18)
    } catch let error as InputError {
      throw CommandFault(.data, error.description)
    }
  }

  /// A run may fill half of the machine.
  static var memoryLimit: Int { Int(clamping: ProcessInfo.processInfo.physicalMemory / 2) }

  /// A file brings its own shape.
  private func checkShapeFlags() throws {
    for flag in flags.given where Recipe.parameter(flag.name)?.group == .shape && flag.name != "seed" {
      throw CommandFault(.usage, RecipeError.shapeFromInput(flag.name).description)
    }
  }

  /// Some parts read what only a file can give.
  static func checkNeeds(_ recipe: Recipe) throws {
    for mask in recipe.masks {
      guard let field = type(of: mask).inputField else { continue }
      throw CommandFault(.usage, RecipeError.needsInput(name: "mask", value: mask.text, field: field).description)
    }
  }

  private func contents(of path: String) throws -> Data {
    if path == "-" { return try Descriptor.standardInput.readAll(named: "standard input") }
    return try Descriptor.reading(path) { try $0.readAll(named: path) }
  }
}
