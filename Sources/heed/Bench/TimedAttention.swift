import ArgumentParser
import Attention

/// What `heed bench` can time.
enum BenchedKernel: String, CaseIterable, ExpressibleByArgument {
  case flash, plain, pooled, decode
}

/// One kernel, timed on standard normal inputs and compared with the reference.
struct TimedAttention {
  /// Seconds of a call, its inputs not counted.
  let median: Double
  let least: Double
  let runs: Int
  /// Useful floating-point operations of a call: kept pairs only.
  let flops: Double
  /// The largest difference of the last output from the double-precision reference, in some of its rows.
  let error: Double

  /// - Throws: Where a recipe is not one for these loops.
  init(_ recipe: Recipe, _ kernel: BenchedKernel, instructions: InstructionSet, threads: Int, seconds: Double) throws {
    let inputs = Inputs.random(recipe.shape, seed: recipe.seed)
    guard var attention = FastAttention(recipe, inputs) else { throw InputError.notPooled }
    attention.instructions = instructions
    attention.threads = threads
    let (shape, tiles) = (recipe.shape, TimedAttention.tiles(recipe.shape))
    let times: [Double]
    switch kernel {
    case .flash, .decode, .plain:
      let (result, all) = TimedAttention.repeated(seconds) { attention.run(weights: kernel == .plain) }
      times = all
      error = TimedAttention.error(of: result, recipe, inputs)
      let pairs = attention.keptPairs
      flops = Double(2 * shape.heads * pairs * (shape.dim + shape.valueDim))
    case .pooled:
      let (picture, all) = TimedAttention.repeated(seconds) {
        PooledWeights(attention, head: 0)
          .picture(queries: 0..<shape.queries, keys: 0..<shape.keys, rows: tiles.rows, columns: tiles.columns)
      }
      times = all
      error = TimedAttention.error(of: picture, recipe, inputs)
      // Compared once for the sums, and again for the weights.
      flops = Double(4 * attention.keptPairs * shape.dim)
    }
    let sorted = times.sorted()
    (median, least, runs) = (sorted[sorted.count / 2], sorted[0], sorted.count)
  }

  /// The tensors of a call in bytes, each once: the inputs and what is made of them.
  static func bytes(_ shape: Shape, _ kernel: BenchedKernel) -> Int {
    let (rows, tiles) = (shape.heads * shape.queries, tiles(shape))
    let inputs = rows * shape.dim + shape.kvHeads * shape.keys * (shape.dim + shape.valueDim)
    let made =
      switch kernel {
      case .flash, .decode: rows * shape.valueDim
      case .plain: rows * (shape.valueDim + shape.keys)
      case .pooled: 2 * tiles.rows * tiles.columns
      }
    return 4 * (inputs + made)
  }

  /// Tiles of a pooled head.
  private static func tiles(_ shape: Shape) -> (rows: Int, columns: Int) {
    (min(64, shape.queries), min(64, shape.keys))
  }

  /// Calls until the time is over, three times at least, after two that are not counted. One result is held at a time.
  private static func repeated<Result>(_ seconds: Double, _ call: () -> Result) -> (Result, [Double]) {
    _ = call()
    var result = [call()]
    var times: [Double] = []
    let start = ContinuousClock.now
    repeat {
      result = []
      times.append(ContinuousClock().measure { result = [call()] } / .seconds(1))
    } while times.count < 3 || start.duration(to: .now) < .seconds(seconds)
    return (result[0], times)
  }

  /// How far a number is from the expected one; farther than any limit where it is none.
  private static func distance(_ value: Float, _ expected: Double) -> Double {
    value.isFinite ? abs(Double(value) - expected) : .greatestFiniteMagnitude
  }

  /// Compares up to 32 rows, spread over the heads.
  private static func error(of result: FastAttention.Result, _ recipe: Recipe, _ inputs: Inputs) -> Double {
    let shape = recipe.shape
    let rows = shape.heads * shape.queries
    var largest = 0.0
    for sample in 0..<min(rows, 32) {
      let place = rows <= 32 ? sample : sample * (rows - 1) / 31
      let (head, row) = (place / shape.queries, place % shape.queries)
      let exact = ReferenceRow(recipe, inputs, head: head, row: row)
      for (value, expected) in zip(result.output.row(head, row), exact.output) {
        largest = max(largest, distance(value, expected))
      }
      guard let weights = result.weights else { continue }
      for (value, expected) in zip(weights.row(head, row), exact.weights) {
        largest = max(largest, distance(value, expected))
      }
    }
    return largest
  }

  /// Compares the middle row of tiles, as a share of its largest weight.
  private static func error(of picture: PooledWeights.Picture, _ recipe: Recipe, _ inputs: Inputs) -> Double {
    let shape = recipe.shape
    let band = picture.rows / 2
    let rows = band * shape.queries / picture.rows..<(band + 1) * shape.queries / picture.rows
    let exact = rows.map { ReferenceRow(recipe, inputs, head: 0, row: $0).weights }
    var largest = 0.0
    var top = 0.0
    for column in 0..<picture.columns {
      let keys = column * shape.keys / picture.columns..<(column + 1) * shape.keys / picture.columns
      let tile = exact.flatMap { $0[keys] }
      let (mean, highest) = (tile.reduce(0, +) / Double(tile.count), tile.max() ?? 0)
      top = max(top, highest)
      let place = band * picture.columns + column
      largest = max(largest, distance(picture.means[place], mean), distance(picture.maxima[place], highest))
    }
    return top == 0 ? largest : largest / top
  }
}
