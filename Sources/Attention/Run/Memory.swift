extension Recipe {
  /// How many bytes a plain run may hold unless its caller says otherwise: 2 GiB.
  public static let memoryLimit = 2 << 30

  /// The bytes that a plain run of this recipe holds at its peak, its inputs among them. Nothing is allocated.
  ///
  /// In fp32: q, k and v; q and k again where positions rewrite them; one matrix `[H][N][M]` each for scores and
  /// weights, and another one for a soft-cap, a bias, a temperature and dropout each; the output; and one byte a pair for the mask.
  public var memory: Int {
    let shape = shape
    let queries = shape.heads * shape.queries * shape.dim
    let keys = shape.kvHeads * shape.keys * shape.dim
    let values = shape.kvHeads * shape.keys * shape.valueDim
    let rewritten = position is NoPosition ? 0 : queries + keys
    // Kernels that hold no pairs still know which of them are kept.
    let matrices =
      !type(of: kernel).keepsWeights
      ? 0
      : 2 + (softcap == nil ? 0 : 1) + (type(of: bias).addsNothing ? 0 : 1) + (temperature == 1 ? 0 : 1)
        + (dropout == 0 ? 0 : 1)
    let floats =
      queries + keys + values + rewritten + matrices * shape.heads * shape.queries * shape.keys
      + shape.heads * shape.queries * shape.valueDim
    return 4 * floats + shape.queries * shape.keys
  }

  /// Refuses a recipe whose plain run would hold more than a limit in bytes.
  public func checkMemory(_ limit: Int) throws(InputError) {
    if memory > limit { throw .tooLarge(bytes: memory, limit: limit) }
  }
}
