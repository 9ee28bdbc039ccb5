import Attention
import Foundation
import Testing

private func read(_ json: String, _ words: String = "") throws -> (Inputs, Recipe) {
  var recipe = try Recipe(words)
  let inputs = try Inputs(json: Data(json.utf8), recipe: &recipe)
  return (inputs, recipe)
}

private func matrix(_ rows: Int, _ columns: Int) -> String {
  "["
    + (0..<rows).map { _ in "[" + (0..<columns).map { "0.\($0)" }.joined(separator: ",") + "]" }.joined(separator: ",")
    + "]"
}

private func tensor(_ heads: Int, _ rows: Int, _ columns: Int) -> String {
  "[" + (0..<heads).map { _ in matrix(rows, columns) }.joined(separator: ",") + "]"
}

@Suite struct `An input file` {
  @Test func `brings its shape, one matrix being one head`() throws {
    let (inputs, recipe) = try read(
      #"{"q": [[1, 2], [3, 4.5e0], [-0, 1E-2]], "k": [[[1, 0], [0, 1]]], "v": [[7], [8]]}"#, "temperature 2")
    #expect(recipe.shape == Shape(heads: 1, kvHeads: 1, queries: 3, keys: 2, dim: 2, valueDim: 1))
    #expect(recipe.temperature == 2)
    #expect(inputs.q.values == [1, 2, 3, 4.5, 0, 0.01])
    #expect(inputs.v.row(0, 1).elementsEqual([8]))
  }

  @Test func `brings a mask`() throws {
    let (inputs, recipe) = try read(
      "{\"q\": \(matrix(2, 3)), \"k\": \(matrix(2, 3)), \"v\": \(matrix(2, 3)), \"mask\": [[true, false], [true, true]]}",
      "mask custom")
    #expect(inputs.customMask == [true, false, true, true])
    try #expect(Run(recipe, inputs).keep == [true, false, true, true])
  }

  @Test func `brings tokens and projections, and lets queries start at 0 across`() throws {
    let square = matrix(4, 4)
    let weights = "\"wq\": \(square), \"wk\": \(square), \"wv\": \(square), \"wo\": \(square), \"heads\": 2"
    let (own, alone) = try read("{\"x\": \(matrix(3, 4)), \(weights), \"y\": null}")
    #expect(alone.shape == Shape(heads: 2, kvHeads: 2, queries: 3, keys: 3, dim: 2, valueDim: 2))
    try #expect(Run(alone, own).output.shapeText == "[1,3,4]")
    let (_, across) = try read("{\"x\": \(matrix(3, 4)), \"y\": \(matrix(5, 4)), \(weights)}")
    #expect(across.queryStart == 0)
    let (_, placed) = try read("{\"x\": \(matrix(3, 4)), \"y\": \(matrix(5, 4)), \(weights)}", "query-start 2")
    #expect(placed.queryStart == 2)
  }

  @Test(arguments: [
    (
      "q \(tensor(2, 5, 8)) k \(tensor(2, 7, 8)) v \(tensor(2, 6, 8))",
      "k has 7 keys but v has 6 (k [2,7,8], v [2,6,8])"
    ),
    (
      "q \(tensor(2, 5, 4)) k \(tensor(2, 7, 8)) v \(tensor(2, 7, 8))",
      "q has 4 channels but k has 8 (q [2,5,4], k [2,7,8])"
    ),
    (
      "q \(tensor(2, 5, 8)) k \(tensor(2, 7, 8)) v \(tensor(1, 7, 8))",
      "k has 2 heads but v has 1 (k [2,7,8], v [1,7,8])"
    ),
    (
      "q \(tensor(3, 1, 2)) k \(tensor(2, 1, 2)) v \(tensor(2, 1, 2))",
      "q has 3 heads, not divisible by the 2 of k (q [3,1,2], k [2,1,2])"
    ),
    ("q \(tensor(1, 1, 1025)) k \(tensor(1, 1, 1025)) v [[1]]", "q has 1025 channels, but 1 to 1024 are allowed"),
    ("q [[1],[2]] k [[1]]", "v is missing, and every run needs it"),
    ("q null k [[1]] v [[1]]", "q is missing, and every run needs it"),
    ("q [[1]] k [[1]] v [[1]] extra 3", "extra: unknown key"),
    ("q [[1]] k [[1]] latent 3", "k cannot stand beside latent"),
    ("x [[1]] latent 3", "latent cannot stand beside x"),
    ("q [[1]] k [[1]] v [[1]] wq [[1]]", "wq belongs to x, which is missing"),
    ("x [[1]] k [[1]] v [[1]]", "k cannot stand beside x"),
    ("q [[1]] q [[1]]", "q: given more than once"),
    ("q [1,2] k [[1]] v [[1]]", "q must be [heads][tokens][dim] of numbers"),
    ("q 3 k [[1]] v [[1]]", "q must be [heads][tokens][dim] of numbers"),
    ("q [[true]] k [[1]] v [[1]]", "q must be [heads][tokens][dim] of numbers"),
    ("q [[1],[2,3]] k [[1]] v [[1]]", "q[1] has 2 elements, but the first one has 1"),
    ("q [[1],2] k [[1]] v [[1]]", "q must be arrays of one kind, all numbers or all true and false"),
    ("q [[1,true]] k [[1]] v [[1]]", "q must be arrays of one kind, all numbers or all true and false"),
    ("q [[1],[]] k [[1]] v [[1]]", "q[1] is empty"),
    ("q [] k [[1]] v [[1]]", "q is empty"),
    ("q [[\"a\"]] k [[1]] v [[1]]", "q must be arrays of numbers"),
    ("q [[1,1e39]] k [[1]] v [[1]]", "q[0][1] is not a finite 32-bit number"),
    ("q [[NaN]] k [[1]] v [[1]]", "q[0][0] is not a finite 32-bit number"),
    ("q [[1],[-Infinity]] k [[1]] v [[1]]", "q[1][0] is not a finite 32-bit number"),
    ("q [[1]] k [[1]] v [[1]] mask [[1]]", "mask must be [queries][keys] of true and false"),
    ("q [[1]] k [[1]] v [[1]] mask [[true,false]]", "mask is [1,2], but there are 1 queries and 1 keys"),
    ("x [[1,2]] wq [[1]] wk [[1]] wv [[1]] wo [[1]]", "wq has 1 channels but x has 2 (wq [1,1], x [1,2])"),
    ("x [[1]] y [[1,2]] wq [[1]] wk [[1]] wv [[1]] wo [[1]]", "wk has 1 channels but y has 2 (wk [1,1], y [1,2])"),
    ("x [[1]] wq [[1]] wk [[1]] wv [[1]]", "wo is missing, and x needs it"),
    (
      "x [[1]] wq [[1],[1],[1]] wk [[1]] wv [[1]] wo [[1]] heads 2",
      "wq has 3 rows, not divisible by heads 2 (wq [3,1])"
    ),
    ("x [[1]] wq [[1],[1]] wk [[1]] wv [[1]] wo [[1]]", "wq has 2 channels a head but wk has 1 (wq [2,1], wk [1,1])"),
    (
      "x [[1]] wq [[1]] wk [[1]] wv [[1]] wo [[1,2]]",
      "wo takes 2 channels but the heads give 1 × 1 (wo [1,2], wv [1,1])"
    ),
    ("x [[1]] wq [[1]] wk [[1]] wv [[1]] wo [[1]] bq [1,2]", "bq has 2 channels but wq has 1 (bq [2], wq [1,1])"),
    ("x [[1]] wq [[1]] wk [[1]] wv [[1]] wo [[1]] heads 1.5", "heads must be a whole number, 1 to 128"),
    (
      "x [[1]] wq [[1],[1],[1]] wk [[1],[1]] wv [[1],[1]] wo [[1,1,1]] heads 3 kv_heads 2",
      "heads 3 is not divisible by the 2 kv_heads"
    ),
  ])
  func `is refused in one line, with fields and shapes`(_ fields: String, _ line: String) {
    let words = fields.split(separator: " ")
    let members = stride(from: 0, to: words.count, by: 2).map { "\"\(words[$0])\": \(words[$0 + 1])" }
    #expect(message { _ = try read("{\(members.joined(separator: ", "))}") } == line)
  }

  @Test(arguments: [
    ("", "line 1, column 1: the text ends too early, expected an object, as {\"q\": …}"),
    ("[1]", "line 1, column 1: expected an object, as {\"q\": …}"),
    ("{\"q\": [[1]]", "line 1, column 12: the text ends too early, expected , or }"),
    ("{\n  \"q\" [1]}", "line 2, column 7: expected : after the key"),
    ("{\"q\": [[01]]}", "line 1, column 9: expected a value"),
    ("{\"q\": [[1,]]}", "line 1, column 11: expected a value"),
    ("{\"q\": [[1.]]}", "line 1, column 9: expected a value"),
    ("{\"q\": tru}", "line 1, column 7: expected a value"),
    ("{\"q\": \"x}", "line 1, column 7: the quote is not closed"),
    ("{\"q\": 1} 2", "line 1, column 10: expected nothing after the object"),
    ("{\"键\": @}", "line 1, column 7: expected a value"),
    ("{q: 1}", "line 1, column 2: expected a key in quotes"),
    ("{\"q\": [[[[[1]]]]]}", "line 1, column 11: q is nested too deep"),
    ("{\"q\": {\"a\": {\"b\": {\"c\": 1}}}}", "line 1, column 19: objects are nested too deep"),
  ])
  func `that is not JSON is refused with line and column`(_ text: String, _ line: String) {
    #expect(message { _ = try read(text) } == line)
  }

  @Test func `leaves the recipe as it was when it is refused`() throws {
    var recipe = try Recipe("position rope")
    let before = recipe
    let odd = Data("{\"q\": \(matrix(2, 3)), \"k\": \(matrix(2, 3)), \"v\": \(matrix(2, 3))}".utf8)
    #expect(
      message { _ = try Inputs(json: odd, recipe: &recipe) }
        == "dim 3: odd, but rope turns pairs of channels. Nearest: 4")
    #expect(recipe == before)
  }

  @Test func `without a mask does not do for a custom mask`() throws {
    let (inputs, recipe) = try read(#"{"q": [[1]], "k": [[1]], "v": [[1]]}"#, "mask custom")
    #expect(message { _ = try Run(recipe, inputs) } == "mask is missing, and mask custom needs it")
  }

  @Test func `whose projections would not fit memory is refused before they are applied`() throws {
    var recipe = Recipe()
    let square = matrix(4, 4)
    let file = Data(
      "{\"x\": \(matrix(3, 4)), \"wq\": \(square), \"wk\": \(square), \"wv\": \(square), \"wo\": \(square)}".utf8)
    #expect(
      message { _ = try Inputs(json: file, recipe: &recipe, memoryLimit: 100) }.contains("100 bytes is the limit"))
  }
}
