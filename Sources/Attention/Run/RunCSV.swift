/// The weights of a run as a table, one pair of query and key a row, by the columns `head,query,key,kept,score,weight`.
///
/// Heads count from 1, queries and keys from 0, as on the screen. The score is what the normaliser is given, after the
/// temperature and before the mask; kept is `true` or `false`. Numbers read back to the same 32 bits.
public struct RunCSV {
  private let run: Run

  /// - Throws: `InputError.recipe` where the kernel keeps no weights.
  public init(_ run: Run) throws(InputError) {
    self.run = run
    try run.checkWeights(for: "csv")
  }

  /// Hands the text, in UTF-8 with a newline after each row, to a function, piece by piece.
  public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let shape = run.shape
    try withoutActuallyEscaping(sink) { sink in
      var text = TextPieces(sink: sink)
      text.add("head,query,key,kept,score,weight\n")
      for head in 0..<shape.heads {
        for query in 0..<shape.queries {
          for key in 0..<shape.keys {
            text.add("\(head + 1),\(query),\(key),\(run.keep[query * shape.keys + key]),")
            text.add(run.logits[head, query, key])
            text.add(",")
            text.add(run.weights[head, query, key])
            text.add("\n")
          }
          try text.flushIfFull()
        }
      }
      try text.flush()
    }
  }
}

extension Run {
  /// Refuses a format that shows weights where there are none.
  public func checkWeights(for format: String) throws(InputError) {
    if keepsWeights { return }
    let kernel = recipe.kernel.text
    throw .recipe(
      .refused(
        name: "format", value: format,
        why: Gloss(
          en: "kernel \(kernel) keeps no weights; plain does", zh: "内核 \(kernel) 不保留权重，plain 会保留")))
  }
}
