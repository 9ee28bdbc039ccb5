import Attention
import Foundation
import Testing

/// The mask as lines of `#` and `·`.
private func picture(_ words: String) throws -> [String] {
  let run = try Run(words)
  let keys = run.shape.keys
  return (0..<run.shape.queries).map { row in
    let places: [Character] = run.keep[row * keys..<(row + 1) * keys].map { $0 ? "#" : "·" }
    return String(places)
  }
}

@Suite struct `Masks` {
  @Test func `look as they should`() throws {
    try #expect(picture("queries 5 mask window:2") == ["##···", "###··", "·###·", "··###", "···##"])
    try #expect(picture("queries 5 mask window:2,causal") == ["#····", "##···", "·##··", "··##·", "···##"])
    try #expect(picture("queries 4 mask prefix:2") == ["##··", "##··", "###·", "####"])
    try #expect(picture("queries 6 mask dilated:2,2") == ["#·#···", "·#·#··", "#·#·#·", "·#·#·#", "··#·#·", "···#·#"])
    try #expect(picture("queries 5 mask longformer:1,1") == ["#####", "##···", "#·#··", "#··#·", "#···#"])
    try #expect(picture("queries 2 keys 5 mask window:1") == ["···#·", "····#"], "queries stand at the last keys")
  }

  @Test func `of a wide window hide nothing`() throws {
    for words in ["queries 5 keys 9", "queries 9 keys 5 heads 2", "queries 7"] {
      try #expect(Run("\(words) mask window:9").weights == Run(words).weights)
    }
    try #expect(Run("keys 6 mask prefix:6").weights == Run("keys 6").weights)
    try #expect(Run("mask prefix:0").weights == Run("mask causal").weights)
    try #expect(Run("mask dilated:3,1").weights == Run("mask window:3").weights)
    try #expect(Run("mask bigbird:3,1,0").weights == Run("mask longformer:3,1").weights)
    try #expect(Run("mask bigbird:1,0,8").weights == Run("").weights)
  }

  @Test(arguments: [1, 2, 5])
  func `of BigBird draw as many keys for each query, the same from one seed`(_ count: Int) throws {
    let words = "queries 30 dim 1 mask bigbird:1,0,\(count) seed 3"
    let run = try Run(words)
    var alone = 0
    for row in 0..<30 {
      let kept = run.keep[row * 30..<(row + 1) * 30].count { $0 }
      #expect(kept == count || kept == count + 1)
      if kept == count + 1 { alone += 1 }
    }
    #expect(alone > 15, "few of the drawn keys are the query's own")
    try #expect(Run(words).keep == run.keep)
    try #expect(Run(words.replacing("seed 3", with: "seed 4")).keep != run.keep)
    try #expect(Set(picture(words)).count > 25, "each query has keys of its own")
  }

  @Test func `of documents come one after the other from the seed, and from a file in any order`() throws {
    let lines = try picture("queries 24 mask documents seed 5")
    #expect(Set(lines).count == 3)
    for line in lines { #expect(line.count { $0 == "#" } >= 3) }
    let flags = [Flag(name: "mask", value: "documents"), Flag(name: "query-start", value: "1")]
    var recipe = try Recipe(flags, shapeFollows: true)
    let json = #"{"q": [[1], [1]], "k": [[1], [1], [1]], "v": [[1], [1], [1]], "documents": [7, -1, 7]}"#
    let inputs = try Inputs(json: Data(json.utf8), recipe: &recipe)
    try #expect(Run(recipe, inputs).keep == [false, true, false, true, false, true])
  }

  @Test(arguments: [
    ("[1, 2]", "documents has 2 ids, but there are 1 keys"), ("[1.5]", "documents must be [keys] of whole numbers"),
    ("null", "documents is missing, and mask documents needs it"),
  ])
  func `of documents refuse ids that do not fit`(_ ids: String, _ line: String) throws {
    var recipe = try Recipe("mask documents")
    let json = Data("{\"q\": [[1]], \"k\": [[1]], \"v\": [[1]], \"documents\": \(ids)}".utf8)
    #expect(message { _ = try Inputs(json: json, recipe: &recipe) } == line)
  }
}
