/// The known name that a mistyped one was probably meant to be.
///
/// At most a third of the letters may differ; swapping two neighbours counts as one difference.
/// - Complexity: O(letters² × names).
public func nearest<Name: StringProtocol>(to typed: String, among names: some Sequence<Name>) -> Name? {
  let letters = Array(typed.lowercased())
  let most = max(1, letters.count / 3)
  var best: (name: Name, distance: Int)?
  for name in names {
    let distance = editDistance(letters, Array(name.lowercased()), atMost: most)
    if distance <= most, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// How many letters must be put in, taken out, changed, or swapped with their neighbour (Damerau 1964, optimal string
/// alignment); any number above `limit` when it is more than that.
public func editDistance(_ one: [Character], _ other: [Character], atMost limit: Int) -> Int {
  guard abs(one.count - other.count) <= limit else { return limit + 1 }
  if one.isEmpty || other.isEmpty { return max(one.count, other.count) }
  var before: [Int] = []
  var previous = Array(0...other.count)
  for i in 1...one.count {
    var current = [i] + Array(repeating: 0, count: other.count)
    for j in 1...other.count {
      let change = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)
      current[j] = min(change, previous[j] + 1, current[j - 1] + 1)
      if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
        current[j] = min(current[j], before[j - 2] + 1)
      }
    }
    if current.allSatisfy({ $0 > limit }) { return limit + 1 }
    (before, previous) = (previous, current)
  }
  return previous[other.count]
}
