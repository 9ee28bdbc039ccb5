import Attention
import TerminalUI
import Testing

@testable import Tutor

/// One line of eighty columns holds every explanation, in both languages. With letters for symbols no line is shorter.
@Suite struct `Explanations fit their line` {
  private let look = Look(colours: .none, ascii: true)

  @Test(arguments: [Tutor.Language.en, .zh])
  func `of every parameter at every value that the arrows stop at`(language: Tutor.Language) {
    var visit = PlaygroundVisit(["queries": "8", "heads": "4"], language: language, look: look)
    for parameter in Recipe.parameters {
      visit.turn(parameter.name, to: visit.recipe?[parameter.name] ?? "")
      visit.expectWholeMessage()
      guard !parameter.isNumeric, let first = visit.recipe?[parameter.name] else { continue }
      for _ in 0..<40 {
        visit.press(.right)
        visit.expectWholeMessage()
        if visit.recipe?[parameter.name] == first { break }
      }
      visit.turn(parameter.name, to: first)
    }
  }

  @Test func `beside a long operand a result still stands apart`() throws {
    let visit = PlaygroundVisit([
      "queries": "32", "dim": "64", "heads": "4", "seed": "7", "mask": "causal", "score": "additive",
    ])
    let line = try #require(visit.lines.first { $0.contains("÷ sum") })
    #expect(line.contains(/÷ sum [0-9.…]+ 0\.\d{3}/), "\(line)")
  }

  @Test(arguments: [Tutor.Language.en, .zh])
  func `of rope's own parameters and of the view`(language: Tutor.Language) {
    var visit = PlaygroundVisit(["queries": "8", "position": "rope", "heads": "1"], language: language, look: look)
    for name in ["rope-style", "rope-base", "rope-scaling", "kv-heads"] {
      visit.turn(name, to: visit.recipe?[name] ?? "")
      for _ in 0..<6 {
        visit.expectWholeMessage()
        visit.press(.right)
      }
    }
    visit.type("G")
    for _ in 0..<3 {
      visit.expectWholeMessage()
      visit.press(.up)
    }
  }

  @Test(arguments: [Tutor.Language.en, .zh])
  func `of every stage, with and without those that change nothing`(language: Tutor.Language) {
    for flags in [["queries": "8"], ["queries": "8", "bias": "alibi", "mask": "causal"]]
      as [KeyValuePairs<String, String>]
    {
      var visit = PlaygroundVisit(flags, language: language, look: look)
      for _ in 0..<5 {
        visit.type("s")
        visit.expectWholeMessage()
      }
    }
  }

  private static let recipes: [KeyValuePairs<String, String>] =
    [
      ["score": "additive"], ["score": "bilinear"], ["score": "cosine"], ["score": "dot"], ["scale": "0.5"],
      ["softcap": "20", "temperature": "0.5", "dropout": "0.3"], ["axis": "queries"], ["bias": "alibi"],
      ["bias": "t5"], ["query-start": "-100000", "mask": "causal"], ["mask": "bigbird:2,1,1"],
      ["mask": "longformer:2,1"], ["mask": "padding:3"], ["mask": "prefix:2"], ["mask": "dilated:2,2"],
      ["mask": "window:2"], ["mask": "documents:3"],
      ["dim": "1024", "value-dim": "1024", "heads": "16", "keys": "16", "queries": "1"],
    ] + ["softmax1", "sigmoid", "sparsemax", "entmax15", "topk:2", "none"].map { ["normalize": $0] }

  @Test(arguments: [Tutor.Language.en, .zh])
  func `of every step of every kind of derivation`(language: Tutor.Language) {
    for flags in Self.recipes {
      var visit = PlaygroundVisit(flags, language: language, look: look)
      #expect(visit.screen?.why != nil, "\(flags)")
      for stage in 0..<2 {
        visit.press(.tab)
        for key in [Key.home, .end] {
          visit.press(key)
          visit.expectWholeMessage()
        }
        visit.press(.left, .tab)
        var line: Int?
        while visit.screen?.view.whyLine != line {
          line = visit.screen?.view.whyLine
          visit.expectWholeMessage()
          visit.press(.down)
        }
        visit.press(.tab)
        if stage == 0 { visit.type("s") }
      }
    }
  }

  @Test(arguments: [Tutor.Language.en, .zh])
  func `of every refusal`(language: Tutor.Language) {
    for parameter in Recipe.parameters {
      for typed in ["x", "-1000000000", "1e30", "2.5", "window:0", "cusal"] {
        var visit = PlaygroundVisit(["queries": "8", "position": "rope"], language: language, look: look)
        visit.turn(parameter.name, to: visit.recipe?[parameter.name] ?? "")
        visit.press(.enter)
        visit.expectWholeMessage()
        visit.type(typed)
        visit.expectWholeMessage()
      }
    }
  }
}

extension PlaygroundVisit {
  /// Sets a parameter by its name, as the palette does.
  fileprivate mutating func turn(_ name: String, to value: String) {
    perform(stack.perform([.turn(parameter: name, to: value)]))
  }

  /// The message is there and nothing of it is cut.
  fileprivate func expectWholeMessage(at location: SourceLocation = #_sourceLocation) {
    let message = message
    #expect(!message.isEmpty, sourceLocation: location)
    #expect(!message.hasSuffix(String(look.glyphs.ellipsis)), sourceLocation: location)
  }
}
