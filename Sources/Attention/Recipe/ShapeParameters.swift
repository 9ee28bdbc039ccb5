extension Parameter {
  static let queries = whole(
    "queries", label: Gloss(en: "queries", zh: "查询数"), range: Ranges.tokens,
    summary: Gloss(en: "query tokens N: rows of the matrix", zh: "查询词元数 N：矩阵的行"),
    read: { $0.shape.queries }, standard: { _ in 8 }, write: { $0.queries = $1 },
    neighbour: { Ladder.neighbour(of: $0, in: Ranges.tokens, up: $1) })

  static let keys = whole(
    "keys", label: Gloss(en: "keys", zh: "键数"), range: Ranges.tokens,
    summary: Gloss(
      en: "key and value tokens M: the columns; by default N", zh: "键和值的词元数 M：矩阵的列；默认为 N"),
    read: { $0.shape.keys }, standard: { $0.queries }, write: { $0.ownKeys = $1 == $0.queries ? nil : $1 },
    neighbour: { Ladder.neighbour(of: $0, in: Ranges.tokens, up: $1) })

  static let dim = whole(
    "dim", label: Gloss(en: "dim", zh: "维度"), range: Ranges.dims,
    summary: Gloss(en: "channels D of a query and of a key, in each head", zh: "每个头中查询和键的通道数 D"),
    read: { $0.dim }, standard: { _ in 64 }, write: { $0.dim = $1 }, neighbour: powerOfTwo)

  static let valueDim = whole(
    "value-dim", label: Gloss(en: "value dim", zh: "值维度"), range: Ranges.dims,
    summary: Gloss(en: "channels E of a value and the output; by default D", zh: "值和输出的通道数 E；默认为 D"),
    read: { $0.shape.valueDim }, standard: { $0.dim }, write: { $0.ownValueDim = $1 == $0.dim ? nil : $1 },
    neighbour: powerOfTwo)

  static let heads = whole(
    "heads", label: Gloss(en: "heads", zh: "头数"), range: Ranges.heads,
    summary: Gloss(en: "query heads H, each with a matrix of its own", zh: "查询头数 H，每个头各有一个矩阵"),
    read: { $0.heads }, standard: { _ in 1 }, write: { $0.heads = $1 },
    neighbour: { Ladder.neighbour(of: $0, in: Ranges.heads, up: $1) })

  static let kvHeads = whole(
    "kv-heads", label: Gloss(en: "kv heads", zh: "KV 头数"), range: Ranges.heads,
    summary: Gloss(
      en: "G heads of k and v: H/G query heads share one; default H",
      zh: "键和值的头数 G：H/G 个查询头共用一个；默认为 H"),
    read: { $0.shape.kvHeads }, standard: { $0.heads }, write: { $0.ownKVHeads = $1 == $0.heads ? nil : $1 },
    neighbour: { Ladder.neighbour(of: $0, in: Ranges.heads, up: $1) },
    idle: { $0.heads == 1 ? Gloss(en: "with one head there is nothing to share", zh: "只有一个头，无从共用") : nil })

  static let seed = whole(
    "seed", label: Gloss(en: "seed", zh: "种子"), range: 0...Int.max,
    summary: Gloss(
      en: "the same seed draws the same q, k and v on every machine",
      zh: "种子相同，任何机器上都生成相同的 q、k、v"),
    read: { Int($0.seed) }, standard: { _ in 0 }, write: { $0.seed = UInt64($1) },
    neighbour: { Ladder.neighbour(of: $0, in: 0...Int.max, up: $1) })

  /// The next power of two, up or down, within the range of dimensions.
  private static func powerOfTwo(_ value: Int, _ up: Bool) -> Int? {
    let powers = (0...10).map { 1 << $0 }
    return up ? powers.first { $0 > value } : powers.last { $0 < value }
  }
}
