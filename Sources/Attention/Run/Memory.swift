extension Recipe {
  /// How many bytes a run may hold unless its caller says otherwise: 2 GiB.
  public static let memoryLimit = 2 << 30

  /// The bytes that a run of this recipe holds at its peak, its inputs among them, with the tensors that its parts would
  /// draw. Nothing is allocated.
  public var memory: Int { memory(with: PartTensors()) }

  /// The same with the tensors that a file brought.
  ///
  /// In fp32: q, k and v; q and k again where positions rewrite them, and all three where a fault does; the output; one
  /// byte a pair for the mask; and what the kernel holds besides.
  func memory(with tensors: PartTensors) -> Int {
    let asRun = fault.mistaken(self)
    func inputs(_ shape: Shape) -> Int { shape.queryNumbers + shape.keyNumbers + shape.valueNumbers }
    let rewritten = position is NoPosition ? 0 : shape.queryNumbers + shape.keyNumbers
    let mistaken = fault is NoFault ? 0 : inputs(asRun.shape)
    return 4 * (inputs(shape) + rewritten + mistaken + shape.outputNumbers) + shape.queries * shape.keys
      + kernel.workspace(asRun, tensors)
  }

  /// Refuses a recipe whose run would hold more than a limit in bytes.
  public func checkMemory(_ limit: Int) throws(InputError) { try checkMemory(limit, with: PartTensors()) }

  func checkMemory(_ limit: Int, with tensors: PartTensors) throws(InputError) {
    let bytes = memory(with: tensors)
    if bytes > limit { throw .tooLarge(bytes: bytes, limit: limit) }
  }

  /// Matrices of one number a pair that the definition holds: scores and weights, and another one for a soft-cap, a bias,
  /// a temperature, dropout and a fault of masks each.
  var matrices: Int {
    2 + (softcap == nil ? 0 : 1) + (type(of: bias).addsNothing ? 0 : 1) + (temperature == 1 ? 0 : 1)
      + (dropout == 0 ? 0 : 1) + (fault.masking == .infinity ? 0 : 1)
  }
}
