import Foundation
import Learning
import TerminalUI
import Testing
import Workbook

@testable import Tutor

private let whole = CardID(question: SampleBank.scale)

/// Study at the question on scaling, its short answer open, after some earlier grades of it.
private func graded(_ before: [Grade], _ language: Language = .en) throws -> Desk {
  let log = before.enumerated().map { index, grade in
    (SampleLog.day(3 * (before.count - index)), SampleLog.review(whole, grade))
  }
  var desk = try Desk.sample(language, log: log)
  desk.type("S ")
  return desk
}

@Suite struct `Grading in Study` {
  @Test(
    arguments: [[], [.again], [.good], [.good, .good], [.easy], [.easy, .again], [.easy, .good, .easy]] as [[Grade]],
    Grade.allCases)
  func `sets exactly the interval that its button shows`(before: [Grade], grade: Grade) throws {
    for language in Language.allCases {
      var desk = try graded(before, language)
      let names = language == .en ? ["Again", "Hard", "Good", "Easy"] : ["重来", "困难", "良好", "简单"]
      let button = "\(grade.rawValue) \(names[grade.rawValue - 1]) "
      let shown = try #require(desk.message.components(separatedBy: button).dropFirst().first)
        .components(separatedBy: "   ")[0]
      let now = desk.session.now
      desk.type("\(grade.rawValue)")
      let memory = try #require(desk.session.history.cards[whole])
      #expect(duration(memory.interval, desk.session) == shown)
      #expect(memory.lastReview == now)
      #expect(desk.message.contains(shown), "the message repeats it")
    }
  }

  @Test func `is one review of the question as a whole, with the time since it was opened`() throws {
    var desk = try graded([])
    desk.wait(75)
    desk.type("3")
    let review = Review(card: whole, grade: .good, score: nil, seconds: 75, language: "en")
    #expect(desk.recorded.last == .review(review))
    #expect(desk.message.hasPrefix("  Saved. It comes back in 10 min.   ] next question   u undo"))
  }

  @Test func `is told whole on the smallest screen`() throws {
    for (language, said) in [(Language.en, "  Saved. Back in 10 min.   u undo"), (.zh, "  已保存，10 分后再来。   u 撤销")] {
      var desk = try Desk.firstDay(columns: 40, rows: 12, language)
      desk.type("S 3")
      #expect(desk.message == said)
    }
  }

  @Test func `can be undone and redone`() throws {
    var desk = try graded([])
    desk.type("1")
    #expect(desk.session.history.reviews.count == 1)
    desk.type("u")
    #expect(desk.session.history.reviews.isEmpty)
    #expect(desk.message == "  Undone: the grade of “Why scale by √d_k?”  U redo")
    desk.type("U")
    #expect(desk.session.history.reviews.count == 1)
    desk.type("uu")
    #expect(desk.message.contains("Nothing to undo."))
  }

  @Test func `changes the mark in the list and the words under the title`() throws {
    var desk = try graded([])
    #expect(desk.lines[3].hasPrefix(" ▌· Why scale"))
    desk.type("3")
    #expect(desk.lines[3].hasPrefix(" ▌◔ Why scale"))
    #expect(desk.text.contains("self-grade in 10 min"))
    desk.type("4")
    #expect(desk.lines[3].hasPrefix(" ▌● Why scale"))
    desk.wait(60 * 86_400)
    #expect(desk.lines[3].hasPrefix(" ▌◆ Why scale"))
  }
}
