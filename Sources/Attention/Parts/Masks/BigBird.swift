/// A window, global tokens, and a few random keys for each query: `longformer:w,g`, or one of r keys drawn from the seed.
///
/// The r keys are different from each other and drawn of all keys, so that some may lie in the window. They depend on the
/// seed, the query's position and the number of keys. With r ≥ M every key is seen.
///
/// Source: Zaheer et al. 2020, Big Bird: Transformers for Longer Sequences, section 2, token by token, not in blocks.
public struct BigBird: Mask {
  private let longformer: Longformer
  /// How many keys are drawn for each query.
  public let random: Int

  public static let name = "bigbird"
  public static let summary = Gloss(
    en: "a window, g global tokens, and r random keys a query",
    zh: "窗口、g 个全局词元，以及每个查询随机的 r 个键")
  public static let arguments = Longformer.arguments + [PartArgument.whole("r", 0...16_384)]

  public init(_ numbers: [Double]) {
    longformer = Longformer(Array(numbers.prefix(2)))
    random = Int(numbers[2])
  }

  public func torch(_ program: TorchProgram) -> [String] {
    let (w, g) = (longformer.width, longformer.globals)
    return [
      "def drawn(row, count=\(random)):", "    \"\"\"Keys without repetition, by Floyd's algorithm.\"\"\"",
      "    if count >= M:", "        return list(range(M))", "    keys = set()",
      "    draws = uniform(\(program.recipe.seed), \"bigbird\", 1, [row], count)[0, 0].tolist()",
      "    for last, draw in zip(range(M - count, M), draws):", "        key = int(draw * (last + 1))",
      "        keys.add(last if key in keys else key)", "    return sorted(keys)", "", "",
      "random = torch.zeros(N, M, dtype=torch.bool)", "for n, row in enumerate(i[:, 0].tolist()):",
      "    random[n, drawn(row)] = True",
      "keep &= ((i - j).abs() < \(w)) | (i < \(g)) | (j < \(g)) | random",
    ]
  }

  public var numbers: [Double] { longformer.numbers + [Double(random)] }

  /// A narrow window, one global token, two random keys.
  public static func example(in shape: Shape) -> BigBird? {
    Longformer.example(in: shape).map { BigBird($0.numbers + [2]) }
  }

  public func keeps(query i: Int, key j: Int, in context: PairContext) -> Bool {
    longformer.keeps(query: i, key: j, in: context) || drawn(query: i, in: context).contains(j)
  }

  public func narrow(_ row: UnsafeMutableBufferPointer<Bool>, query i: Int, in context: PairContext) {
    let drawn = drawn(query: i, in: context)
    for j in row.indices where row[j] {
      row[j] = longformer.keeps(query: i, key: j, in: context) || drawn.contains(j)
    }
  }

  /// The keys drawn for a query, by Floyd's algorithm: each set of r keys is as likely as any other.
  private func drawn(query i: Int, in context: PairContext) -> Set<Int> {
    let count = context.shape.keys
    if random >= count { return Set(0..<count) }
    var source = NormalSource(seed: context.seed, tensor: BigBird.name, head: 0, row: i)
    var drawn: Set<Int> = []
    for last in count - random..<count {
      let key = Int(source.uniform() * Double(last + 1))
      drawn.insert(drawn.contains(key) ? last : key)
    }
    return drawn
  }
}
