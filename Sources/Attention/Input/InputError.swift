/// Why inputs are refused, or cannot be computed with. The description is one line, with fields and shapes.
public enum InputError: Error, Equatable, CustomStringConvertible {
  /// How many of something a tensor has, with its name and shape.
  public struct Count: Equatable, Sendable {
    let field: String
    let count: Int
    let shape: String
  }

  /// Text that is not JSON; lines and columns count from 1.
  case syntax(line: Int, column: Int, problem: String)
  /// A key that the format does not have.
  case unknownKey(String)
  /// A key that stands twice.
  case repeatedKey(String)
  /// A key that must be there.
  case missingKey(String, neededBy: String)
  /// A value of another kind or number of dimensions than its key has.
  case wrongKind(field: String, expected: String)
  /// Rows of different lengths.
  case ragged(field: String, place: String, count: Int, expected: Int)
  /// A number that a 32-bit float cannot hold.
  case notFinite(field: String, place: String)
  /// Two tensors that do not fit together.
  case mismatch(noun: String, Count, Count)
  /// A size outside the pipeline's ranges, or that does not divide as it must.
  case badSize(field: String, problem: String)
  /// The recipe refuses the shape of the inputs.
  case recipe(RecipeError)
  /// More memory than there may be, in bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// The run was stopped by whoever asked for it.
  case stopped
  /// Weights that can be had only pair by pair, not in tiles.
  case notPooled
  /// A number of a stage that is too large for a 32-bit float.
  case overflow(stage: String, head: Int, row: Int, column: Int)

  public var description: String {
    switch self {
    case .syntax(let line, let column, let problem): "line \(line), column \(column): \(problem)"
    case .unknownKey(let key): "\(key): unknown key"
    case .repeatedKey(let key): "\(key): given more than once"
    case .missingKey(let key, let neededBy): "\(key) is missing, and \(neededBy) needs it"
    case .wrongKind(let field, let expected): "\(field) must be \(expected)"
    case .ragged(let field, let place, let count, let expected):
      "\(field)\(place) has \(count) elements, but the first one has \(expected)"
    case .notFinite(let field, let place): "\(field)\(place) is not a finite 32-bit number"
    case .mismatch(let noun, let one, let other):
      "\(one.field) has \(one.count) \(noun) but \(other.field) has \(other.count) "
        + "(\(one.field) \(one.shape), \(other.field) \(other.shape))"
    case .badSize(let field, let problem): "\(field) \(problem)"
    case .recipe(let error): error.description
    case .tooLarge(let bytes, let limit):
      "this run would hold \(ByteText.binary(bytes)), and \(ByteText.binary(limit)) is the limit: "
        + "take fewer tokens or heads"
    case .stopped: "the run was stopped"
    case .notPooled: "weights of these parts cannot be summarised in tiles: softmax over dot products can"
    case .overflow(let stage, let head, let row, let column):
      "\(stage) overflow to infinity at [\(head)][\(row)][\(column)]: too large for 32-bit floats"
    }
  }
}

/// Sizes of memory in words.
enum ByteText {
  /// A number of bytes in the largest binary unit that it fills, to one place: `2.3 GiB`.
  static func binary(_ bytes: Int) -> String {
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB"]
    var amount = Double(bytes)
    var unit = 0
    while amount >= 1024 && unit < units.count - 1 {
      amount /= 1024
      unit += 1
    }
    return "\(NumberText.shortest((amount * 10).rounded() / 10)) \(units[unit])"
  }
}
