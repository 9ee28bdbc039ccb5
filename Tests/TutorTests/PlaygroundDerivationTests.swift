import TerminalUI
import Testing

@testable import Tutor

@Suite struct `A derivation in full` {
  @Test func `a small one fits and shows every product, every step and what the output gains`() {
    var visit = PlaygroundVisit(
      ["queries": "4", "dim": "4", "mask": "causal", "seed": "3"], size: Size(columns: 80, rows: 30))
    visit.type("w")
    #expect(
      visit.frame == #"""
          heed › Playground                                  0.16 kFLOP   0.05 ms   EN
         ╭─ Why 0.420: q 2 · k 2 ─────────────────────────────────────────────────────╮
         │  Products q_i × k_i                                                        │
         │  0      0.012 ×   0.194 =   0.002   2      0.701 ×   1.382 =   0.969       │
         │  1      0.714 ×   0.116 =   0.082   3      0.047 ×   1.457 =   0.069       │
         │                                                                            │
         │  From their sum to the weight                                              │
         │  q · k         4 products                                            1.12  │
         │  ÷ √4                                                                0.56  │
         │    q · k of d unit-variance channels has variance d: ÷ √d makes it 1       │
         │  causal        2 ≤ 2, kept                                           0.56  │
         │  − row max     0.56                                                  0.00  │
         │    less the row's largest, so that e^s never overflows; weights stay       │
         │  exp                                                                 1.00  │
         │    e to that power: never negative, 1 for the largest                      │
         │  ÷ row sum     2.38                                                 0.420  │
         │    divided by the sum of the row's exponents: shares of 1                  │
         │                                                                            │
         │  What it adds to the output: weight × v, channel by channel                │
         │  0      0.420 ×  −0.949 =  −0.399   2      0.420 ×   0.440 =   0.185       │
         │  1      0.420 ×  −0.101 =  −0.042   3      0.420 ×   1.478 =   0.622       │
         ╰────────────────────────────────────────────────────────────────────────────╯
          dropout           0
          kernel        plain
          fault          none
          rope style interle…
          ▾ 11 more

          The products, their sum, and what becomes of it.
          ↑↓ further, back   PgUp PgDn by the page                  ? help   Esc close
        """#)
  }

  @Test func `a long one scrolls and says how much is left`() {
    var visit = PlaygroundVisit.causal()
    visit.type("w")
    #expect(visit.lines.contains { $0.contains("▾") })
    visit.press(.pageDown, .down)
    #expect(!visit.lines.contains { $0.contains("Products q_i") })
    visit.type("G")
    #expect(visit.lines.contains { $0.contains("   63  ") || $0.contains(" 63   ") })
    #expect(!visit.lines.contains { $0.contains("▾") && $0.contains("more ──") })
    visit.press(.enter)
    #expect(visit.screen != nil && visit.stack.screens.last is PlaygroundScreen)
  }

  @Test func `of the output it lists every key`() {
    var visit = PlaygroundVisit(["queries": "4", "dim": "4", "seed": "3"], size: Size(columns: 60, rows: 24))
    visit.type("s")
    visit.press(.tab, .enter)
    #expect(
      visit.frame == #"""
          heed › Playground              0.26 kFLOP   0.05 ms   EN
         ╭─ Why 0.40: q 2 · channel 0 ────────────────────────────╮
         │  weight × v in channel 0, key by key                   │
         │  k 0    0.254 ×   2.471 =   0.629                      │
         │  k 1    0.104 ×   0.012 =   0.001                      │
         │  k 2    0.260 ×  −0.949 =  −0.247                      │
         │  k 3    0.382 ×   0.052 =   0.020                      │
         │                                                        │
         │  their sum: the output                          0.403  │
         ╰────────────────────────────────────────────────────────╯

          Parts                                   Row 2
          position       none                     sum        1.000
          score    scaled-dot                     entropy     1.30
          mask           none                     eff. keys    3.7
          normalise   softmax                     rank      1 of 4
          temperature       1
          bias           none                     Run
          query start    auto                     pairs         16
          scale          auto                     KV cache   128 B
          ▾ 17 more

          The sum of all values, each times its weight.
          ↑↓ further, back                      ? help   Esc close
        """#)
  }

  @Test func `narrow screens get one product a line`() {
    var visit = PlaygroundVisit.causal(size: Size(columns: 40, rows: 12))
    visit.type("w")
    #expect(visit.lines.contains { $0.contains("0.445 ×   1.017 =   0.453") })
  }
}
