import Attention
import TerminalUI
import Testing

@testable import Tutor

@Suite struct `Looking at the picture` {
  @Test func `Tab goes round the panes and one amber bar goes with it`() {
    var visit = PlaygroundVisit.causal()
    let starts = (0..<4).map { _ in
      defer { visit.press(.tab) }
      return visit.focusBars
    }
    #expect(
      starts == [[Point(column: 1, row: 3)], [Point(column: 23, row: 14)], [Point(column: 61, row: 5)], starts[0]])
  }

  @Test func `arrows move the selected cell and the right side follows`() {
    var visit = PlaygroundVisit.causal()
    visit.press(.tab, .down, .left)
    #expect(visit.lines[3].hasSuffix("q 22 · k 2"))
    #expect(visit.message.hasPrefix("q 22 looks at k 2, 20 keys back  weight 0.0"))
    visit.type("G")
    #expect(visit.lines[3].hasSuffix("q 31 · k 2"))
    visit.press(.pageUp)
    #expect(visit.lines[3].hasSuffix("q 23 · k 2"))
    visit.type("g")
    #expect(visit.lines[3].hasSuffix("q 0 · k 2"))
    #expect(visit.message == "q 0 may not look at k 2, 2 keys ahead  masked, no weight at all")
  }

  @Test func `a masked cell's derivation ends at the mask`() {
    var visit = PlaygroundVisit.causal()
    visit.press(.tab)
    visit.type("g")
    visit.press(.right)
    #expect(visit.lines[2].hasSuffix("Why masked"))
    #expect(visit.lines.contains { $0.hasSuffix("causal        −∞") })
    #expect(visit.lines.contains { $0.hasSuffix("rank           —") })
  }

  @Test func `a query that sees no key is told so, and why its output is zeros`() {
    // Four queries stand before the first key.
    var visit = PlaygroundVisit(["queries": "8", "keys": "4", "query-start": "-4", "mask": "causal"])
    visit.press(.tab)
    visit.type("g")
    #expect(visit.lines[2].hasSuffix("Why masked"))
    #expect(visit.lines[3].hasSuffix("q 0 sees no key"))
    #expect(visit.message == "q 0 sees no key  nothing to share out, so its output is zeros")
    #expect(visit.lines.contains { $0.hasSuffix("entropy        —") })
    visit.type("s")
    #expect(visit.lines[2].contains("Why 0.00"))
    #expect(visit.message.hasPrefix("output: "))
    visit.press(.left)
    #expect(visit.message == "q 0 sees no key  nothing to share out, so its output is zeros")
    #expect(!visit.lines.contains { $0.contains("k 0 0.000") }, "masked keys add nothing and are not listed")
  }

  @Test func `in Chinese a masked cell has its own words too`() {
    var visit = PlaygroundVisit.causal(language: .zh)
    visit.press(.tab)
    visit.type("g")
    visit.press(.right)
    #expect(visit.lines[2].hasSuffix("为何被掩蔽"))
    #expect(visit.message.hasSuffix("被掩蔽，完全没有权重"))
  }

  @Test func `the steps lead from the product to the weight that the picture shows`() throws {
    let visit = PlaygroundVisit.causal()
    let screen = try #require(visit.screen)
    let (picture, why) = (try #require(screen.picture), try #require(screen.why))
    let weight = picture.run.weights[0, 21, 3]
    #expect(try abs(#require(why.derivation).weight - Double(weight)) < 1e-6)
    #expect(Figures.weight(Double(weight)) == "0.196")
  }

  @Test func `s shows the stages in order, passes over those that change nothing, and says so`() {
    var visit = PlaygroundVisit.causal()
    visit.type("s")
    #expect(visit.message == "output: each row is the weighted sum of the values, by channel")
    visit.type("s")
    #expect(visit.lines[2].contains("scores "))
    #expect(visit.lines[2].hasSuffix("Why 2.06      ##"))
    visit.type("s")
    #expect(visit.message == "masked: after the temperature, only where a query may look (biased skipped)")
    #expect(visit.screen?.view.stage == .masked)
  }

  @Test func `an output is explained by the keys that make it`() {
    var visit = PlaygroundVisit.causal()
    visit.type("s")
    #expect(visit.lines[3].hasSuffix("q 21 · channel 0"))
    #expect(visit.lines[5].contains("k 3 0.196"))
    #expect(visit.lines.contains { $0.contains("16 others") })
    visit.press(.tab, .right)
    #expect(visit.lines[3].hasSuffix("q 21 · channel 1"))
  }

  @Test func `brackets go through the heads and wrap`() {
    var visit = PlaygroundVisit.causal()
    visit.type("[")
    #expect(visit.lines[2].contains("head 4 of 4"))
    visit.type("]]")
    #expect(visit.lines[2].contains("head 2 of 4"))
  }

  @Test func `v goes to the view, whose rows turn like parameters`() {
    var visit = PlaygroundVisit.causal(look: Look())
    let before = visit.canvas[28, 8].style
    visit.press(.tab)
    visit.type("v")
    #expect(visit.screen?.view.pane == .parameters)
    #expect(visit.row("colours").hasPrefix("colours"))
    visit.press(.right)
    #expect(visit.screen?.view.colours == .magma)
    #expect(visit.canvas[28, 8].style != before)
  }

  @Test func `a row of the view turns like a parameter`() {
    var visit = PlaygroundVisit.causal(size: Size(columns: 160, rows: 50))
    visit.type("v")
    visit.press(.right)
    #expect(visit.screen?.view.colours == .magma)
    visit.press(.up, .right)
    #expect(visit.screen?.view.head == 1)
  }

  @Test func `z shows the focused pane alone and comes back`() {
    var visit = PlaygroundVisit.causal(size: Size(columns: 80, rows: 40))
    let before = visit.frame
    visit.type("z")
    #expect(visit.lines.contains { $0.contains("colours") })
    #expect(!visit.lines.contains { $0.contains("Why") })
    visit.type("z")
    #expect(visit.frame == before)
  }

  @Test func `z on parameters says what each of them means`() {
    var visit = PlaygroundVisit.causal()
    visit.type("z")
    #expect(visit.lines[4] == "  keys             32   key and value tokens M: the columns; by default N")
    #expect(visit.lines[14] == "  mask         causal   a query sees itself and what came before: j ≤ i")
    #expect(visit.lines[23].hasSuffix("Esc all panes"))
    visit.press(.escape)
    #expect(visit.lines[2].contains("weights"), "Esc brings the panes back before it leaves")
  }

  @Test func `z on why says what each step does`() {
    var visit = PlaygroundVisit.causal()
    visit.press(.tab, .tab)
    visit.type("z")
    #expect(visit.lines[6].hasPrefix("  ÷ √64         2.06   q · k of d unit-variance channels"))
  }

  @Test func `z on a picture that gains nothing by the room shows its numbers`() {
    var visit = PlaygroundVisit.causal()
    visit.press(.tab)
    visit.type("z")
    #expect(visit.lines[2].contains("zoomed"))
    #expect(visit.lines.contains { $0.contains("▌ 21") && $0.contains("[0.20]") })
    #expect(visit.message.hasPrefix("The numbers around the selected cell"))
    visit.press(.down)
    #expect(visit.lines.contains { $0.contains("▌ 22") && $0.contains("[0.03]") })
    visit.type("0")
    #expect(!visit.lines[2].contains("zoomed"))
    visit.type("z")
    #expect(visit.lines[2].contains("Why"))
  }

  @Test func `+ goes closer by halves down to the numbers, 0 fits the whole`() {
    var visit = PlaygroundVisit(["queries": "200", "dim": "2", "seed": "1"])
    visit.press(.tab)
    #expect(visit.lines[2].contains("pooled 7×"))
    visit.type("+")
    #expect(visit.lines[2].contains("pooled 3×"))
    visit.type("+")
    #expect(visit.lines[2].contains("zoomed"))
    #expect(visit.lines.contains { $0.contains(" 133 ") }, "the selected row keeps its number")
    visit.type("+")
    #expect(visit.lines.contains { $0.contains("[0.") })
    visit.type("+")
    #expect(visit.message.hasPrefix("This is as close as it gets"))
    visit.type("-")
    #expect(!visit.lines.contains { $0.contains("[0.") })
    visit.type("0")
    #expect(visit.lines[2].contains("pooled 7×"))
  }

  @Test func `a click on a zoomed cell selects that cell`() throws {
    var visit = PlaygroundVisit.causal()
    visit.press(.tab)
    visit.type("z")
    let cell = try #require(visit.place(of: "[0.20]"))
    visit.click(Point(column: cell.column + 7, row: cell.row + 1))
    #expect(visit.message.hasPrefix("q 22 looks at k 4"))
  }

  @Test func `of 128 heads it is said how many more there are, and the next ones are a click away`() throws {
    var visit = PlaygroundVisit(["queries": "4", "dim": "4", "heads": "128"], size: Size(columns: 160, rows: 50))
    let more = try #require(visit.place(of: "more: ] goes on, or type a number at head"))
    visit.click(more)
    let head = try #require(visit.screen?.view.head)
    #expect(head > 0)
    #expect(visit.lines.contains { $0.contains("\(head + 1) of 128") })
  }

  @Test(arguments: [Look.Background.dark, .light])
  func `the selected cell differs in lightness from what is around it`(background: Look.Background) throws {
    var visit = PlaygroundVisit.causal(look: Look(background: background))
    visit.press(.tab)
    for key: Key in [.end, .up, .pageUp, .right, .right, .home, .right, .down, .left] {
      visit.press(key)
      let place = try #require(visit.screen?.view)
      let cell = visit.canvas[28 + place.key, 4 + place.query / 2]
      let colours: [UInt8] = [231, 16, 196, background == .dark ? 252 : 236]
      let (marks, grounds) = (colours.map(Ink.colour), colours.map(Ground.colour))
      #expect(marks.contains(cell.style.ink) || grounds.contains(cell.style.ground), "\(place.query), \(place.key)")
    }
  }

  @Test func `a click selects a cell, a second one takes it apart`() throws {
    var visit = PlaygroundVisit.causal()
    visit.click(Point(column: 28 + 5, row: 4 + 10))
    #expect(visit.lines[3].hasSuffix("q 20 · k 5"), "the upper one of two rows that share a line")
    #expect(visit.screen?.view.pane == .picture)
    visit.click(Point(column: 28 + 5, row: 4 + 10))
    #expect(visit.stack.screens.last is ExplanationScreen)
  }

  @Test func `a click on a parameter focuses it, its arrows turn it, a second click types`() throws {
    var visit = PlaygroundVisit.causal()
    visit.click(try #require(visit.place(of: "heads")))
    #expect(visit.screen?.view.row == .parameter("heads"))
    visit.click(try #require(visit.place(of: "›  ")))
    #expect(visit.recipe?["heads"] == "6", "5 heads cannot share 2 kv heads")
    visit.click(try #require(visit.place(of: "heads")))
    #expect(visit.screen?.isTyping == true)
  }

  @Test func `a click on a small head shows it`() throws {
    var visit = PlaygroundVisit.causal(size: Size(columns: 160, rows: 50))
    let caption = try #require(visit.place(of: "head 3 · kv 2"))
    visit.click(Point(column: caption.column + 2, row: caption.row + 3))
    #expect(visit.screen?.view.head == 2)
    visit.click(try #require(visit.place(of: "output")))
    #expect(visit.screen?.view.stage == .output)
  }

  @Test func `the selected cell stays inside a smaller picture and comes back in a larger one`() {
    var visit = PlaygroundVisit.causal()
    visit.type("8")
    visit.press(.enter)
    #expect(visit.lines[3].hasSuffix("q 7 · k 3"))
    visit.type("u")
    #expect(visit.lines[3].hasSuffix("q 21 · k 3"))
  }

  @Test func `a narrow picture names its stage before anything else`() {
    var visit = PlaygroundVisit.causal(size: Size(columns: 60, rows: 16))
    visit.type("s")
    #expect(visit.lines[2].contains("  output "))
    #expect(visit.message == "each row is the weighted sum of the values, by channel")
  }

  @Test func `a mask that only a file can bring says so`() {
    var visit = PlaygroundVisit.causal()
    visit.focus("mask")
    visit.press(.enter)
    visit.type("custom")
    visit.press(.enter)
    #expect(visit.message == "mask custom reads mask from a file: use heed attend --input.  u back")
  }

  @Test(arguments: [(40, 12), (60, 16), (80, 24), (120, 24), (120, 40)])
  func `wherever the focus goes, one amber bar shows it`(columns: Int, rows: Int) {
    var visit = PlaygroundVisit(
      ["queries": "12", "heads": "2", "mask": "causal,padding:9", "temperature": "2"],
      size: Size(columns: columns, rows: rows))
    for _ in 0..<2 {
      for _ in 0..<3 {
        for _ in 0..<12 {
          #expect(visit.focusBars.count == 1, "\(visit.frame)")
          visit.press(.down)
        }
        visit.press(.tab)
      }
      visit.type("sz")
    }
  }

  @Test(arguments: [(40, 12), (59, 20), (60, 16), (80, 24), (119, 30), (120, 40), (160, 50), (200, 60), (300, 20)])
  func `every size and every stage draws`(columns: Int, rows: Int) {
    for flags in [["queries": "1"], ["queries": "5", "keys": "300", "heads": "3"]] as [KeyValuePairs<String, String>] {
      var visit = PlaygroundVisit(flags, size: Size(columns: columns, rows: rows), language: .zh, look: Look())
      for _ in 0..<5 {
        visit.press(.character("s"), .tab)
        #expect(visit.lines.allSatisfy { $0.cellWidth <= columns })
      }
      visit.type("zw")
      #expect(visit.lines.count == rows)
    }
  }
}
