import Attention
import Foundation
import Testing

/// A case of `vectors/attend.json`, computed by an independent implementation in double precision.
struct VectorCase: Sendable, CustomTestStringConvertible {
  let name: String
  let flags: [Flag]
  /// The input file.
  let input: Data
  let scores: [[[Double]]]
  let keep: [[Bool]]
  let weights: [[[Double]]]
  /// `[heads][queries][valueDim]`; a projected output is one head.
  let output: [[[Double]]]
  let rowSums: [[Double]]
  let entropy: [[Double?]]

  var testDescription: String { name }

  static let all: [VectorCase] = {
    guard let file = Bundle.module.url(forResource: "attend", withExtension: "json", subdirectory: "vectors"),
      let data = try? Data(contentsOf: file),
      let cases = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
    else { return [] }
    return cases.compactMap(VectorCase.init)
  }()

  private init?(_ json: [String: Any]) {
    guard let name = json["name"] as? String, let flags = json["flags"] as? [String],
      let input = json["input"] as? [String: Any], let data = try? JSONSerialization.data(withJSONObject: input),
      let expect = json["expect"] as? [String: Any], let scores = expect["scores"] as? [[[Double]]],
      let keep = expect["keep"] as? [[Bool]], let weights = expect["weights"] as? [[[Double]]],
      let sums = expect["row_sums"] as? [[Double]], let entropy = expect["entropy"] as? [[Any]]
    else { return nil }
    if let heads = expect["output"] as? [[[Double]]] {
      output = heads
    } else if let rows = expect["output"] as? [[Double]] {
      output = [rows]
    } else {
      return nil
    }
    self.name = name
    self.flags = stride(from: 0, to: flags.count, by: 2).map {
      Flag(name: String(flags[$0].dropFirst(2)), value: flags[$0 + 1])
    }
    self.input = data
    self.scores = scores
    self.keep = keep
    self.weights = weights
    rowSums = sums
    self.entropy = entropy.map { $0.map { $0 as? Double } }
  }
}
