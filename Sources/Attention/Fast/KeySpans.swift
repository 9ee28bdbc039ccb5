/// What masks leave of every row, as the loops want it: a range of keys, and a bit a key where that does not say it.
struct KeySpans: Sendable {
  /// The first key of each row, then the one after the last of each row: `[2][queries]`.
  let ends: [Int32]
  /// Which keys of the range: `[queries][(keys + 63) / 64]`; empty where all of them.
  let bits: [UInt64]

  /// Nil where nothing is masked.
  init?(_ recipe: Recipe, _ context: PairContext) {
    guard !recipe.masks.isEmpty else { return nil }
    let shape = recipe.shape
    var first: [Int32] = []
    var end: [Int32] = []
    var uneven: [any Mask] = []
    for mask in recipe.masks where mask.span(query: recipe.queryStart, in: context) == nil { uneven.append(mask) }
    for row in 0..<shape.queries {
      var range = 0..<shape.keys
      for mask in recipe.masks {
        guard let span = mask.span(query: recipe.queryStart + row, in: context) else { continue }
        range = range.clamped(to: span)
      }
      first.append(Int32(range.isEmpty ? 0 : range.lowerBound))
      end.append(Int32(range.isEmpty ? 0 : range.upperBound))
    }
    ends = first + end
    bits = uneven.isEmpty ? [] : KeySpans.bits(uneven, recipe, context)
  }

  /// Pairs of query and key that are kept.
  var keptPairs: Int {
    let queries = ends.count / 2
    let words = bits.count / max(1, queries)
    return (0..<queries).reduce(0) { count, row in
      let range = Int(ends[row])..<Int(ends[queries + row])
      if bits.isEmpty { return count + range.count }
      return count + range.count { bits[row * words + $0 / 64] >> UInt64($0 % 64) & 1 == 1 }
    }
  }

  /// Whether a row keeps any key of a range.
  private func keeps(_ row: Int, anyOf keys: Range<Int>) -> Bool {
    let queries = ends.count / 2
    let range = keys.clamped(to: Int(ends[row])..<Int(ends[queries + row]))
    if bits.isEmpty || range.isEmpty { return !range.isEmpty }
    let first = row * (bits.count / queries)
    for word in range.lowerBound / 64...(range.upperBound - 1) / 64 {
      let from = UInt64.max << UInt64(max(0, range.lowerBound - word * 64))
      let end = range.upperBound - word * 64
      let upTo = end < 64 ? ~(UInt64.max << UInt64(end)) : UInt64.max
      if bits[first + word] & from & upTo != 0 { return true }
    }
    return false
  }

  /// Which squares of a part of the pairs keep any pair, `[rows][columns]`; those at the end may be smaller.
  func squares(queries: Range<Int>, keys: Range<Int>, side: Int) -> [Bool] {
    let columns = (keys.count + side - 1) / side
    var kept = [Bool](repeating: false, count: (queries.count + side - 1) / side * columns)
    for row in queries {
      let range = keys.clamped(to: Int(ends[row])..<Int(ends[ends.count / 2 + row]))
      guard !range.isEmpty else { continue }
      let first = (row - queries.lowerBound) / side * columns
      for column in (range.lowerBound - keys.lowerBound) / side...(range.upperBound - 1 - keys.lowerBound) / side
      where !kept[first + column] {
        let start = keys.lowerBound + column * side
        kept[first + column] = bits.isEmpty || keeps(row, anyOf: start..<start + side)
      }
    }
    return kept
  }

  private static func bits(_ masks: [any Mask], _ recipe: Recipe, _ context: PairContext) -> [UInt64] {
    let shape = recipe.shape
    let words = (shape.keys + 63) / 64
    var bits = [UInt64](repeating: 0, count: shape.queries * words)
    var keep = [Bool](repeating: true, count: shape.keys)
    for row in 0..<shape.queries {
      keep.withUnsafeMutableBufferPointer { keep in
        keep.update(repeating: true)
        for mask in masks { mask.narrow(keep, query: recipe.queryStart + row, in: context) }
        for key in keep.indices where keep[key] { bits[row * words + key / 64] |= 1 << UInt64(key % 64) }
      }
    }
    return bits
  }
}
