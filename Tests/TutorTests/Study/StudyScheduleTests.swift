import Foundation
import Learning
import TerminalUI
import Testing
import Workbook

@testable import Tutor

/// The words under the title of the question on scaling.
private func schedule(_ log: [(Date, Learning.Event)], _ language: Language = .en) throws -> String {
  var desk = try Desk.sample(language, log: log)
  desk.type("S")
  return try #require(desk.lines[4].components(separatedBy: "│").last?.trimmingCharacters(in: .whitespaces))
}

private let whole = CardID(question: SampleBank.scale)

@Suite struct `The schedule of a question` {
  @Test func `is new, or tells the grade's from the quiz's`() throws {
    let morning = SampleLog.day(0, minute: -1)
    #expect(try schedule([]) == "new")
    #expect(try schedule([(morning, SampleLog.review(whole, .easy))]) == "self-grade in 8 d")
    #expect(try schedule([(SampleLog.day(20), SampleLog.review(whole, .easy))]) == "self-grade due, recall 83%")
    #expect(try schedule([(morning, SampleLog.review(SampleBank.bare, .easy))]) == "not self-graded · quiz in 8 d")
    let both = [
      (SampleLog.day(9), SampleLog.review(SampleBank.choice, .again)), (morning, SampleLog.review(whole, .good)),
    ]
    #expect(try schedule(both) == "self-grade in 9 min · 1 quiz item due")
    #expect(try schedule(both, .zh) == "9 分后自评 · 1 道测验题到期")
  }

  @Test func `is explained by w, naming what was asked`() throws {
    var desk = try Desk.sample(columns: 120, log: [(SampleLog.day(3), SampleLog.review(SampleBank.bare, .easy))])
    desk.type("Sw")
    #expect(
      desk.message
        == "  Quiz item: recall 95% after 3 d at stability 8.3 d, due at 90%. “Which factor brings the scores of d_k = … back to…”"
    )
    desk.resize(columns: 80, rows: 24)
    desk.type("w")
    #expect(desk.message == "  Quiz item: recall 95% after 3 d, due at 90%. “Which factor brings the scor…”")
    desk.type("Lw")
    #expect(desk.message.hasPrefix("  测验题：3 天前答过，"))
    #expect(desk.message.hasSuffix("…”"))
  }

  @Test func `undo and redo name what they take back`() throws {
    var desk = try Desk.quiz([SampleBank.choice])
    desk.type("1H")
    desk.type("u")
    #expect(desk.message == "  Undone: the answer to “With q and k of unit variance and d_k =…”  U redo")
    desk.type("U")
    #expect(desk.message == "  Done again: the answer to “With q and k of unit variance and d_k =…”  u undo")
    desk.type("L")
    desk.type("u")
    #expect(desk.message == "  已撤销：作答“q、k 方差为 1，d_k = 64。q·k 的标准差是…”  U 重做")
  }
}
