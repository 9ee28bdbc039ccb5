import Attention
import Foundation
import Testing

private let file = #"{"q": [[[1, 0]]], "k": [[[1, 0], [0, 1]]], "v": [[[1], [3]]]}"#

@Suite struct `The command attend` {
  @Test func `prints what the pipeline computes, the same on every run`() throws {
    let words =
      "--queries 5 --keys 9 --heads 4 --kv-heads 2 --dim 6 --value-dim 3 --seed 7 --position rope --mask causal --mask padding:7 --temperature 0.5 --scale -0.3 --query-start -1"
    let json = try AttendProgram(words).json()
    let names = words.split(separator: " ").map { String($0) }
    let flags = stride(from: 0, to: names.count, by: 2).map {
      Flag(name: String(names[$0].dropFirst(2)), value: names[$0 + 1])
    }
    let run = try Run(Recipe(flags))
    let weights = try #require(json["weights"] as? [[[Double]]])
    #expect(weights.joined().joined().map { Float($0) } == run.weights.values)
    #expect(json["keep"] as? [[Bool]] == (0..<5).map { Array(run.keep[$0 * 9..<($0 + 1) * 9]) })
    #expect(json["empty_rows"] as? [Int] == [0])
    #expect(try #require(json["seconds"] as? Double) >= 0)
    #expect(
      Set(json.keys) == [
        "shape", "scores", "keep", "weights", "output", "row_sums", "entropy", "empty_rows", "flops", "bytes",
        "seconds",
      ])
  }

  @Test func `reads a file, and standard input for a dash`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json")
    try Data(file.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let named = try AttendProgram(["--input", path.path, "--seed", "3"]).json()
    let piped = try AttendProgram("--input - --format json", input: file).json()
    #expect(named["scores"] as? [[[Double]]] == [[[0.70710677, 0]]])
    #expect(piped["scores"] as? [[[Double]]] == named["scores"] as? [[[Double]]])
    #expect(
      named["shape"] as? [String: Int] == [
        "heads": 1, "kv_heads": 1, "queries": 1, "keys": 2, "dim": 2, "value_dim": 1,
      ])
  }

  @Test(arguments: [
    ("--queries 0", 64, "queries 0: must be 1 to 16384"),
    ("--queries -3", 64, "queries -3: must be 1 to 16384"),
    ("--heads 6 --kv-heads 4", 64, "heads 6: not divisible by 4 kv heads. Nearest: 8"),
    ("--dropout 1", 64, "dropout 1: must be 0 or more, below 1"),
    (
      "--fault tile-kv --heads 4", 64, "fault tile-kv: needs kv-heads above 1 and below heads"
    ),
    ("--preset slding-window", 64, "preset slding-window: unknown. Did you mean sliding-window?"),
    ("--preset causal --mask window:0", 64, "mask window:0: must be window:w with w 1 to 16384"),
    ("--format xml", 64, "format xml: unknown. Known: json, csv, svg, ansi, python"),
    ("--format csv --kernel flash", 64, "format csv: kernel flash keeps no weights; plain does"),
    (
      "--format python --queries 1001 --keys 1000 --dim 1", 64,
      "format python: 1002001 numbers are too many for a program; up to 1000000 fit"
    ),
    ("--mask custom", 64, "mask custom: needs an input file with mask"),
    ("--kernel latent --score cosine", 64, "kernel latent: cannot honour score cosine"),
    ("--kernel linear --mask window:3", 64, "kernel linear: cannot honour mask window:3"),
    (
      "--queries 5 --keys 3 --mask causal --kernel decode", 65,
      "kernel decode: the first query stands at -2, before any key"
    ),
    ("--input - --score additive", 65, "k has 2 keys but v has 1 (k [1,2,1], v [1,1,1])"),
    ("--input - --queries 3", 64, "queries: the shape comes from the input file"),
    ("--queries", 64, "Missing value for '--queries <N>'"),
    ("--scor dot", 64, "Unknown option '--scor'. Did you mean '--score'?"),
    ("more", 64, "Unexpected argument 'more'"),
    ("--input -", 65, "k has 2 keys but v has 1 (k [1,2,1], v [1,1,1])"),
    ("--input - --mask custom --bias none", 65, "k has 2 keys but v has 1 (k [1,2,1], v [1,1,1])"),
    ("--score dot --scale 1e39", 65, "scores overflow to infinity at [0][0][0]: too large for 32-bit floats"),
    ("--input /no/such/file", 66, "/no/such/file: No such file or directory"),
    ("--input /", 66, "/: Is a directory"),
  ])
  func `says what is wrong in one line, with its status`(_ words: String, _ status: Int32, _ line: String) throws {
    let program = try AttendProgram(words, input: #"{"q": [[1]], "k": [[1], [2]], "v": [[1]]}"#)
    #expect(program.status == status)
    #expect(program.errors == "heed attend: \(line)\n")
    #expect(program.output.isEmpty)
  }

  @Test func `lets no control character through to the terminal`() throws {
    let program = try AttendProgram(["--score", "\u{1b}[31m\nred\u{202e}"])
    #expect(
      program.errors
        == "heed attend: score \u{FFFD}[31m red\u{FFFD}: unknown. Known: scaled-dot, dot, cosine, additive, bilinear\n")
  }

  @Test(arguments: Recipe.parameters.map(\.name))
  func `has a flag for every parameter`(_ name: String) throws {
    var recipe = try Recipe([Flag(name: "heads", value: "4"), Flag(name: "position", value: "rope")])
    let parameter = try #require(Recipe.parameter(name))
    let (up, down) = (
      parameter.step(from: recipe[name], by: 1, in: recipe), parameter.step(from: recipe[name], by: -1, in: recipe)
    )
    try recipe.set(name, to: up == recipe[name] ? down : up)
    let arguments = recipe.flags.flatMap { ["--\($0.name)", $0.value] }
    let output = try #require(AttendProgram(arguments).json()["output"] as? [[[Double]]])
    try #expect(output.joined().joined().map { Float($0) } == Run(recipe).output.values)
  }

  @Test func `starts from a preset, changed by the flags beside it`() throws {
    let run = try Run(Recipe([Flag(name: "queries", value: "5"), Flag(name: "mask", value: "window:2")]))
    let json = try AttendProgram("--mask window:2 --preset sliding-window --queries 5").json()
    let output = try #require(json["output"] as? [[[Double]]])
    #expect(output.joined().joined().map { Float($0) } == run.output.values)
    // A file brings the shape; the rest of the preset stays.
    let grouped = try AttendProgram("--preset no-scale --input -", input: file).json()
    #expect(grouped["scores"] as? [[[Double]]] == [[[1, 0]]])
  }

  @Test func `prints a table, pictures and a program`() throws {
    func text(_ words: String, input: String = "") throws -> String {
      let program = try AttendProgram(words, input: input)
      #expect(program.errors.isEmpty)
      return String(decoding: program.output, as: UTF8.self)
    }
    let table = try text("--queries 3 --keys 5 --heads 2 --format csv").split(separator: "\n")
    #expect(table.count == 1 + 30 && table[0] == "head,query,key,kept,score,weight")
    #expect(try text("--mask causal --format svg").hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(try text("--mask causal --format ansi").contains("weights"))
    // The tensors of a file are in the program; others are drawn again.
    #expect(try text("--input - --format python", input: file).contains("numbers((1, 2, 1,), \"\"\"\n1 3\"\"\")"))
    #expect(try text("--seed 9 --format python").contains("q = normal(9, \"q\", H, N, D)"))
  }

  @Test func `describes each of its flags`() throws {
    let help = String(decoding: try AttendProgram("--help").output, as: UTF8.self)
    for parameter in Recipe.parameters { #expect(help.contains("--\(parameter.name) <")) }
  }
}
