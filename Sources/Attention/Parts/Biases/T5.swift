import Foundation

/// A learned number for each bucket of relative positions j − i, and for each head.
///
/// Near positions have a bucket each, farther ones share buckets that grow as powers, up to the maximum distance. Two
/// ways: half of the buckets for keys behind the query; one way: all keys behind it fall into the bucket of itself.
///
/// The table comes from the file's `"t5": {"table": [buckets][heads], "max_distance", "bidirectional"}`, of which the
/// last two may be left out (128, true). Without a file 32 buckets are drawn from the seed, one way under a causal mask.
///
/// Source: Raffel et al. 2020, Exploring the Limits of Transfer Learning, section 2.1, and its code.
public struct T5: Bias {
  public static let name = "t5"
  public static let summary = Gloss(
    en: "a learned number for each bucket of distances, and for each head",
    zh: "按相对距离分桶，每个头、每个桶各有一个可学习的数")
  public static let drawnField: String? = "t5"

  public static let dependsOnDistance = true

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    let brought = program.inputs?.parts.t5
    let t5 = brought ?? program.run.context.tensors.t5
    let (both, most) = (t5?.isBidirectional ?? true, t5?.maxDistance ?? 128)
    return [
      "table = \(program.given("t5.table", brought?.table, rows: "32", columns: "H"))",
      "one_way = len(table)\(both ? " // 2" : "")  # buckets of one direction",
      "near = one_way // 2  # with a distance each",
      "distance = \(both ? "(j - i).abs()" : "(i - j).clamp(min=0)")",
      "share = torch.log(distance.clamp(min=1) / near) / math.log(\(most) / near)",
      "far = (near + (share * (one_way - near) + 1e-9).long()).clamp(max=one_way - 1)",
      "bucket = torch.where(distance < near, distance, far)\(both ? " + one_way * (j > i)" : "")",
      "bias = table[bucket].permute(2, 0, 1)",
    ]
  }

  public static func draw(into tensors: inout PartTensors, _ recipe: Recipe) {
    guard tensors.t5 == nil else { return }
    tensors.t5 = T5Table(
      table: NormalSource.tensor("t5.table", heads: 1, rows: 32, columns: recipe.shape.heads, seed: recipe.seed),
      maxDistance: 128, isBidirectional: !recipe.masks.contains { $0 is Causal })
  }

  public func value(head: Int, query i: Int, key j: Int, in context: PairContext) -> Double {
    guard let table = context.tensors.t5 else { preconditionFailure("a run completes the tensors first") }
    return Double(table.table[0, table.bucket(of: j - i), head])
  }
}

/// What the T5 bias reads.
public struct T5Table: Equatable, Sendable {
  /// `[buckets][heads]`, one head.
  public let table: Tensor
  /// From here on all positions share the last bucket.
  public let maxDistance: Int
  /// Whether keys behind the query have buckets of their own.
  public let isBidirectional: Bool

  init(table: Tensor, maxDistance: Int, isBidirectional: Bool) {
    (self.table, self.maxDistance, self.isBidirectional) = (table, maxDistance, isBidirectional)
  }

  /// The object of an input file.
  init(_ value: JSONValue, heads: Int) throws(InputError) {
    let fields = try PartFields("t5", value, known: ["table", "max_distance", "bidirectional"])
    table = try fields.matrix("table", columns: heads)
    maxDistance = try fields.whole("max_distance", 1...1_000_000) ?? 128
    isBidirectional = try fields.bool("bidirectional") ?? true
    let least = isBidirectional ? 4 : 2
    if table.rows < least || (isBidirectional && !table.rows.isMultiple(of: 2)) {
      let even = isBidirectional ? ", and an even number of them" : ""
      throw .badSize(field: "t5.table", problem: "has \(table.rows) buckets: at least \(least) are needed\(even)")
    }
    if maxDistance <= near {
      throw .badSize(
        field: "t5.max_distance", problem: "\(maxDistance): must be above \(near), the distances with a bucket each")
    }
  }

  /// Buckets of one direction.
  private var oneWay: Int { isBidirectional ? table.rows / 2 : table.rows }
  /// Distances, from 0, that have a bucket each.
  private var near: Int { oneWay / 2 }

  /// The bucket of a key's position minus the query's.
  func bucket(of offset: Int) -> Int {
    let first = isBidirectional && offset > 0 ? oneWay : 0
    let distance = isBidirectional ? abs(offset) : max(0, -offset)
    if distance < near { return first + distance }
    let share = log(Double(distance) / Double(near)) / log(Double(maxDistance) / Double(near))
    // A logarithm that should be a whole number may come out a little below it.
    let far = near + Int(share * Double(oneWay - near) + 1e-9)
    return first + min(far, oneWay - 1)
  }
}
