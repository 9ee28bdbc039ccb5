extension NumberTemplate {
  /// Ways of typing a number that are understood, the plainest first; none of them is a right answer.
  public func examples(besides instance: NumberInstance) -> [String] {
    let all = Unit.examples(of: unit)
    func gives(_ examples: [String]) -> Bool {
      examples.contains { example in reading(example).map { accepts($0, for: instance) } ?? false }
    }
    return all.first { !gives($0) } ?? []
  }
}

extension Unit {
  /// Lists of examples, so far from each other that a right answer stands in one of them at most.
  static func examples(of unit: Unit?) -> [[String]] {
    let plain = [["0.25", "1/4", "2^30", "1.07e9"], ["0.6", "3/5", "2^20", "1.05e6"]]
    guard let unit else { return plain }
    let rate = unit.isRate ? "/s" : ""
    switch unit.noun {
    case .byte:
      return [
        ["1 GiB\(rate)", "1.07 GB\(rate)", "1073741824", "2^30", "1.07e9"],
        ["3 MiB\(rate)", "3.15 MB\(rate)", "3145728", "3 * 2^20", "3.15e6"],
      ]
    case .operation:
      return [
        ["2 TFLOP\(rate)", "2000 GFLOP\(rate)", "2e12", "2 * 10^12"],
        ["5 GFLOP\(rate)", "5000 MFLOP\(rate)", "5e9", "5 * 10^9"],
      ]
    case .second: return [["1.5 ms", "1500 µs", "0.0015 s"], ["40 ms", "0.04 s", "40000 µs"]]
    case .one: return unit.factor == 1 ? plain : [["12.5%", "12.5", "25/2"], ["40%", "40", "80/2"]]
    case .other:
      // A multiplier alone is no rate.
      return [["1000000", "10^6", "1e6", "1M"], ["3000", "3 * 10^3", "3e3", "3K"]].map {
        unit.isRate ? Array($0.dropLast()) : $0
      }
    }
  }

  /// Whether the number may be given in another unit of the same kind: in GB for bytes.
  public var hasOthers: Bool {
    switch noun {
    case .byte, .operation, .second: true
    case .one, .other: false
    }
  }
}
