/// No positions: attention then sees a set of tokens, not a sequence.
public struct NoPosition: Position {
  public static let name = "none"
  public static let summary = Gloss(
    en: "no positions: the tokens are a set without order",
    zh: "不加位置信息：词元只是一个集合，顺序不起作用")
  public static let looksAtPositions = false

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] { [] }

  public func apply(to tensor: inout Tensor, from first: Int, _ recipe: Recipe) {}

  public func exact(_ vector: [Double], at position: Int, _ recipe: Recipe) -> [Double] { vector }
}
