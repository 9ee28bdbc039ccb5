/// No fault: the pipeline as it should be.
public struct NoFault: Fault {
  public static let name = "none"
  public static let summary = Gloss(en: "no fault: the pipeline as it should be", zh: "没有错误：流水线如其所应")
  public static let invariant: Gloss? = nil

  public init(_ numbers: [Double]) {}

  public static func check(_ recipe: Recipe) throws(RecipeError) {}
}
