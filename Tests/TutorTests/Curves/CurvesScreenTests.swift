import Attention
import TerminalUI
import Testing

@testable import Tutor

/// The playground with curves, their runs held back.
private func held(_ flags: KeyValuePairs<String, String>, _ keys: String, size: Size = Size(columns: 80, rows: 24))
  -> PlaygroundVisit
{
  var visit = PlaygroundVisit(flags, size: size)
  visit.isHeld = true
  visit.type(keys)
  return visit
}

extension PlaygroundVisit {
  /// Makes some of the runs that are asked for one after another, each in a time of its own.
  fileprivate mutating func make(_ runs: Int, taking seconds: (Recipe) -> Double) {
    for _ in 0..<runs {
      guard case .compute(let recipe, let ticket)? = held.first else { return }
      let result = Result { () throws(InputError) in try Run(recipe) }
      perform(stack.receive(.computed(recipe, ticket: ticket, result, seconds: seconds(recipe))))
    }
  }

  fileprivate var curves: CurvesScreen? { stack.screens.last as? CurvesScreen }
}

/// As if a pair of tokens took a nanosecond by the plain kernel, and a token a microsecond by the other.
private func time(_ recipe: Recipe) -> Double {
  let tokens = Double(recipe.shape.queries)
  return recipe["kernel"] == "plain" ? tokens * tokens * 1e-9 : tokens * 1e-6
}

@Suite struct `Curves` {
  @Test func `time and operations stand side by side while they are measured`() {
    var visit = held(["queries": "128", "dim": "4"], "m3")
    visit.make(18, taking: time)
    #expect(
      visit.frame == #"""
          heed › Playground › Curves                               128 × 128, d 4   EN

          1 entropy   2 deviation   3 time   4 KV cache

          Time of a run against n                 FLOPs, by the book   tokens, log–log
            1 ms │   │                             10 M │   │
                 │   │                                  │   │
                 │   │⢀⠔⠊              linear       1 M │   │  ⡠               plain
          100 µs │ ⢀⠤●⠁                                 │   │⡠⠊
                 │⠊⠁ │ ⢀⠔              plain            │  ⡠●
                 │   │⡠⠊                          100 k │⢀⠜ │
                 │  ⢀●⠁                                 │⠁  │
           10 µs │ ⢠⠊│                                  │   │⢀⡠⠔               linear
                 │⡰⠁ │                             10 k │⢀⡠⠔●⠁
                 │   │                                  │⠁  │
            1 µs │   │                              1 k │   │
                 └────────────────────                  └─────────────────────
                 64 128   512  2,048                    64 128    512  2,048

          ● plain  0.02 ms   0.26 MFLOP   16 GFLOP/s
          ● linear  0.13 ms   9.7 kFLOP   76 MFLOP/s

          Measuring  ━━━━──────  42%   Esc stops
          ←→ read off   v next curve   w why   r again               ? help   Esc stop
        """#)
  }

  @Test func `on a large screen too`() {
    var visit = held(["queries": "128", "dim": "4"], "m3", size: Size(columns: 160, rows: 50))
    visit.make(18, taking: time)
    #expect(
      visit.frame == #"""
          heed › Playground › Curves                                                                                                               128 × 128, d 4   EN

          1 entropy   2 deviation   3 time   4 KV cache

          Time of a run against n                                                         FLOPs, by the book                                           tokens, log–log
            1 ms │         │                                                               10 M │          │
                 │         │                                                                    │          │
                 │         │                                                                    │          │
                 │         │                                                                    │          │
                 │         │                                                                    │          │
                 │         │                                                                    │          │
                 │         │                                                                    │          │
                 │         │        ⡠⠔                                         linear           │          │
                 │         │     ⢀⠔⠊                                                            │          │
                 │         │  ⢀⡠⠊⠁                                                          1 M │          │       ⢀⠔⠁                                         plain
                 │         │⡠⠔⠁                                                                 │          │      ⡰⠁
                 │       ⢀⠔●                                                                    │          │    ⡠⠊
          100 µs │    ⢀⡠⠊⠁ │                                                                    │          │  ⡠⠊
                 │  ⡠⠔⠁    │                                                                    │          │⢀⠜
                 │⠔⠊       │         ⡠                                         plain            │         ⢀●⠁
                 │         │        ⡔⠁                                                          │       ⢀⠔⠁│
                 │         │      ⢀⠎                                                            │      ⡠⠊  │
                 │         │     ⡠⠃                                                             │    ⡠⠊    │
                 │         │    ⡔⠁                                                        100 k │  ⢠⠊      │
                 │         │  ⢀⠎                                                                │⢀⠔⠁       │
                 │         │ ⡠⠃                                                                 │⠁         │
                 │         │⡔⠁                                                                  │          │
                 │        ⢀●                                                                    │          │
                 │       ⡠⠃│                                                                    │          │
           10 µs │      ⡔⠁ │                                                                    │          │
                 │    ⢀⠎   │                                                                    │          │      ⣀⠤⠒⠁                                         linear
                 │   ⢠⠊    │                                                                    │          │  ⢀⡠⠒⠉
                 │  ⡰⠁     │                                                               10 k │          ●⠔⠊⠁
                 │⢀⠜       │                                                                    │      ⣀⠤⠒⠉│
                 │⠊        │                                                                    │  ⢀⡠⠔⠉    │
                 │         │                                                                    │⠔⠊⠁       │
                 │         │                                                                    │          │
                 │         │                                                                    │          │
                 │         │                                                                    │          │
                 │         │                                                                    │          │
                 │         │                                                                    │          │
            1 µs │         │                                                                1 k │          │
                 └────────────────────────────────────────────────────────────                  └─────────────────────────────────────────────────────────────
                 64       128       256       512      1,024     2,048   4,096                  64        128       256       512      1,024     2,048   4,096

          ● plain  0.02 ms   0.26 MFLOP   16 GFLOP/s
          ● linear  0.13 ms   9.7 kFLOP   76 MFLOP/s

          Measuring  ━━━━──────  42%   Esc stops
          ←→ read off   v next curve   w why   r again                                                                                               ? help   Esc stop
        """#)
  }

  @Test func `the best of three times counts`() throws {
    var visit = held(["queries": "64", "dim": "2"], "m3")
    var seconds = [0.004, 0.002, 0.003].makeIterator()
    visit.make(3) { _ in seconds.next() ?? 1 }
    let figures = try #require(visit.curves?.figures)
    #expect(figures.values[0][0] == 0.002)
    #expect(figures.operations[0][0] == Double(4 * 64 * 64 * 2))
    #expect(figures.values[1][0] == nil)
  }

  @Test func `Esc stops, r goes on, a second Esc goes back`() {
    var visit = held(["queries": "8"], "m")
    visit.make(5, taking: time)
    #expect(visit.message == "Measuring  ━━────────  29%   Esc stops")
    visit.press(.escape)
    #expect(visit.message == "Stopped.   r goes on" && visit.held.isEmpty)
    visit.type("r")
    #expect(visit.message.hasPrefix("Measuring  ━━────────  29%"))
    visit.press(.escape, .escape)
    #expect(visit.curves == nil && visit.lines[0].contains("Playground"))
  }

  @Test func `leaving or another curve gives the runs up, and what was measured stays`() {
    var visit = held(["queries": "8"], "m")
    visit.make(17, taking: time)
    #expect(visit.curves?.isMeasuring == false && visit.message.hasPrefix("τ 1: "))
    visit.type("v")
    #expect(visit.curves?.isMeasuring == true)
    visit.type("1")
    #expect(visit.held.isEmpty && visit.message.hasPrefix("τ 1: "))
    visit.type("2")
    #expect(visit.held.count == 1)
    visit.press(.escape, .escape)
    #expect(visit.held.isEmpty && visit.curves == nil)
  }

  @Test func `arrows read the values off`() throws {
    var visit = PlaygroundVisit(["queries": "16", "seed": "2"])
    visit.type("m")
    let figures = try #require(visit.curves?.figures)
    #expect(figures.plan.places[figures.cursor] == 1)
    let values = figures.values[0].compactMap { $0 }
    #expect(values.count == 17)
    visit.press(.right, .right)
    #expect(visit.row("● entropy").contains(Figures.value(values[10])))
    #expect(visit.message.hasPrefix("τ 2: "))
    visit.type("g")
    #expect(visit.message.hasPrefix("τ 0.0625: almost one-hot"))
    visit.type("G")
    #expect(visit.row("● entropy").contains(Figures.value(values[16])))
    visit.press(.right)
    #expect(visit.row("● entropy").contains(Figures.value(values[16])))
  }

  @Test func `w says how each is computed`() {
    for (key, words) in [("1", "effective keys"), ("2", "Var(q·k)"), ("4", "DeepSeek-V2")] {
      var visit = PlaygroundVisit(["queries": "8"], size: Size(columns: 80, rows: 40))
      visit.type("m\(key)w")
      #expect(visit.lines.contains { $0.contains(words) })
    }
    let visit = held(["queries": "8"], "m3w", size: Size(columns: 80, rows: 40))
    #expect(visit.lines.contains { $0.contains("the best time counts") })
  }

  @Test func `a click on a name shows that curve`() throws {
    var visit = PlaygroundVisit(["queries": "8"])
    visit.type("m")
    visit.click(try #require(visit.place(of: "KV cache")))
    #expect(visit.curves?.kind == .cache)
  }

  @Test func `a run that overflows leaves its point out`() throws {
    var visit = PlaygroundVisit(["queries": "4", "score": "dot", "scale": "1e37"])
    visit.type("m")
    let figures = try #require(visit.curves?.figures)
    #expect(figures.next == nil)
    #expect(figures.values[0][0] == nil && figures.values[0][16] != nil)
  }
}
