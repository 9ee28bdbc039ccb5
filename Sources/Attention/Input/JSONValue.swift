/// A value of an input file.
enum JSONValue {
  case null
  case bool(Bool)
  case number(Double)
  case string
  case grid(JSONGrid)
  case object([String: JSONValue])
}

/// An array, or arrays in arrays, of one kind and the same length at each depth, in one row-major piece of memory.
struct JSONGrid {
  /// What the innermost elements are.
  enum Elements {
    case numbers([Float])
    case bools([Bool])
  }

  /// The length at each depth, from the outermost.
  let dims: [Int]
  let elements: Elements

  /// The shape as errors print it: `[5,7]`.
  var shapeText: String { "[\(dims.map(String.init).joined(separator: ","))]" }
}
