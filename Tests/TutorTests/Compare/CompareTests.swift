import Attention
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Comparing` {
  @Test func `c pins what is seen, and nothing differs yet`() throws {
    var visit = PlaygroundVisit.causal()
    visit.focus("score")
    visit.type("c")
    #expect(visit.lines[0].hasPrefix("  heed › Playground › Compare"))
    #expect(visit.lines[3].contains("no part differs"))
    #expect(visit.lines[3].contains("▌score     ‹ scaled-dot ›"))
    #expect(visit.message.hasPrefix("A and B are the same."))
    let difference = try #require(visit.comparison?.difference)
    #expect(difference.largest == 0 && difference.values.count == 32 * 32)
  }

  @Test func `every change from then on is one of B, and the difference is B − A`() throws {
    var visit = PlaygroundVisit.causal()
    visit.focus("score")
    visit.type("c]")
    let before = try #require(visit.comparison?.a)
    visit.press(.right)
    let comparison = try #require(visit.comparison)
    let (a, b) = try #require(comparison.both)
    #expect(a.recipe == before.recipe && a.recipe["score"] == "scaled-dot" && b.recipe["score"] == "dot")
    let difference = try #require(comparison.difference)
    #expect(difference.subject == Difference.Subject(stage: .weights, head: 1))
    for (row, column) in [(0, 0), (21, 3), (31, 17)] {
      let expected = b.run.weights[1, row, column] - a.run.weights[1, row, column]
      #expect(difference.values[row * 32 + column] == expected)
    }
    #expect(difference.largest > 0.5 && !difference.isRounding)
    #expect(visit.lines[3].contains("1 part differs"))
    visit.press(.left)
    #expect(visit.comparison?.difference?.largest == 0, "back at A's value the difference is dark")
  }

  @Test func `only the parts that differ are listed, and the one where the keyboard is`() {
    var visit = PlaygroundVisit.comparing("scaled-or-not-64")
    #expect(visit.comparison?.rows == [.parameter("score")])
    visit.perform(visit.stack.perform([.turn(parameter: "temperature", to: "2")]))
    #expect(visit.comparison?.rows == [.parameter("score"), .parameter("temperature")])
    #expect(visit.row("score").hasPrefix("score         scaled-dot  score                dot"))
    #expect(visit.row("temperature").contains("‹ 2 ›"))
    visit.press(.left)
    visit.press(.left)
    #expect(visit.comparison?.rows.count == 2, "the row stays where the keyboard is")
    visit.press(.up)
    #expect(visit.comparison?.rows == [.parameter("score")])
  }

  @Test func `A and B share one range, and B − A is dark at zero`() throws {
    let screen = try #require(PlaygroundVisit.comparing("scaled-or-not-64").comparison)
    let area = Rect(column: 0, row: 0, columns: 24, rows: 12)
    let session = PlaygroundVisit.causal().stack.session
    let pictures = try CompareScreen.Side.allCases.map { try #require(screen.picture(of: $0, in: area, session)) }
    #expect(pictures[0].range == pictures[1].range && pictures[0].range.range.lowerBound == 0)
    let difference = pictures[2].range.range
    #expect(difference.lowerBound == -difference.upperBound && pictures[2].heatmap.map == .signed)
    #expect(Set(pictures.map(\.heatmap.selected)).count == 1, "one cell is selected in all three")
  }

  @Test func `one cell is looked at in all three, and the figures and the message follow it`() throws {
    var visit = PlaygroundVisit.comparing("scaled-or-not-64")
    #expect(visit.lines.contains { $0.hasPrefix("  q 22 · k 10        0.167") && $0.hasSuffix("+0.801") })
    visit.press(.tab, .left)
    #expect(visit.lines.contains { $0.hasPrefix("  q 22 · k 9") })
    #expect(visit.message.hasPrefix("q 22 looks at k 9, 13 keys back  weight "))
    visit.press(.right, .right, .right, .down)
    visit.type("G")
    let (a, b) = try #require(visit.comparison?.both)
    let (one, other) = (a.run.weights[0, 23, 12], b.run.weights[0, 23, 12])
    #expect(visit.message.hasSuffix("\(Figures.weight(Double(one))) in A, \(Figures.weight(Double(other))) in B"))
  }

  @Test func `Esc goes back to B with A still pinned, c goes back without`() throws {
    var visit = PlaygroundVisit.causal()
    visit.focus("score")
    visit.type("c")
    visit.press(.right, .escape)
    #expect(visit.stack.screens.last is PlaygroundScreen)
    #expect(visit.recipe?["score"] == "dot" && visit.screen?.picture?.recipe["score"] == "dot")
    #expect(visit.lines[0].contains("A pinned"))
    visit.focus("temperature")
    visit.press(.right)
    visit.type("c")
    #expect(visit.comparison?.pinned["score"] == "scaled-dot")
    #expect(visit.lines[3].hasSuffix("2 parts differ"))
    visit.type("c")
    #expect(!visit.lines[0].contains("A pinned"))
    #expect(visit.recipe?["score"] == "dot")
    visit.type("c")
    #expect(visit.comparison?.pinned["score"] == "dot", "the next pin is what is seen then")
  }

  @Test func `undo takes back B's changes one by one, here and in the playground`() {
    var visit = PlaygroundVisit.causal()
    visit.focus("score")
    visit.type("c")
    visit.press(.right, .right)
    #expect(visit.comparison?.now.recipe["score"] == "cosine")
    visit.type("u")
    #expect(visit.comparison?.now.recipe["score"] == "dot")
    #expect(visit.message.hasPrefix("score is dot again."))
    visit.type("U")
    #expect(visit.comparison?.now.recipe["score"] == "cosine")
    visit.press(.escape)
    visit.type("uu")
    #expect(visit.recipe?["score"] == "scaled-dot")
  }

  @Test func `A is computed once, however often B changes`() throws {
    var visit = PlaygroundVisit.comparing("scaled-or-not-64")
    visit.isHeld = true
    visit.press(.right)
    visit.press(.right)
    #expect(visit.held.count == 1)
    guard case .compute(_, ticket: .playground)? = visit.held.first else {
      Issue.record("only B is wanted")
      return
    }
  }

  @Test func `a comparison whose runs are awaited says so, and Esc leaves it`() {
    var visit = PlaygroundVisit(["queries": "2"])
    visit.isHeld = true
    visit.compare("window")
    #expect(visit.held.count == 2)
    #expect(visit.lines.contains { $0.contains("computing") })
    visit.type("swv]")
    visit.press(.tab, .left, .down)
    #expect(visit.stack.screens.last is CompareScreen)
    visit.deliver()
    #expect(visit.comparison?.difference != nil)
    visit.press(.escape)
    #expect(visit.recipe?["mask"] == "causal,window:6")
  }

  @Test func `where the shapes differ there is a difference where both are`() throws {
    var visit = PlaygroundVisit(["queries": "12", "mask": "causal"])
    visit.type("c8")
    visit.press(.enter)
    #expect(visit.lines.contains { $0.hasSuffix("where both are: 8 × 8") })
    let difference = try #require(visit.comparison?.difference)
    #expect((difference.rows, difference.columns) == (8, 8))
    #expect(difference.isRounding, "the tokens that both have are the same")
    visit.type("u14")
    visit.press(.enter, .tab)
    visit.type("G")
    #expect(visit.lines.contains { $0.hasPrefix("  q 13 · k ") && $0.contains("—") }, "A has no such row")
    #expect(visit.message.contains("not there in A"))
  }

  @Test func `of heads there are as many as both have`() throws {
    var visit = PlaygroundVisit(["queries": "8", "heads": "4"])
    visit.focus("heads")
    visit.type("c2")
    visit.press(.enter)
    #expect(visit.comparison?.heads == 2)
    visit.type("]")
    #expect(visit.lines[2].contains("head 2 of 2"))
    visit.type("]")
    #expect(visit.lines[2].contains("head 1 of 2"))
  }

  @Test func `a kernel without weights is compared by its output`() throws {
    var visit = PlaygroundVisit(["queries": "8", "mask": "causal"])
    visit.focus("kernel")
    visit.type("c")
    visit.press(.right)
    #expect(visit.lines[2].hasSuffix("output"))
    #expect(try #require(visit.comparison?.difference).largest < 4e-6)
    #expect(visit.lines.contains { $0.contains("scores, weights") && $0.hasSuffix("−512 B") })
    visit.type("s")
    #expect(visit.message.contains("keeps no scores and no weights"))
    visit.press(.left)
    #expect(visit.lines[2].hasSuffix("weights"), "with weights on both sides the stage comes back")
  }

  @Test(arguments: Comparison.all, [Tutor.Language.en, .zh])
  func `every comparison of the list is drawn, and a fault's invariant is named whole`(
    _ comparison: Comparison, _ language: Tutor.Language
  ) throws {
    let visit = PlaygroundVisit.comparing(comparison.name, language: language)
    let screen = try #require(visit.comparison)
    #expect(screen.pinned == comparison.a && screen.now.recipe == comparison.b)
    let subject = Difference.Subject(stage: comparison.stage, head: comparison.head)
    #expect(screen.difference?.subject == subject)
    #expect(!visit.lines.contains { $0.contains("computing") || $0.contains("计算中") })
    #expect(visit.message.hasSuffix(comparison.notice.text(in: language)))
    let invariant = type(of: comparison.b.fault).invariant
    let who = language == .en ? "B breaks: " : "B 违反："
    #expect(visit.lines.contains { $0.contains(who) } == (invariant != nil))
    if let invariant { #expect(visit.lines.contains("  " + who + invariant.text(in: language))) }
  }

  @Test func `a fault of A that B mends is A's`() {
    var visit = PlaygroundVisit(["queries": "8", "mask": "causal", "fault": "mask-inverted"])
    visit.focus("fault")
    visit.type("c")
    visit.perform(visit.stack.perform([.turn(parameter: "fault", to: "none")]))
    #expect(visit.lines.contains { $0.hasPrefix("  A breaks: a query must see the keys that the mask keeps") })
  }

  @Test func `the slash finds comparisons, values and numbers`() {
    var visit = PlaygroundVisit.comparing("scaled-or-not-4")
    visit.type("/scaled 256")
    visit.press(.enter)
    #expect(visit.comparison?.pinned["dim"] == "256")
    visit.type("/normalise: sigmoid")
    visit.press(.enter)
    #expect(visit.comparison?.now.recipe["normalize"] == "sigmoid")
    visit.type("/temperature")
    visit.press(.enter)
    visit.type("3")
    visit.press(.enter)
    #expect(visit.comparison?.now.recipe["temperature"] == "3")
    #expect(visit.stack.screens.count == 3, "Home, playground, comparison")
  }

  @Test func `the palette opens a comparison from anywhere, upon a playground with B`() {
    var visit = PlaygroundVisit(["queries": "2"])
    visit.press(.escape)
    visit.type(":MHA and MQA")
    visit.press(.enter)
    #expect(visit.lines[0].hasPrefix("  heed › Playground › Compare"))
    #expect(visit.lines.contains { $0.hasPrefix("  KV cache          32 KiB") && $0.hasSuffix("÷ 8   −28 KiB") })
    visit.press(.escape)
    #expect(visit.recipe?["kv-heads"] == "1")
    visit.press(.escape)
    #expect(visit.stack.screens.count == 1)
  }

  @Test func `a refused value leaves B as it was and says why`() {
    var visit = PlaygroundVisit.comparing("mha-or-gqa")
    visit.type("3")
    visit.press(.enter)
    #expect(visit.message == "kv heads 3: do not divide 8 heads. Nearest: 4")
    visit.press(.escape)
    #expect(visit.comparison?.now.recipe["kv-heads"] == "2" && visit.comparison?.now.field == nil)
    #expect(visit.stack.screens.last is CompareScreen)
  }

  @Test func `the stage is that of both`() throws {
    var visit = PlaygroundVisit.comparing("alibi-sign")
    visit.type("ss")
    #expect(visit.lines[2].hasSuffix("scores"))
    #expect(visit.comparison?.difference?.isRounding == true)
    #expect(visit.lines[3].contains("only rounding"))
    visit.type("s")
    #expect(visit.lines[2].hasSuffix("biased"))
    #expect(try #require(visit.comparison?.difference).largest > 1)
  }

  @Test func `a hidden score is no number, a hidden weight is 0`() throws {
    var visit = PlaygroundVisit.comparing("window")
    let weights = try #require(visit.comparison?.difference)
    #expect(weights.kept?[10 * 24 + 2] == true && weights.kept?[2 * 24 + 10] == false)
    visit.press(.tab)
    visit.type("sss")
    let masked = try #require(visit.comparison?.difference)
    #expect(masked.subject.stage == .masked)
    #expect(masked.kept?[10 * 24 + 2] == false && masked.kept?[10 * 24 + 9] == true)
    visit.type("g")
    #expect(visit.message.contains("masked"))
  }
}
