public import Foundation

extension Inputs {
  /// Inputs from a file of JSON: `q`, `k`, `v`, or tokens `x` (and `y`) with the matrices that project them, and a
  /// `mask` beside either. All numbers are finite, an unknown key is refused.
  ///
  /// - Parameters:
  ///   - json: The text of the file.
  ///   - recipe: Takes on the shape of the file; the first query stands at 0 in cross-attention unless the recipe says
  ///     where. Unchanged on an error.
  ///   - memoryLimit: In bytes, for the run to come.
  public init(
    json: Data, recipe: inout Recipe, memoryLimit: Int = Recipe.memoryLimit
  ) throws(InputError) {
    let file = try InputFields(JSONReader.object([UInt8](json)))
    var changed = recipe
    let inputs = try file.isProjected ? file.projected(&changed, memoryLimit) : file.tensors(&changed, memoryLimit)
    self = inputs
    recipe = changed
  }
}

extension Recipe {
  /// Takes on the shape of an input file.
  mutating func take(_ shape: Shape) {
    queries = shape.queries
    dim = shape.dim
    heads = shape.heads
    ownKeys = shape.keys == shape.queries ? nil : shape.keys
    ownValueDim = shape.valueDim == shape.dim ? nil : shape.valueDim
    ownKVHeads = shape.kvHeads == shape.heads ? nil : shape.kvHeads
  }

  /// Checks the shape against the parts and the memory.
  func checkShape(_ memoryLimit: Int) throws(InputError) {
    do { try check() } catch { throw .recipe(error) }
    try checkMemory(memoryLimit)
  }
}
