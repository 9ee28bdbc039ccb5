/// No bias: scores stay as they are.
public struct NoBias: Bias {
  public static let name = "none"
  public static let summary = Gloss(en: "nothing is added to the scores", zh: "分数上不加任何偏置")
  public static let addsNothing = true
  public static let looksAtPositions = false

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] { [] }

  public func value(head: Int, query i: Int, key j: Int, in context: PairContext) -> Double { 0 }
}
