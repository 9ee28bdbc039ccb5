import Testing
import Workbook

@testable import Learning

private func present(_ card: CardID, seed: UInt64 = 5) throws -> Presented {
  let question = try #require(SampleBank.make().question(card.question, in: "en"))
  return try #require(Presented(card, of: question, seed: seed))
}

extension Presented {
  /// The places, as shown, of the options with these numbers of the file.
  fileprivate func places(_ numbers: Set<Int>) -> Set<Int> {
    Set(options.indices.filter { numbers.contains(options[$0].number) })
  }
}

@Test func `a choice gives one point or none`() throws {
  let shown = try present(SampleBank.choice)
  for place in shown.options.indices {
    #expect(try shown.score(.option(place), hints: 0) == (shown.options[place].number == 3 ? 1 : 0))
  }
}

/// Numbers of the file that are chosen, and the points for them; 1, 3 and 5 are right.
private let choices: [(Set<Int>, Double)] = [
  ([1, 3, 5], 1), ([1, 3], 2.0 / 3), ([1], 1.0 / 3), ([1, 3, 5, 2], 2.0 / 3), ([1, 2], 0), ([2, 4], 0),
  ([1, 2, 3, 4, 5], 1.0 / 3), ([1, 2, 4], 0),
]

@Test func `of several, false alarms take hits away but never more`() throws {
  let shown = try present(SampleBank.several)
  for (chosen, score) in choices {
    #expect(try shown.score(.options(shown.places(chosen)), hints: 0) == score, "\(chosen)")
  }
}

@Test func `a number counts within its tolerance, in any unit`() throws {
  let shown = try present(SampleBank.number)
  let right = try #require(shown.instance).expected
  #expect(try shown.score(.number("\(Int(right))"), hints: 0) == 1)
  #expect(try shown.score(.number("\(right / 1024) KiB"), hints: 0) == 1)
  #expect(try shown.score(.number("\(right * 1.009)"), hints: 0) == 1)
  #expect(try shown.score(.number("\(right * 1.02)"), hints: 0) == 0)
  #expect(shown.reading("1 KiB")?.value == 1024)
  #expect(shown.reading("one") == nil)
}

@Test func `what cannot be read is no answer`() throws {
  let (choice, several) = (try present(SampleBank.choice), try present(SampleBank.several))
  #expect(throws: UnreadableAnswer.noSuchOption(4)) { try choice.score(.option(4), hints: 0) }
  #expect(throws: UnreadableAnswer.noSuchOption(-1)) { try choice.score(.option(-1), hints: 0) }
  #expect(throws: UnreadableAnswer.noSuchOption(7)) { try several.score(.options([0, 7]), hints: 0) }
  #expect(throws: UnreadableAnswer.nothingChosen) { try several.score(.options([]), hints: 0) }
  #expect(throws: UnreadableAnswer.otherKind) { try choice.score(.number("1"), hints: 0) }
  #expect(throws: UnreadableAnswer.otherKind) { try choice.score(.grade(.good), hints: 0) }
  let number = try present(SampleBank.number)
  #expect(throws: UnreadableAnswer.notANumber("about ten")) { try number.score(.number("about ten"), hints: 0) }
  #expect(throws: UnreadableAnswer.notANumber("")) { try number.score(.number(""), hints: 0) }
}

@Test func `learners who grade themselves win no points`() throws {
  #expect(try present(SampleBank.whole).score(.grade(.easy), hints: 0) == nil)
}

@Test func `each hint costs a quarter`() throws {
  let shown = try present(SampleBank.choice)
  let right = Answer.option(try #require(shown.rightOptions.first))
  #expect(try (0...4).map { try shown.score(right, hints: $0) } == [1, 0.75, 0.5, 0.25, 0.25])
}

@Test func `a score becomes a grade, with a hint never better than hard`() {
  #expect([1, 0.99, 0.5, 0.49, 0].map { Grade(score: $0) } == [.good, .hard, .hard, .again, .again])
  #expect(Grade(score: 1, hints: 1) == .hard)
  #expect(Grade(score: 0.75, hints: 1) == .hard)
  #expect(Grade(score: 0.25, hints: 3) == .again)
}

@Test func `the log keeps options by their numbers in the file`() throws {
  for seed in 0..<10 as Range<UInt64> {
    let shown = try present(SampleBank.several, seed: seed)
    let answer = Answer.options(shown.places([5, 1]))
    #expect(shown.logged(answer) == "1,5")
    var review = Sample.review(SampleBank.several, .hard)
    review.answer = "1,5"
    #expect(shown.answer(review) == answer)
    review.answer = "1,6"
    #expect(shown.answer(review) == nil)
  }
}

@Test func `a template's numbers stand in its prompt and its explanation`() throws {
  let shown = try present(SampleBank.number)
  let values = try #require(shown.instance).values
  let text = String(describing: shown.item?.prompt)
  #expect(text.contains("{") == false)
  #expect(try #require(values["tokens"]) * #require(values["dim"]) == shown.instance?.expected)
}
