/// A run as JSON, made piece by piece, so that the text of a large run is never in memory as a whole.
///
/// Kernels that hold no scores and weights leave those keys, and what is made of weights, out. A run with a fault names
/// it: `"fault": "mask-inverted"`.
///
/// Numbers print in the shortest form that reads back to the same 32-bit float.
public struct RunJSON {
  private let run: Run
  private let seconds: Double

  /// - Parameters:
  ///   - run: What to print.
  ///   - seconds: How long it took.
  public init(_ run: Run, seconds: Double) {
    self.run = run
    self.seconds = seconds
  }

  /// Hands the text, in UTF-8 and with a newline at its end, to a function, piece by piece.
  public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let shape = run.shape
    try withoutActuallyEscaping(sink) { sink in
      var text = TextPieces(sink: sink)
      text.add(
        "{\"shape\": {\"heads\": \(shape.heads), \"kv_heads\": \(shape.kvHeads), \"queries\": \(shape.queries), "
          + "\"keys\": \(shape.keys), \"dim\": \(shape.dim), \"value_dim\": \(shape.valueDim)},\n")
      // So that nobody takes a faulty run for a sound one.
      if !(run.recipe.fault is NoFault) { text.add("\"fault\": \"\(run.recipe.fault.text)\",\n") }
      if run.keepsWeights {
        text.add("\"scores\": ")
        try text.add(run.logits)
        text.add(",\n")
      }
      text.add("\"keep\": ")
      try text.list(0..<shape.queries) { text, row in
        try text.list(0..<shape.keys) { text, key in text.add(run.keep[row * shape.keys + key] ? "true" : "false") }
      }
      if run.keepsWeights {
        text.add(",\n\"weights\": ")
        try text.add(run.weights)
      }
      text.add(",\n\"output\": ")
      // A projected output has no heads any more.
      if run.inputs.projection == nil { try text.add(run.output) } else { try text.add(run.output, head: 0) }
      if run.keepsWeights { try rowFigures(to: &text) }
      text.add(",\n\"empty_rows\": ")
      try text.list(run.emptyRows) { text, row in text.add("\(row)") }
      text.add(",\n\"flops\": \(run.flops), \"bytes\": \(run.bytes), \"seconds\": \(NumberText.shortest(seconds))}\n")
      try text.flush()
    }
  }

  /// Sums and entropy of the rows.
  private func rowFigures(to text: inout TextPieces) throws {
    text.add(",\n\"row_sums\": ")
    try text.list(run.rowSums) { text, sums in try text.list(sums) { text, sum in text.add(sum) } }
    text.add(",\n\"entropy\": ")
    try text.list(run.entropy) { text, rows in
      try text.list(rows) { text, entropy in
        if let entropy { text.add(entropy) } else { text.add("null") }
      }
    }
  }
}
