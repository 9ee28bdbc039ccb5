/// Several documents packed into one sequence: a query sees the keys of its own document only.
///
/// The id of key i is that of key j; queries must stand at keys, so from position 0 to the last key. The ids come from
/// the file's `"documents": [M]`, whole numbers. Without a file three documents are drawn from the seed, one after the
/// other.
public struct Documents: Mask {
  public static let name = "documents"
  public static let summary = Gloss(
    en: "texts in one sequence: a query sees only its own",
    zh: "多篇文档拼成一个序列：查询只看自己那一篇的键")
  public static let drawnField: String? = "documents"

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    let ids = program.run.context.tensors.documents ?? []
    return ["ids = torch.tensor(\(ids))", "keep &= ids[i] == ids[j]"]
  }

  public static func check(_ recipe: Recipe) throws(RecipeError) {
    let (first, last) = (recipe.queryStart, recipe.queryStart + recipe.shape.queries - 1)
    if first >= 0 && last < recipe.shape.keys { return }
    throw .refused(
      name: "mask", value: name,
      why: Gloss(
        en: "queries stand at \(first) to \(last), and must stand at the \(recipe.shape.keys) keys",
        zh: "查询位于 \(first) 到 \(last)，必须落在 \(recipe.shape.keys) 个键上"))
  }

  public static func draw(into tensors: inout PartTensors, _ recipe: Recipe) {
    if tensors.documents != nil { return }
    let keys = recipe.shape.keys
    var source = NormalSource(seed: recipe.seed, tensor: name, head: 0, row: 0)
    // Each cut is within an eighth of the keys of where equal thirds have theirs.
    let cuts = (1...2).map { Double(keys) * (Double($0) / 3 + (source.uniform() - 0.5) / 4) }
    tensors.documents = (0..<keys).map { key in cuts.count { Double(key) >= $0 } }
  }

  public func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool {
    guard let ids = context.tensors.documents else { preconditionFailure("a run completes the tensors first") }
    return ids[i] == ids[j]
  }
}
