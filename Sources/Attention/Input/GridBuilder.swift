/// Collects the elements of nested arrays and holds every depth to one length.
struct GridBuilder {
  let field: String
  private var dims: [Int?] = []
  private var numbers: [Float] = []
  private var bools: [Bool] = []
  /// The depth at which elements stand.
  private var depth: Int?

  init(field: String) { self.field = field }

  /// A place as errors print it: `[0][3]`.
  static func text(_ place: [Int]) -> String { place.map { "[\($0)]" }.joined() }

  mutating func append(_ number: Float, _ place: [Int]) throws(InputError) {
    try enter(place.count + 1)
    if !bools.isEmpty { throw mixed }
    numbers.append(number)
  }

  mutating func append(_ bool: Bool, _ place: [Int]) throws(InputError) {
    try enter(place.count + 1)
    if !numbers.isEmpty { throw mixed }
    bools.append(bool)
  }

  /// The array at a place is complete.
  mutating func close(count: Int, _ place: [Int]) throws(InputError) {
    if count == 0 { throw .badSize(field: field + GridBuilder.text(place), problem: "is empty") }
    while dims.count <= place.count { dims.append(nil) }
    if let expected = dims[place.count] {
      if expected != count {
        throw .ragged(field: field, place: GridBuilder.text(place), count: count, expected: expected)
      }
    } else {
      dims[place.count] = count
    }
  }

  func grid() throws(InputError) -> JSONGrid {
    let dims = dims.compactMap { $0 }
    // An array of numbers beside an array of arrays gives depths that do not multiply up.
    guard dims.reduce(1, *) == max(numbers.count, bools.count) else { throw mixed }
    return JSONGrid(dims: dims, elements: bools.isEmpty ? .numbers(numbers) : .bools(bools))
  }

  private mutating func enter(_ depth: Int) throws(InputError) {
    if let known = self.depth, known != depth { throw mixed }
    self.depth = depth
  }

  private var mixed: InputError {
    .wrongKind(field: field, expected: "arrays of one kind, all numbers or all true and false")
  }
}
