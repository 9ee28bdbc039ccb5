import Foundation
import Learning
import TerminalUI
import Testing

@testable import Tutor

private let three = [SampleBank.second, SampleBank.choice, SampleBank.several]

@Suite struct `The clock of a quiz` {
  @Test func `counts the quiz, and stands still when the item changes`() throws {
    var desk = try Desk.quiz(three)
    #expect(desk.header.contains("1 of 3   0:41"))
    desk.type("3")
    #expect(desk.header.contains("1 of 3   0:41"))
    desk.press(.enter)
    #expect(desk.header.contains("2 of 3   0:41"))
    desk.wait(30)
    #expect(desk.header.contains("2 of 3   1:11"))
  }

  @Test func `waits while an explanation is read`() throws {
    var desk = try Desk.quiz(three)
    desk.type("3")
    desk.wait(100)
    #expect(desk.header.contains("0:41"))
    desk.press(.enter)
    #expect(desk.header.contains("0:41"))
  }

  @Test func `ends as the result's time`() throws {
    var desk = try Desk.quiz(three)
    desk.type("3")
    desk.press(.enter)
    desk.wait(20)
    desk.type("1")
    desk.press(.enter)
    desk.wait(4)
    desk.type("1")
    desk.press(.enter)
    #expect(desk.header.contains("1:05"))
    desk.press(.enter)
    #expect(desk.header.contains("1 min 5 s"))
  }

  @Test func `goes on where an interrupted quiz stopped`() throws {
    var desk = try Desk.quiz(three)
    desk.type("3")
    desk.press(.escape)
    desk.wait(1000)
    desk.press(.enter)
    #expect(desk.header.contains("2 of 3   0:41"))
  }

  @Test func `is left out of a result that took no time`() throws {
    let plan = QuizPlan(
      id: QuizID("now"), cards: [SampleBank.second], seed: 3, feedback: .immediate, language: "en")
    var desk = try Desk.sample(log: [(Desk.morning - 1, .quizStarted(plan))])
    _ = desk.stack.perform([.push(QuizScreen(plan, desk.session))])
    desk.type("1")
    desk.press(.enter)
    #expect(desk.header.contains("Practice, 20 Nov   EN"))
    #expect(!desk.text.contains("0 s"))
  }
}
