/// A run as a PyTorch program: the same pipeline in plain operations on tensors, in double precision, which asserts the
/// weights and the output that heed computed, within the tolerance that the pipeline promises.
///
/// Every part brings its own lines (`Part.torch`). They read and rewrite these names: `H, G, N, M, D, E` for the sizes
/// and `P` for the first query's position, as in the essays; `q [H][N][D]`, `k [G][M][D]`, `v [G][M][E]`, of which k and
/// v have H heads once they are shared out; `i [N][1]` and `j [1][M]`, the positions; `scale`, `scores [H][N][M]`,
/// `bias`, `keep [N][M]`, `weights [H][N][M]`, `output [H][N][E]`.
public struct TorchProgram {
  let run: Run
  /// What heed runs: with a fault, the recipe of the mistaken program.
  let recipe: Recipe
  /// The tensors of a file; nil where they are drawn from the seed.
  let inputs: Inputs?

  /// The most numbers that a program writes out, pairs of query and key among them.
  public static let limit = 1_000_000

  /// - Parameters:
  ///   - run: What to write.
  ///   - inputs: The tensors that a file brought; nil where they were drawn from the recipe's seed.
  /// - Throws: `InputError.recipe` where the numbers to assert are too many for a program.
  public init(_ run: Run, inputs: Inputs? = nil) throws(InputError) {
    (self.run, recipe, self.inputs) = (run, run.asRun, inputs)
    let shape = run.shape
    let brought = inputs == nil ? 0 : shape.queryNumbers + shape.keyNumbers + shape.valueNumbers
    let numbers = shape.pairs + run.output.values.count + brought
    guard numbers > TorchProgram.limit else { return }
    throw .recipe(
      .refused(
        name: "format", value: "python",
        why: Gloss(
          en: "\(numbers) numbers are too many for a program; up to \(TorchProgram.limit) fit",
          zh: "\(numbers) 个数放进一个程序太多，最多 \(TorchProgram.limit) 个")))
  }

  /// The program, with a newline at its end.
  public var text: String {
    let body = tensors + faulty + kernel + library + run.recipe.fault.torchOutput + joined + asserted
    // What is read before it is written must be defined before.
    let definitions = [opening, draws(body) ? TorchProgram.generator : [], TorchProgram.checking]
    return (definitions.joined() + body).joined(separator: "\n") + "\n"
  }

  private var opening: [String] {
    let flags = run.recipe.flags.flatMap { ["--\($0.name)", $0.value] }
    let command = (["heed", "attend"] + flags + (inputs == nil ? [] : ["--input", "FILE"])).joined(separator: " ")
    return [
      "\"\"\"\(command)", "",
      "The same in plain PyTorch and in double precision. Asserts what heed computed in 32 bits.", "\"\"\"",
      "import math", "", "import torch", "import torch.nn.functional as F", "",
      "torch.set_default_dtype(torch.float64)", "",
    ]
  }

  private func draws(_ lines: [String]) -> Bool {
    lines.contains { $0.contains("normal(") || $0.contains("uniform(") }
  }

  private var faulty: [String] {
    let lines = run.recipe.fault.torch(self)
    return lines.isEmpty ? [] : heading("fault", run.recipe.fault) + lines
  }

  private var kernel: [String] { recipe.kernel.torch(self) }

  private var joined: [String] {
    guard let projection = inputs?.projection else { return [] }
    let bias = projection.wo.bias == nil ? "" : " + bo"
    return ["", "output = output.transpose(0, 1).flatten(1) @ wo.T\(bias)"]
  }

  private var asserted: [String] {
    var lines = ["", "# What heed computed."]
    if run.keepsWeights { lines += ["same(\"weights\", weights, \(literal(run.weights)), precision)"] }
    let output = inputs?.projection == nil ? literal(run.output) : literal(run.output, headless: true)
    lines += ["same(\"output\", output, \(output), precision)"]
    return lines
  }
}

// MARK: - The pieces that kernels put together

extension TorchProgram {
  /// A blank line and the part's name with what it does.
  func heading(_ flag: String, _ part: any Part) -> [String] {
    ["", "# \(flag) \(part.text): \(type(of: part).summary.en)"]
  }

  /// Queries and keys with their positions.
  var positioned: [String] {
    let lines = recipe.position.torch(self)
    return lines.isEmpty ? [] : heading("position", recipe.position) + lines
  }

  /// A key and value head for each query head.
  var shared: [String] {
    let shape = recipe.shape
    guard shape.kvHeads < shape.heads else { return [] }
    return [
      "", "# Neighbouring query heads share a key and value head.", "k = k.repeat_interleave(H // G, dim=0)",
      "v = v.repeat_interleave(H // G, dim=0)",
    ]
  }

  /// From vectors to what the normaliser is given, masked places too.
  var logits: [String] {
    var lines = heading("score", recipe.score) + recipe.score.torch(self)
    if let cap = recipe.softcap { lines += ["", "# soft-cap", "scores = \(cap) * torch.tanh(scores / \(cap))"] }
    if !type(of: recipe.bias).addsNothing {
      lines += heading("bias", recipe.bias) + recipe.bias.torch(self) + ["scores = scores + bias"]
    }
    if recipe.temperature != 1 { lines += ["", "# temperature", "scores = scores / \(recipe.temperature)"] }
    return lines + ["", "# What 32 bits may be off by.", "precision = 2e-6 * max(1.0, scores.abs().max().item())"]
  }

  /// Where a query may look, nothing without masks.
  var kept: [String] {
    guard !recipe.masks.isEmpty else { return [] }
    var lines = ["", "keep = torch.ones(N, M, dtype=torch.bool)"]
    for mask in recipe.masks {
      lines += ["# mask \(mask.text): \(type(of: mask).summary.en)"] + mask.torch(self)
    }
    return lines
  }

  /// The mask on the scores, in the right way or a wrong one.
  var hidden: [String] {
    guard !recipe.masks.isEmpty else { return [] }
    switch recipe.fault.masking {
    case .infinity: return ["scores = scores.masked_fill(~keep, -math.inf)"]
    case .zeroBefore: return ["scores = scores * keep"]
    case .zeroAfter: return []
    }
  }

  /// The function that makes weights of scores.
  var normaliser: [String] {
    let lines = ["def normalise(s, dim):"] + recipe.normalizer.torch(self).map { "    \($0)" }
    let empty =
      recipe.masks.isEmpty
      ? "    return w" : "    return w.masked_fill(s.isneginf().all(dim, keepdim=True), 0)  # what sees nothing"
    return heading("normalize", recipe.normalizer) + lines + [empty]
  }

  /// What weights are multiplied by, if anything is dropped.
  var dropped: [String] {
    guard recipe.dropout > 0 else { return [] }
    let p = recipe.dropout
    return [
      "", "# dropout",
      "dropped = (uniform(\(recipe.seed), \"dropout\", H, range(N), M) >= \(p)) / (1 - \(p))",
    ]
  }

  /// From scores to the output by the definition.
  var weighed: [String] {
    var lines = kept + hidden + normaliser
    lines += ["", "", "weights = normalise(scores, \(recipe.axis == .keys ? -1 : -2))"]
    if recipe.fault.masking == .zeroAfter { lines += ["weights = weights * keep"] }
    if recipe.dropout > 0 { lines += dropped + ["weights = weights * dropped"] }
    return lines + ["output = weights @ v"]
  }

  /// From `pairs`, products of features, to the output.
  var mixed: [String] {
    kept + (recipe.masks.isEmpty ? [] : ["pairs = pairs * keep"]) + [
      "total = pairs.sum(-1, keepdim=True)", "output = torch.where(total > 0, pairs @ v / total, 0.0)",
      "precision = 2e-6",
    ]
  }

  /// The line of the scores that are products.
  static let products = "scores = scale * (q @ k.transpose(-2, -1))"

  /// PyTorch's own attention, where it can do the same.
  fileprivate var library: [String] {
    let can =
      run.recipe.fault is NoFault && type(of: recipe.kernel).isExact && recipe.normalizer is Softmax
      && recipe.axis == .keys
      && recipe.dropout == 0 && recipe.softcap == nil && recipe.score.isProduct
    guard can else { return [] }
    let cooled = recipe.temperature == 1 ? "" : " / \(recipe.temperature)"
    var mask: [String] = []
    if !type(of: recipe.bias).addsNothing { mask.append("bias\(cooled)") }
    if !recipe.masks.isEmpty { mask.append("torch.zeros(N, M).masked_fill(~keep, -math.inf)") }
    let seen = recipe.masks.isEmpty ? "" : "[:, keep.any(-1)]"
    return [
      "", "# PyTorch's own attention. Of rows that see nothing its versions make different things.",
      "library = F.scaled_dot_product_attention(q[None], k[None], v[None], scale=scale\(cooled)"
        + (mask.isEmpty ? "" : ", attn_mask=" + mask.joined(separator: " + ")) + ")[0]",
      "same(\"scaled_dot_product_attention\", library\(seen), output\(seen), 1e-9)",
    ]
  }
}
