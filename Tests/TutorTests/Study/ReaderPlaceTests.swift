import Foundation
import TerminalUI
import Testing

@testable import Tutor

/// The reader at the question on scaling, every part open, scrolled to the sentence before its figures.
private func reading(_ language: Language = .en) throws -> Desk {
  var desk = try Desk.sample(columns: 80, rows: 16, language)
  desk.type("S")
  desk.press(.up, .enter)
  desk.type("    g")
  for _ in 0..<20 where !desk.top.contains(language == .en ? "For independent" : "设各分量") { desk.press(.down) }
  return desk
}

extension Desk {
  /// The reader's first row.
  fileprivate var top: String { lines[2].components(separatedBy: "│").last ?? "" }
}

@Suite struct `The place in the reader` {
  @Test func `stays while the reader is alone, and comes back exactly`() throws {
    var desk = try reading()
    let before = desk.lines
    desk.type("z")
    #expect(desk.top.contains("For independent parts of mean 0 and variance 1:"))
    desk.type("z")
    #expect(desk.lines == before)
  }

  @Test func `stays when the language changes`() throws {
    var desk = try reading()
    let before = desk.lines
    desk.type("L")
    #expect(desk.top.contains("设各分量相互独立"))
    desk.type("L")
    #expect(desk.lines == before)
  }

  @Test func `stays when the window changes`() throws {
    var desk = try reading()
    let before = desk.lines
    desk.resize(columns: 60, rows: 16)
    #expect(desk.top.contains("For independent parts"))
    desk.resize(columns: 160, rows: 14)
    desk.resize(columns: 80, rows: 16)
    #expect(desk.lines == before)
  }

  @Test func `is kept for each question`() throws {
    var desk = try reading()
    let before = desk.lines
    desk.type("]")
    #expect(!desk.text.contains("For independent"))
    desk.type("[")
    #expect(desk.lines == before)
  }

  @Test func `can be the very end in plain ASCII too, where texts are longer`() throws {
    var desk = try Desk.sample(columns: 60, rows: 16, look: Look(ascii: true))
    desk.type("S")
    desk.press(.up, .enter)
    desk.type("     G")
    #expect(desk.lines[..<14].contains { $0.hasSuffix("Need, S3.2.1") || $0.contains("3.2.1") })
  }

  @Test func `never shows an open part's heading without what follows`() throws {
    var desk = try Desk.sample(columns: 60, rows: 16)
    desk.type("S")
    desk.press(.up, .enter)
    desk.type("     g")
    var headings: Set<String> = []
    for _ in 0..<40 {
      let body = desk.lines[2..<13].map { $0.components(separatedBy: "│").last ?? "" }
      let last = try #require(body.last { $0.contains { $0 != " " && $0 != "▾" } })
      for line in body where line.contains("▾ ") { headings.insert(line) }
      #expect(!last.contains("▾ "), "\(last)")
      desk.press(.down)
    }
    #expect(headings.count >= 5, "all of them came by")
  }
}
