/// Why a recipe is refused. The description is one line: what is wrong, and what would be right.
public enum RecipeError: Error, Equatable, CustomStringConvertible {
  /// A number outside its range, which is given in words.
  case outOfRange(name: String, value: String, range: String)
  /// Text where a number must stand.
  case notANumber(name: String, value: String)
  /// A flag that the pipeline does not have.
  case unknownFlag(String)
  /// A flag given twice that takes one value.
  case repeated(String)
  /// A part that the pipeline does not have.
  case unknownPart(name: String, value: String, known: [String])
  /// A part with too many or too few numbers after its colon.
  case wrongArguments(name: String, value: String, form: String)
  /// Query heads that cannot be shared out over the kv heads, and the nearest count that can.
  case notDivisible(heads: Int, kvHeads: Int, nearest: Int)
  /// Kv heads that do not divide the query heads, and the nearest count that does.
  case doesNotDivide(kvHeads: Int, heads: Int, nearest: Int)
  /// An odd dimension under rope, which turns pairs of channels.
  case oddDim(Int)
  /// A part that reads something only a file can give.
  case needsInput(name: String, value: String, field: String)
  /// A value that does not go with the rest of the recipe, and why.
  case refused(name: String, value: String, why: Gloss)
  /// A shape flag beside an input file, which brings its own shape.
  case shapeFromInput(String)

  /// The flag at fault, without dashes.
  public var flag: String {
    switch self {
    case .outOfRange(let name, _, _), .notANumber(let name, _), .unknownFlag(let name), .repeated(let name),
      .unknownPart(let name, _, _), .wrongArguments(let name, _, _),
      .needsInput(let name, _, _), .refused(let name, _, _), .shapeFromInput(let name):
      name
    case .notDivisible: "heads"
    case .doesNotDivide: "kv-heads"
    case .oddDim: "dim"
    }
  }

  public var description: String {
    switch self {
    case .outOfRange(let name, let value, let range): "\(name) \(value): must be \(range)"
    case .notANumber(let name, let value): "\(name) \(value.isEmpty ? "(empty)" : value): not a number"
    case .unknownFlag(let name): "\(name): no such flag"
    case .repeated(let name): "\(name): given more than once"
    case .unknownPart(let name, let value, let known):
      "\(name) \(value.isEmpty ? "(empty)" : value): unknown. Known: \(known.joined(separator: ", "))"
    case .wrongArguments(let name, let value, let form): "\(name) \(value): must have the form \(form)"
    case .notDivisible(let heads, let kvHeads, let nearest):
      "heads \(heads): not divisible by \(kvHeads) kv heads. Nearest: \(nearest)"
    case .doesNotDivide(let kvHeads, let heads, let nearest):
      "kv-heads \(kvHeads): does not divide \(heads) heads. Nearest: \(nearest)"
    case .oddDim(let dim): "dim \(dim): odd, but rope turns pairs of channels. Nearest: \(dim + 1)"
    case .needsInput(let name, let value, let field): "\(name) \(value): needs an input file with \(field)"
    case .refused(let name, let value, let why): "\(name) \(value): \(why.en)"
    case .shapeFromInput(let name): "\(name): the shape comes from the input file"
    }
  }
}
