import Attention

extension Recipe {
  /// Whether it is looked at one head at a time, from afar: its pairs are too many to hold or to draw at a key's pace.
  var isSeenPooled: Bool { memory > 128 << 20 && canBePooled }
}

/// A recipe that would hold more than there may be: what needs it, and what would fit.
struct TooLarge {
  let recipe: Recipe
  let limit: Int

  /// Nil where the recipe fits.
  init?(_ recipe: Recipe, limit: Int = Recipe.memoryLimit) {
    guard recipe.memory > limit, !recipe.canBePooled else { return nil }
    (self.recipe, self.limit) = (recipe, limit)
  }

  func wording(_ session: Session) -> String {
    let shape = recipe.shape
    // Mostly it is the pairs of queries and keys; of wide heads with few keys, the vectors themselves.
    let vectors = shape.queries * shape.heads + shape.keys * shape.kvHeads
    let isPairs = 2 * 4 * vectors * (shape.dim + shape.valueDim) < recipe.memory
    let (one, other) = (
      max(shape.queries, isPairs ? 0 : shape.keys), isPairs ? shape.keys : max(shape.dim, shape.valueDim)
    )
    let size = (shape.heads == 1 ? "" : "\(shape.heads) × ") + "\(Figures.count(one)) × \(Figures.count(other))"
    let pairs = size + " " + (isPairs ? session.say("weights", "个权重") : session.say("vectors", "的向量"))
    let (need, most) = (Figures.bytes(recipe.memory), Figures.bytes(limit))
    guard let tokens = largest(upTo: max(shape.queries, shape.keys), limiting) else {
      return session.say(
        "\(pairs) need \(need), more than \(most)", "\(pairs)需 \(need)，超过 \(most)")
    }
    let count = Figures.count(Self.rounded(tokens))
    return session.fitting(
      session.say(
        "\(pairs) need \(need) with all that belongs to them; heed stops at \(most): try \(count) tokens or fewer",
        "\(pairs)连同其他张量需 \(need)，heed 以 \(most) 为限：试试不超过 \(count) 个词元"),
      session.say(
        "\(pairs) need \(need), more than \(most): try \(count) tokens",
        "\(pairs)需 \(need)，超过 \(most)：试试 \(count) 个词元"),
      session.say("\(need), more than \(most): try \(count)", "需 \(need)，超过 \(most)：试试 \(count)"))
  }

  /// The largest number up to an end whose recipe fits; nil where 1 does not.
  private func largest(upTo end: Int, _ changed: (Int) -> Recipe?) -> Int? {
    func fits(_ number: Int) -> Bool { changed(number).map { $0.memory <= limit || $0.canBePooled } ?? false }
    guard fits(1) else { return nil }
    var (low, high) = (1, end)
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The recipe with no more queries and keys than a number.
  private func limiting(_ tokens: Int) -> Recipe? {
    var limited = recipe
    do {
      for name in ["queries", "keys"] where (Int(limited[name]) ?? 0) > tokens {
        try limited.set(name, to: String(tokens))
      }
      return limited
    } catch {
      return nil
    }
  }

  /// Two digits, rounded down: a number to type.
  private static func rounded(_ number: Int) -> Int {
    var unit = 1
    while number / unit >= 100 { unit *= 10 }
    return number / unit * unit
  }
}
