/// Numbers that look random and follow from a seed alone: the same on every machine and in every version.
///
/// Source: Steele, Lea, Flood 2014, Fast Splittable Pseudorandom Number Generators (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// A stream of its own for each name under one seed.
  public init(seed: UInt64, name: String) {
    // FNV-1a; Swift's own hashes differ from run to run.
    state = name.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

extension Array {
  /// The same elements in an order that follows from the generator.
  ///
  /// The standard library may change how `shuffled(using:)` draws; a resumed quiz must find its options where they
  /// were.
  public func ordered(by generator: inout SeededGenerator) -> [Element] {
    var result = self
    for last in stride(from: count - 1, to: 0, by: -1) {
      result.swapAt(last, Int(generator.next() % UInt64(last + 1)))
    }
    return result
  }
}
