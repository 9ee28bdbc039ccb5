extension Cost {
  /// Floating-point operations for each byte that moves between memory and processor.
  ///
  /// Source: Williams, Waterman, Patterson 2009, Roofline.
  public var intensity: Double { bytes == 0 ? 0 : Double(flops) / Double(bytes) }
}

extension Shape {
  /// Bytes that the definition holds at its peak in eager PyTorch, fp32, forward only, as `softmax(q @ kᵀ · s) @ v` or
  /// with `masked_fill` between: q and the output, k and v once for each query head, and two `[heads][queries][keys]`
  /// matrices at a time, of which softmax makes one from the other.
  ///
  /// 4·H·(N·(D + E) + M·(D + E) + 2·N·M). Measured with PyTorch 2.15: 2.0 matrices beside the vectors.
  public var eagerBytes: Int { 4 * heads * ((queries + keys) * (dim + valueDim) + 2 * queries * keys) }
}
