/// The keys and values of all heads made of one short vector a token, the latent c, which is all that a cache keeps,
/// beside one small rope key: multi-head latent attention (MLA).
///
/// For head h: k = [Wuk·c ; kr] and v = Wuv·c. Only the last channels, as many as kr has, turn with the position (the
/// decoupled rope): a rotation between q and Wuk·c would tie Wuk to the place. As (Wuk·c)·q = c·(Wukᵀ·q), no key and no
/// value is ever made here: Wuk goes into the queries, all heads share the latents as one key and value head, and Wuv is
/// applied to what comes out. The form that makes them gives the same, and is what the reference computes.
///
/// The file brings `"latent": {"c": [M][C], "kr": [M][R], "wuk": [H·(D − R)][C], "wuv": [H·E][C]}` in place of `k` and
/// `v`; `kr` may be left out, R is then 0. The matrices are laid out as PyTorch's `Linear`, head after head, and the last
/// R channels of `q` meet `kr`. (Other kernels run on the keys and values that these make, with all of their channels
/// turned.) Without a file C = D, R is about a quarter of D, and all is drawn from the seed; `k` and `v` are not read.
///
/// It honours every part that leaves q·k a product: all but the cosine, additive and bilinear scores and sinusoids.
///
/// Source: DeepSeek-AI 2024, DeepSeek-V2 (arXiv:2405.04434), sections 2.1.2 and 2.1.3, and the appendix with
/// the full formulas.
public struct Latent: Kernel {
  public static let name = "latent"
  public static let summary = Gloss(
    en: "keys and values of all heads from one short cached vector a token (MLA)",
    zh: "所有头的键和值都由每个词元一个短的缓存向量得到（MLA）")
  public static let drawnField: String? = "latent"

  public static let honoured = Set(Recipe.kernelParameters)

  public init(_ numbers: [Double]) {}

  public func torch(_ program: TorchProgram) -> [String] {
    let brought = program.inputs?.parts.latent
    let turning = brought?.ropeKeys.columns ?? LatentTensors.turning(program.recipe.shape.dim)
    let root = brought == nil ? " / math.sqrt(C)" : ""
    var lines = [
      "c = \(program.given("latent.c", brought?.c, rows: "M", columns: "D"))  # all that a cache keeps,",
      "R, C = \(turning), c.shape[1]",
    ]
    if turning > 0 {
      lines.append("kr = \(program.given("latent.kr", brought?.ropeKeys, rows: "M", columns: "R"))  # and this")
    }
    lines += [
      "wuk = \(program.given("latent.wuk", brought?.keyMaps, heads: "H", rows: "D - R", columns: "C"))\(root)",
      "wuv = \(program.given("latent.wuv", brought?.valueMaps, heads: "H", rows: "E", columns: "C"))\(root)",
      "k, v = c @ wuk.transpose(-2, -1), c @ wuv.transpose(-2, -1)",
    ]
    if turning > 0, program.recipe.position is Rope {
      lines += [""] + Rope.torchFunction("rope", program.recipe.ropeStyle, program)
      lines += [
        "", "", "q = torch.cat((q[..., : D - R], rope(q[..., D - R :], i[:, 0])), -1)", "kr = rope(kr, j[0])",
      ]
    }
    if turning > 0 { lines.append("k = torch.cat((k, kr.expand(H, M, R)), -1)") }
    return program.heading("kernel", self) + lines + program.logits + program.weighed
  }

  public static func check(_ recipe: Recipe) throws(RecipeError) {
    try refuse(recipe, masks: Parts.masks)
    if !(recipe.score is any DotProduct) { throw cannotHonour("score \(recipe.score.text)") }
    if recipe.position is Sinusoidal { throw cannotHonour("position \(recipe.position.text)") }
    if recipe.shape.kvHeads != recipe.shape.heads {
      throw cannotHonour("kv-heads \(recipe.shape.kvHeads)")
    }
  }

  public static func draw(into tensors: inout PartTensors, _ recipe: Recipe) {
    if tensors.latent == nil { tensors.latent = LatentTensors(recipe.shape, seed: recipe.seed) }
  }

  /// Wuk into the queries, 2·C·(D − R) each; 2·(2·C + R) for each kept pair; Wuv, 2·C·E for each query.
  public func flops(_ recipe: Recipe, keptPairs: Int, _ tensors: PartTensors) -> Int {
    let (shape, rank, turning) = sizes(recipe, tensors)
    return 2 * shape.queries * matrices(shape, rank, turning) + 2 * shape.heads * keptPairs * (2 * rank + turning)
  }

  /// q and the output, latents and rope keys, both matrices; the queries with Wuk in them, scores, weights, and what
  /// comes out before Wuv.
  public func moved(_ recipe: Recipe, _ tensors: PartTensors) -> Int {
    let (shape, rank, turning) = sizes(recipe, tensors)
    return shape.queryNumbers + shape.outputNumbers + cached(shape, tensors) + matrices(shape, rank, turning)
      + 2 * shape.pairs + 2 * shape.heads * shape.queries * rank
  }

  /// A latent and a rope key for each key, whatever the number of heads.
  public func cached(_ shape: Shape, _ tensors: PartTensors) -> Int {
    let (rank, turning) = sizes(shape, tensors)
    return shape.keys * (rank + turning)
  }

  /// The latents, the matrices, the queries with Wuk in two parts, and what a plain run over the latents holds besides
  /// them.
  public func workspace(_ recipe: Recipe, _ tensors: PartTensors) -> Int {
    let (shape, rank, turning) = sizes(recipe, tensors)
    let shared = overLatents(recipe, rank, turning)
    let own = cached(shape, tensors) + matrices(shape, rank, turning) + shared.shape.queryNumbers
    return 4 * (own - shared.shape.valueNumbers) + shared.memory
  }

  /// Numbers of Wuk and Wuv of all heads.
  private func matrices(_ shape: Shape, _ rank: Int, _ turning: Int) -> Int {
    shape.heads * rank * (shape.dim - turning + shape.valueDim)
  }

  /// C and R, as the file has them or as they would be drawn.
  private func sizes(_ shape: Shape, _ tensors: PartTensors) -> (rank: Int, turning: Int) {
    tensors.latent.map { ($0.rank, $0.ropeKeys.columns) } ?? (shape.dim, LatentTensors.turning(shape.dim))
  }

  private func sizes(_ recipe: Recipe, _ tensors: PartTensors) -> (shape: Shape, rank: Int, turning: Int) {
    let (rank, turning) = sizes(recipe.shape, tensors)
    return (recipe.shape, rank, turning)
  }

  /// Multi-query attention over the latents, which are the values as well.
  private func overLatents(_ recipe: Recipe, _ rank: Int, _ turning: Int) -> Recipe {
    let shape = recipe.shape
    var shared = recipe
    shared.kernel = PlainKernel([])
    shared.position = NoPosition([])
    shared.scale = recipe.effectiveScale
    shared.take(
      Shape(
        heads: shape.heads, kvHeads: 1, queries: shape.queries, keys: shape.keys, dim: rank + turning, valueDim: rank))
    return shared
  }

  public func output(_ recipe: Recipe, _ inputs: Inputs) throws(InputError) -> Tensor {
    guard let latent = inputs.parts.completed(for: recipe).latent else {
      preconditionFailure("a run completes the tensors first")
    }
    let turning = latent.ropeKeys.columns
    if recipe.position is Rope, !turning.isMultiple(of: 2) {
      throw .badSize(
        field: "latent.kr", problem: "has \(turning) columns, but rope turns pairs of channels")
    }
    var ropeKeys = latent.ropeKeys
    var (content, rope) = inputs.q.split(at: inputs.q.columns - turning)
    if turning > 0 {
      recipe.position.apply(to: &rope, from: recipe.queryStart, recipe)
      recipe.position.apply(to: &ropeKeys, from: 0, recipe)
    }
    content = latent.absorbed(content)

    let shared = overLatents(recipe, latent.rank, turning)
    let inputs = Inputs(
      q: content.joined(rope), k: latent.c.joined(ropeKeys), v: latent.c,
      customMask: inputs.customMask,
      parts: inputs.parts.completed(for: recipe))
    return latent.values(of: try Run(shared, inputs, memoryLimit: .max).values(.output))
  }

  public func exactVectors(
    head: Int, queries: [[Double]], _ recipe: Recipe, _ tensors: PartTensors
  ) -> (queries: [[Double]], keys: [[Double]], values: [[Double]])? {
    guard let latent = tensors.latent else {
      preconditionFailure("a run completes the tensors first")
    }
    let content = latent.keyMaps.rows
    let turned = queries.enumerated().map { row, query in
      query[..<content]
        + recipe.position.exact(Array(query[content...]), at: recipe.queryStart + row, recipe)
    }
    func made(_ maps: Tensor, _ token: Int) -> [Double] {
      (0..<maps.rows).map { row in
        zip(maps.row(head, row), latent.c.row(0, token)).reduce(0) {
          $0 + Double($1.0) * Double($1.1)
        }
      }
    }
    let keys = (0..<recipe.shape.keys).map { token in
      made(latent.keyMaps, token)
        + recipe.position.exact(latent.ropeKeys.row(0, token).map { Double($0) }, at: token, recipe)
    }
    return (
      turned.map { Array($0) }, keys, (0..<recipe.shape.keys).map { made(latent.valueMaps, $0) }
    )
  }
}

extension Tensor {
  /// The columns before a place, and those from it on.
  fileprivate func split(at place: Int) -> (Tensor, Tensor) {
    var (left, right): ([Float], [Float]) = ([], [])
    for head in 0..<heads {
      for row in 0..<rows {
        let numbers = self.row(head, row)
        left += numbers.prefix(place)
        right += numbers.dropFirst(place)
      }
    }
    return (
      Tensor(heads: heads, rows: rows, columns: place, values: left),
      Tensor(heads: heads, rows: rows, columns: columns - place, values: right)
    )
  }

  /// The columns of this tensor, then those of another.
  func joined(_ other: Tensor) -> Tensor {
    var values: [Float] = []
    values.reserveCapacity(self.values.count + other.values.count)
    for head in 0..<heads {
      for row in 0..<rows { values += self.row(head, row) + other.row(head, row) }
    }
    return Tensor(heads: heads, rows: rows, columns: columns + other.columns, values: values)
  }
}
