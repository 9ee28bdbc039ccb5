import ArgumentParser
import Attention
import Foundation

/// `heed bench --shape H,N,D`: how fast attention is on this machine, and how exact.
struct BenchAttention: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attention", abstract: "Time attention, beside what the processor could do at most.")

  // Every command takes these.
  @OptionGroup(visibility: .hidden) var common: CommonOptions

  @Option(help: ArgumentHelp("Heads, tokens and dim. Without it, a list of shapes.", valueName: "H,N,D"))
  var shape: String?
  @Option(help: ArgumentHelp("Keys, where they are not as many as the tokens.", valueName: "M"))
  var keys: String?
  @Option(help: ArgumentHelp("Key and value heads, where they are not as many as the heads.", valueName: "G"))
  var kvHeads: String?
  @ArgumentParser.Flag(help: "A query sees itself and what came before.")
  var causal = false
  @Option(help: ArgumentHelp("A mask, as in attend.", valueName: "MASK"))
  var mask: [String] = []
  @Option(help: "What is timed: flash, plain (keeps weights), pooled (a head in 64 × 64 tiles), decode (a new token).")
  var kernel = BenchedKernel.flash
  @Option(help: ArgumentHelp("Threads.", valueName: "T"))
  var threads = 1
  @Option(help: ArgumentHelp("For how long, at least three runs.", valueName: "S"))
  var seconds = 1.0
  @Option(help: "Vector instructions: portable, avx2, avx512. The best there are if not given.")
  var isa: String?
  @ArgumentParser.Flag(help: "Print JSON.")
  var json = false

  /// The largest difference from the reference that is not a defect.
  private static let tolerance = 1e-5

  func validate() throws {
    if !(1...64).contains(threads) { throw ValidationError("threads \(threads): 1 to 64 are allowed") }
    if !(0...600).contains(seconds) { throw ValidationError("seconds \(seconds): 0 to 600 are allowed") }
    if isa != nil, set == nil {
      let known = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("isa \(isa ?? ""): this machine has \(known)")
    }
  }

  func run() throws {
    let shapes = shape.map { [$0] } ?? ["1,16,16", "8,128,64", "8,512,64", "8,1024,64", "4,1024,128"]
    let recipes = try shapes.map(recipe)
    let set = set ?? .best
    let peak = set.peak(threads: threads, seconds: 0.05)
    if !json {
      print("\(kernel.rawValue), \(threads) thread\(threads == 1 ? "" : "s"), \(set.rawValue), peak \(gigaflops(peak))")
    }
    for (shape, recipe) in zip(shapes, recipes) {
      let timed = try time(recipe, set)
      json ? try printJSON(recipe, timed, set, peak) : print(line(shape, timed, peak))
      if timed.error > BenchAttention.tolerance {
        throw CommandFault(
          .failed, "\(shape): off the reference by \(timed.error), and \(BenchAttention.tolerance) is the limit")
      }
    }
  }

  /// The instructions that were asked for, if the machine has them.
  private var set: InstructionSet? {
    InstructionSet.available.first { $0.rawValue == isa }
  }

  private func time(_ recipe: Recipe, _ set: InstructionSet) throws -> TimedAttention {
    do {
      return try TimedAttention(recipe, kernel, instructions: set, threads: threads, seconds: seconds)
    } catch let error as InputError {
      throw CommandFault(.data, error.description)
    }
  }

  /// The recipe of a shape and the flags, if it fits memory.
  private func recipe(_ shape: String) throws -> Recipe {
    let sizes = shape.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard sizes.count == 3 else { throw CommandFault(.usage, "shape \(shape): three numbers are needed, as 8,1024,64") }
    var given = [("heads", sizes[0]), ("queries", kernel == .decode ? "1" : sizes[1]), ("dim", sizes[2])]
    if let keys = keys ?? (kernel == .decode ? sizes[1] : nil) { given.append(("keys", keys)) }
    if let kvHeads { given.append(("kv-heads", kvHeads)) }
    given += (causal ? ["causal"] : []).map { ("mask", $0) } + mask.map { ("mask", $0) }
    do {
      let recipe = try Recipe(given.map { Attention.Flag(name: $0.0, value: $0.1) })
      try Attend.checkNeeds(recipe)
      let (bytes, limit) = (TimedAttention.bytes(recipe.shape, kernel), Attend.memoryLimit)
      if bytes > limit { throw CommandFault(.data, InputError.tooLarge(bytes: bytes, limit: limit).description) }
      return recipe
    } catch let error as RecipeError {
      throw CommandFault(.usage, error.description)
    }
  }

  private func printJSON(_ recipe: Recipe, _ timed: TimedAttention, _ set: InstructionSet, _ peak: Double) throws {
    let fields: [String: Any] = [
      "seconds_median": timed.median, "seconds_min": timed.least, "runs": timed.runs,
      "gflops": timed.flops / timed.median / 1e9, "max_error": timed.error, "peak_gflops": peak / 1e9,
      "isa": set.rawValue, "bytes": TimedAttention.bytes(recipe.shape, kernel),
    ]
    let data = try JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])
    print(String(decoding: data, as: UTF8.self))
  }

  /// A shape, its time, and a bar as long as its share of the peak.
  private func line(_ shape: String, _ timed: TimedAttention, _ peak: Double) -> String {
    let speed = timed.flops / timed.median
    let share = min(1, speed / peak)
    let bar = String(repeating: "█", count: Int((share * 24).rounded()))
    let name = shape.padding(toLength: max(12, shape.count), withPad: " ", startingAt: 0)
    let time = String(format: "%10.3f ms", timed.median * 1000)
    let percent = String(format: "%3.0f %%", share * 100)
    return "\(name) \(time)  \(gigaflops(speed))  \(percent) \(bar)"
  }

  private func gigaflops(_ flops: Double) -> String { String(format: "%6.1f GFLOP/s", flops / 1e9) }
}
