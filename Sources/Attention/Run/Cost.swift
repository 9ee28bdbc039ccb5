/// What a run costs by the book, whatever the machine.
public struct Cost: Equatable, Sendable {
  /// Pairs of query and key that the masks keep, in one head.
  public let keptPairs: Int
  /// Floating-point operations, a multiplication and an addition each counted as one: 2(D + E) for each kept pair of
  /// each head, which is 4·H·N·M·D without masks, or what the kernel needs instead; plus 2·rows·in·out for each projection. The normaliser is not
  /// counted.
  public let flops: Int
  /// Bytes of the tensors of the pipeline in fp32, each once: q, k, v, scores, weights and the output.
  public let bytes: Int
  /// Bytes of one `[H][N][M]` matrix of scores in fp32.
  public let scoreBytes: Int
  /// Bytes of the keys and values of this run in fp32, as a cache keeps them: 4·G·M·(D + E).
  public let cacheBytes: Int

  /// The cost of a shape.
  ///
  /// - Parameters:
  ///   - shape: The sizes.
  ///   - keptPairs: Pairs that the masks keep, in one head; all N·M without masks.
  ///   - projection: The matrices around the run, if any.
  ///   - kernel: How the result is computed: some kernels need other operations, and hold no pairs.
  ///   - tensors: What the kernel reads besides.
  public init(
    _ shape: Shape, keptPairs: Int, projection: Projection? = nil, kernel: any Kernel = PlainKernel([]),
    tensors: PartTensors = PartTensors()
  ) {
    self.keptPairs = keptPairs
    flops = kernel.flops(shape, keptPairs: keptPairs, tensors) + (projection?.flops ?? 0)
    scoreBytes = 4 * shape.heads * shape.queries * shape.keys
    cacheBytes = 4 * shape.kvHeads * shape.keys * (shape.dim + shape.valueDim)
    let output = projection.map { shape.queries * $0.outputWidth } ?? shape.heads * shape.queries * shape.valueDim
    bytes =
      4 * (shape.heads * shape.queries * shape.dim + output) + cacheBytes
      + (type(of: kernel).keepsWeights ? 2 * scoreBytes : 0)
  }
}
