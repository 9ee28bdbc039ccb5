/// The mask of the input file: `"mask": [queries][keys]`, true where a query may look.
public struct CustomMask: Mask {
  public static let name = "custom"
  public static let summary = Gloss(
    en: "the mask of the input file, true where a query may look",
    zh: "输入文件中的掩码，true 表示可以看")
  public static let looksAtPositions = false
  public static let inputField: String? = "mask"

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    let mask = program.inputs?.customMask ?? []
    let rows = stride(from: 0, to: mask.count, by: program.run.shape.keys).map { start in
      String(mask[start..<start + program.run.shape.keys].map { $0 ? "1" : "0" })
    }
    return [
      "rows = \"\(rows.joined(separator: " "))\".split()",
      "keep &= torch.tensor([[k == \"1\" for k in row] for row in rows])",
    ]
  }

  /// Nothing to show without a file.
  public static func example(in shape: Shape) -> CustomMask? { nil }

  public func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool {
    guard let mask = context.customMask else { return true }
    return mask[(i - context.queryStart) * context.shape.keys + j]
  }
}
