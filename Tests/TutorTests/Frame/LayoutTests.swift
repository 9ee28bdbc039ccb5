import Learning
import TerminalUI
import Testing

@testable import Tutor

/// Ways into every screen but the playground, as keys typed on Home.
private let visits = [
  "", "jj", "G", "S", "S ", "S     ", "Sj ", "Sf", "Sz", "Q", "Qjjj ", "Q\n", "Q\n1", "Q\n1 ", "T", "T\t", "T\t\t",
  "T\t\t\t",
  "Tz", "?", "S?", "T?", ":", ":s", ":zzz", "/", "/mask",
]

private let sizes = [
  (40, 12), (44, 14), (59, 20), (60, 16), (79, 23), (80, 24), (100, 30), (120, 40), (160, 50), (200, 60),
]

extension Desk {
  fileprivate mutating func visit(_ keys: String) {
    for character in keys {
      switch character {
      case "\n": press(.enter)
      case "\t": press(.tab)
      default: type(String(character))
      }
    }
  }

  /// The rows on which an amber bar stands: where the keys go.
  fileprivate var focused: [Int] {
    let canvas = canvas
    return (0..<canvas.size.rows).filter { row in
      (0..<canvas.size.columns).contains { canvas[$0, row].glyph == "▌" && canvas[$0, row].style.ink == .accent }
    }
  }
}

@Suite struct `On every screen` {
  @Test(arguments: sizes) func `the outermost columns stay empty but for the sign of more`(columns: Int, rows: Int)
    throws
  {
    for language in Language.allCases {
      for keys in visits {
        var desk = try Desk.sample(columns: columns, rows: rows, language)
        desk.visit(keys)
        let canvas = desk.canvas
        for row in 0..<rows {
          #expect(canvas[0, row].glyph == " ", "\(keys) \(language) row \(row)")
          #expect([" ", "▾"].contains(canvas[columns - 1, row].glyph), "\(keys) \(language) row \(row)")
        }
      }
    }
  }

  @Test(arguments: sizes) func `one row has the keyboard`(columns: Int, rows: Int) throws {
    for keys in visits where !keys.contains("1") && !keys.contains("?") && !keys.contains("z") {
      var desk = try Desk.sample(columns: columns, rows: rows)
      desk.visit(keys)
      let focused = desk.focused
      #expect(!focused.isEmpty && focused == Array(focused[0]..<focused[0] + focused.count), "\(keys): \(focused)")
      #expect(keys.hasPrefix("Q\n") || focused.count == 1, "\(keys): \(focused)")
    }
  }

  @Test func `a message fits its line at 80 columns`() throws {
    for language in Language.allCases {
      for keys in visits + [
        "Sw", "S w", "Sb", "Sy", "S 3", "Tw", "T\tw", "T\t\tw", "T\t\t\tw", "u", "U", "Q\n1u", "Q\n1w 3u",
      ] {
        var desk = try Desk.sample(language)
        desk.visit(keys)
        #expect(!desk.message.hasSuffix("…"), "\(keys): \(desk.message)")
      }
      var exam = try Desk.quiz([SampleBank.choice], feedback: .final, language)
      #expect(!exam.message.hasSuffix("…"))
      exam.type("q")
      #expect(!exam.message.hasSuffix("…"))
    }
  }

  @Test(arguments: sizes) func `the way out stands at the right end of the footer`(columns: Int, rows: Int) throws {
    for keys in visits where !keys.contains("?") {
      var desk = try Desk.sample(columns: columns, rows: rows)
      desk.visit(keys)
      let end = columns < 60 ? ["Esc", "  q"] : ["Esc back", "Esc pause", "Esc close", "Esc clear", "q quit"]
      #expect(end.contains { desk.footer.hasSuffix($0) }, "\(keys): \(desk.footer)")
      #expect(desk.footer.cellWidth == columns - 2)
    }
  }

  @Test(arguments: [(80, 24), (120, 40)]) func `the other language moves no bar, rule, mark or figure`(
    columns: Int, rows: Int
  ) throws {
    for keys in ["", "jj", "G", "T", "T\t", "T\t\t\t"] {
      var desk = try Desk.sample(columns: columns, rows: rows)
      desk.visit(keys)
      let english = structure(desk.canvas)
      desk.type("L")
      #expect(structure(desk.canvas) == english, "\(keys)")
    }
  }

  @Test(arguments: Language.allCases) func `the rule between list and reader is unbroken at any width`(
    language: Language
  )
    throws
  {
    for columns in 60...130 {
      var desk = try Desk.sample(columns: columns, rows: 24, language)
      desk.type("S  ")
      let canvas = desk.canvas
      let rule = (0..<columns).filter { canvas[$0, 2].glyph == "│" }
      #expect(rule.count == 1)
      #expect(rule.allSatisfy { column in (2..<21).allSatisfy { canvas[column, $0].glyph == "│" } }, "\(columns)")
    }
  }

  /// Where bars, rules, charts and marks stand, and where figures end at the right: what words must not move.
  private func structure(_ canvas: Canvas) -> [String] {
    (2..<canvas.size.rows - 3).map { row in
      String(
        (0..<canvas.size.columns).map { "━─│█▌◆●■·▆".contains(canvas[$0, row].glyph) ? canvas[$0, row].glyph : " " })
    }
  }
}
