import Testing
import Workbook

@testable import Learning

private func present(_ card: CardID, seed: UInt64 = 5) throws -> Presented {
  let question = try #require(
    SampleBank.make(kinds: card.question == SampleBank.other).question(card.question, in: "en"))
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

extension Presented {
  /// The places, as shown, of the pieces with these numbers of the file.
  fileprivate func arranged(_ numbers: [Int]) -> Answer {
    .arranged(numbers.map { number in pieces.firstIndex { $0.number == number } ?? -1 })
  }
}

/// The order given, by numbers of the file, and the share of its neighbours that stand in order.
private let orders: [([Int], Double)] = [
  ([1, 2, 3, 4], 1), ([2, 1, 3, 4], 2.0 / 3), ([3, 4, 1, 2], 2.0 / 3), ([2, 1, 4, 3], 1.0 / 3), ([4, 3, 2, 1], 0),
]

@Test(arguments: 0..<20 as Range<UInt64>)
func `an order gives the share of neighbours in order, whatever was shown at first`(seed: UInt64) throws {
  let shown = try present(SampleBank.order, seed: seed)
  #expect(shown.pieces.map(\.number) != [1, 2, 3, 4], "what is shown at first is not the answer")
  for (order, score) in orders { #expect(try shown.score(shown.arranged(order), hints: 0) == score, "\(order)") }
  #expect(try shown.score(.arranged(shown.rightArrangement), hints: 0) == 1)
}

@Test(arguments: 0..<20 as Range<UInt64>)
func `a match gives the share of right pairs, and equal right sides count for each other`(seed: UInt64) throws {
  let shown = try present(SampleBank.match, seed: seed)
  #expect(shown.pieces.indices.contains { !shown.accepts($0, inRow: $0) }, "what is shown at first is not the answer")
  let matches: [([Int], Double)] = [
    ([1, 2, 3, 4], 1), ([4, 2, 3, 1], 1), ([2, 1, 3, 4], 0.5), ([2, 3, 1, 4], 0.25),
  ]
  for (pairs, score) in matches { #expect(try shown.score(shown.arranged(pairs), hints: 0) == score, "\(pairs)") }
}

@Test func `gaps give the share of right words`() throws {
  let shown = try present(SampleBank.gap)
  #expect(try shown.score(.gaps(["Soft-Max", "value"]), hints: 0) == 1)
  #expect(try shown.score(.gaps(["softmax", "values"]), hints: 0) == 0.5)
  #expect(try shown.score(.gaps(["key", "query"]), hints: 0) == 0)
  #expect(throws: UnreadableAnswer.emptyGap) { try shown.score(.gaps(["softmax", " "]), hints: 0) }
  #expect(throws: UnreadableAnswer.emptyGap) { try shown.score(.gaps(["softmax"]), hints: 0) }
}

@Test(arguments: [SampleBank.picture, SampleBank.bug])
func `a picture and a bug are answered like a choice`(card: CardID) throws {
  let shown = try present(card)
  for place in shown.options.indices {
    let score = try shown.score(.option(place), hints: 0)
    #expect(score == (shown.options[place].option.isRight ? 1 : 0))
  }
}

@Test func `an arrangement that leaves a piece out is no answer, and not to know is one`() throws {
  let shown = try present(SampleBank.order)
  for places in [[], [0, 1, 2], [0, 1, 2, 2], [0, 1, 2, 4]] {
    #expect(throws: UnreadableAnswer.notArranged) { try shown.score(.arranged(places), hints: 0) }
  }
  #expect(try shown.score(.unknown, hints: 0) == 0)
  #expect(throws: UnreadableAnswer.otherKind) { try present(SampleBank.whole).score(.unknown, hints: 0) }
}

@Test(arguments: [SampleBank.order, SampleBank.match, SampleBank.gap, SampleBank.picture, SampleBank.number])
func `what the log keeps is the answer again under any seed`(card: CardID) throws {
  for seed in 0..<10 as Range<UInt64> {
    let shown = try present(card, seed: seed)
    let answer: Answer =
      switch shown.item?.kind {
      case .gap: .gaps(["a, b", "c"])
      case .picture: .option(2)
      case .number: .number("1 KiB")
      default: .arranged(shown.pieces.indices.reversed())
      }
    for given in [answer, .unknown] {
      var review = Sample.review(card, .hard)
      review.answer = shown.logged(given)
      #expect(shown.answer(review) == given)
    }
  }
}

@Test func `hints rule out, place and spell, and leave something to answer`() throws {
  let choice = try present(SampleBank.choice)
  #expect(choice.hints.count == 2)
  for hint in choice.hints {
    guard case .not(let place) = hint else {
      Issue.record("\(hint)")
      continue
    }
    #expect(!choice.options[place].option.isRight)
  }
  let several = try present(SampleBank.several)
  #expect(several.hints.count == 3)
  let order = try present(SampleBank.order)
  let first = try #require(order.pieces.firstIndex { $0.number == 1 })
  let last = try #require(order.pieces.firstIndex { $0.number == 4 })
  #expect(order.hints == [.belongs(piece: first, row: 0), .belongs(piece: last, row: 3)])
  #expect(try present(SampleBank.match).hints.count == 2)
  #expect(try present(SampleBank.gap).hints == [.word(gap: 0, "s······"), .word(gap: 1, "v····")])
  #expect(try present(SampleBank.bug).hints.isEmpty, "two options leave nothing to rule out")
  let number = try present(SampleBank.number)
  guard case .between(let low, let high)? = number.hints.dropFirst().first else {
    Issue.record("no range")
    return
  }
  let right = try #require(number.instance).answer.value
  #expect(low.value <= right && right <= high.value)
  #expect(number.hints == [.quantities(["tokens", "dim"]), .between(low, high), .formula("tokens * dim")])
  #expect(try present(SampleBank.whole).hints.isEmpty)
}
