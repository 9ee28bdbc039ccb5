/// The bias of one head among several, for a run of that head alone.
struct OneHead<Whole: Bias>: Bias {
  private let whole: Whole
  private let head: Int
  private let heads: Int

  static var name: String { Whole.name }
  static var summary: Gloss { Whole.summary }
  static var arguments: [PartArgument] { Whole.arguments }
  static var addsNothing: Bool { Whole.addsNothing }
  static var dependsOnDistance: Bool { Whole.dependsOnDistance }
  static var looksAtPositions: Bool { Whole.looksAtPositions }

  init(_ whole: Whole, head: Int, of heads: Int) { (self.whole, self.head, self.heads) = (whole, head, heads) }
  init(_ numbers: [Double]) { self.init(Whole(numbers), head: 0, of: 1) }
  var numbers: [Double] { whole.numbers }

  func value(head: Int, query i: Int, key j: Int, in context: PairContext) -> Double {
    whole.value(head: self.head, query: i, key: j, in: PairContext(context, heads: heads))
  }

  func torch(_ program: TorchProgram) -> [String] { whole.torch(program) }
}

extension Bias {
  /// The same bias for a run of one head.
  func ofHead(_ head: Int, of heads: Int) -> any Bias { OneHead(self, head: head, of: heads) }
}

extension Recipe {
  /// The run of one head alone.
  func alone(_ head: Int) -> Recipe {
    var alone = self
    (alone.heads, alone.ownKVHeads) = (1, nil)
    alone.bias = bias.ofHead(head, of: heads)
    return alone
  }

  /// The run of one query alone, at its place among the others.
  func alone(query: Int) -> Recipe {
    var alone = self
    (alone.queries, alone.ownKeys, alone.ownQueryStart) = (1, shape.keys, queryStart + query)
    return alone
  }
}
