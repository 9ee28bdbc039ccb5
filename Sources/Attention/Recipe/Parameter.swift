/// A parameter that a learner can turn: one flag of the pipeline.
public struct Parameter: Sendable, Identifiable {
  /// Where a parameter stands in the playground.
  public enum Group: Sendable {
    /// The sizes of the tensors, and the seed they are drawn from.
    case shape
    /// The parts of the pipeline, and the numbers that belong to them.
    case parts
  }

  /// The values that a parameter takes.
  public enum Kind: Sendable {
    /// A whole number.
    case integer(ClosedRange<Int>)
    /// Any number of the range; `above 0` is a range that starts at the smallest number above zero.
    case number(ClosedRange<Double>)
    /// One part of a list.
    case choice([Choice])
    /// Any number of parts of a list, separated by commas; `none` is the empty set.
    case choices([Choice])
  }

  /// One part that can be chosen.
  public struct Choice: Sendable {
    /// The part's name: `scaled-dot`.
    public let name: String
    /// What stands after a colon, where the part takes something: `len` for `padding:len`.
    public let argument: String?
    /// What the part does, in one line.
    public let summary: Gloss
    /// The numbers after the colon, in order.
    public var arguments: [PartArgument] = []
  }

  /// The flag's name without dashes, unique: `kv-heads`.
  public let name: String
  /// The name as the playground shows it.
  public let label: Gloss
  /// Where it is shown.
  public let group: Group
  /// The values it takes.
  public let kind: Kind
  /// What it means, in one line.
  public let summary: Gloss
  /// What reads, writes and steps it.
  let handle: Handle

  public var id: String { name }

  /// What the arrow keys do: the value `by` steps away, always one that `Recipe.set` accepts; the same value at an end.
  ///
  /// - Parameters:
  ///   - value: The value shown now.
  ///   - by: How many steps, negative for down.
  ///   - recipe: The other parameters: kv heads step over the divisors of the heads.
  public func step(from value: String, by: Int, in recipe: Recipe) -> String {
    var text = value
    var candidate = recipe
    for _ in 0..<abs(by) {
      // A neighbour that the rest of the recipe refuses is passed over.
      var next = text
      repeat {
        guard let further = handle.neighbour(candidate, next, by > 0) else { return text }
        next = further
        // A cycle that comes back to its start has nothing else to offer.
        if next == text { return text }
      } while (try? candidate.set(name, to: next)) == nil
      text = next
    }
    return text
  }
}

extension Parameter {
  /// The good value nearest to a number that is out of range; nil for text, and where there is none.
  public func nearest(to text: String, in recipe: Recipe) -> String? {
    guard let number = NumberText.number(text) else { return nil }
    var (low, high) = (-Double.infinity, Double.infinity)
    switch kind {
    case .integer(let range): (low, high) = (Double(range.lowerBound), Double(range.upperBound))
    case .number(let range): (low, high) = (range.lowerBound, range.upperBound)
    case .choice, .choices: return nil
    }
    var tried = recipe
    func isGood(_ text: String) -> Bool { (try? tried.set(name, to: text)) != nil }
    // The end of the range, or where that is no number to type, what the arrows stop at next.
    let end = number < low ? low : number > high ? high : number.rounded()
    let isPlain = end == end.rounded() && abs(end) < 1e15
    if isPlain, isGood(NumberText.shortest(end)) { return NumberText.shortest(end) }
    let next = handle.neighbour(recipe, text, number <= low)
    return next.flatMap { isGood($0) ? $0 : nil }
  }

  /// How a parameter reads and changes a recipe.
  struct Handle: Sendable {
    /// The value shown.
    let read: @Sendable (Recipe) -> String
    /// The value it has when nobody sets it, which may follow other parameters.
    let standard: @Sendable (Recipe) -> String
    /// Sets the value from text. What spans several parameters is checked afterwards, by the recipe.
    let write: @Sendable (inout Recipe, String) throws(RecipeError) -> Void
    /// The next value up or down from one shown, not yet checked against the recipe; nil at an end.
    let neighbour: @Sendable (Recipe, _ value: String, _ up: Bool) -> String?
    /// Why it has no effect now.
    let idle: @Sendable (Recipe) -> Gloss?
  }
}
