import Foundation
import Learning
import Testing

@testable import Exchange

/// A quiz of every item of the sample bank, in the order of the file.
private func quiz() throws -> Quiz {
  let cards = (1...8).map { CardID(question: SampleBank.id, item: $0) }
  let plan = QuizPlan(id: QuizID("script"), cards: cards, seed: 3, feedback: .immediate, language: "en")
  return Quiz(plan, bank: try SampleBank().bank)
}

/// One of its items.
private func shown(_ number: Int) throws -> Presented { try #require(try quiz().presented(at: number - 1)) }

private func object(_ line: String) throws -> [String: Any] {
  #expect(!line.contains("\n"))
  return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
}

@Test func `every kind is asked with what it takes to answer`() throws {
  let lines = try (1...8).map { try object(Script.question(shown($0), place: $0 - 1, of: 8)) }
  #expect(lines.allSatisfy { $0["type"] as? String == "question" && $0["id"] as? String == "masks/causal" })
  #expect(lines.map { $0["item"] as? Int } == Array(1...8))
  let kinds = ["choice", "several", "number", "order", "match", "gap", "bug", "picture"]
  #expect(lines.map { $0["kind"] as? String } == kinds)
  #expect(lines.map { ($0["options"] as? [String])?.count } == [2, 3, 0, 3, 3, 0, 2, 2])
  #expect(lines[4]["rows"] as? [String] == ["query", "key", "value"])
  #expect(lines[5]["gaps"] as? Int == 2 && (lines[5]["prompt"] as? String)?.contains("____") == true)
  #expect(lines[7]["attend"] as? [String] == ["--queries", "4", "--keys", "4", "--dim", "8", "--mask", "causal"])
  #expect(lines[2]["prompt"] as? String == "How many pairs does a causal mask keep for 8 tokens?")
}

@Test func `what a result calls correct wins every point when it is sent`() throws {
  var quiz = try quiz()
  while let presented = quiz.current {
    let wrong = try quiz.judge(.unknown, seconds: 1)
    let result = try object(Script.result(wrong, of: presented))
    #expect(result["score"] as? Double == 0 && result["type"] as? String == "result")
    let correct = try #require(result["correct"])
    let sent = try JSONSerialization.data(withJSONObject: ["answer": correct])
    let answer = try Script.answer(String(decoding: sent, as: UTF8.self), to: presented)
    #expect(try quiz.answer(answer, seconds: 1).score == 1, "\(presented.card)")
    quiz.advance()
  }
  let summary = try object(Script.summary(quiz.result, asked: quiz.count))
  #expect(summary["type"] as? String == "summary" && summary["score"] as? Double == 1)
  #expect(summary["by_topic"] as? [String: Double] == ["masks": 1])
}

@Test func `an answer is an index, indices, a text or a number, as the item wants it`() throws {
  #expect(try Script.answer(#"{"answer": 1}"#, to: shown(1)) == .option(1))
  #expect(try Script.answer(#" {"answer":[0]} "#, to: shown(1)) == .option(0))
  let choice = try shown(1)
  let right = try #require(choice.rightOptions.first)
  #expect(try Script.answer(#"{"answer": "Keys j < i + 1"}"#, to: choice) == .option(right))
  #expect(try Script.answer(#"{"answer": [2, 0]}"#, to: shown(2)) == .options([0, 2]))
  #expect(try Script.answer(#"{"answer": 2}"#, to: shown(2)) == .options([2]))
  #expect(try Script.answer(#"{"answer": 36}"#, to: shown(3)) == .number("36"))
  #expect(try Script.answer(#"{"answer": 3.6e1}"#, to: shown(3)) == .number("36"))
  #expect(try Script.answer(#"{"answer": "6^2"}"#, to: shown(3)) == .number("6^2"))
  #expect(try Script.answer(#"{"answer": [2, 0, 1]}"#, to: shown(4)) == .arranged([2, 0, 1]))
  #expect(try Script.answer(#"{"answer": ["soft-max", "scores"]}"#, to: shown(6)) == .gaps(["soft-max", "scores"]))
}

@Test(arguments: [
  (1, "", "not JSON"), (1, "hello", "not JSON"), (1, "[1]", "not an answer"), (1, "{}", "no “answer”"),
  (1, #"{"answer": null}"#, "not an answer"), (1, #"{"answer": true}"#, "not an answer"),
  (1, #"{"answer": {"index": 1}}"#, "not an answer"), (1, #"{"answer": 2}"#, "no option 2"),
  (1, #"{"answer": -1}"#, "no option -1"), (1, #"{"answer": 0.5}"#, "no option 0.5"),
  (1, #"{"answer": 1e300}"#, "no option 1e+300"), (1, #"{"answer": "neither"}"#, "no option “neither”"),
  (1, #"{"answer": [0, 1]}"#, "one answer is wanted, not 2"), (2, #"{"answer": [0, 0]}"#, "an index stands twice"),
  (2, #"{"answer": [[0]]}"#, "a list in a list"), (3, #"{"answer": []}"#, "one answer is wanted, not 0"),
])
func `a line that is no answer says why`(item: Int, line: String, message: String) throws {
  let presented = try shown(item)
  #expect(throws: ScriptProblem(message)) { try Script.answer(line, to: presented) }
  let error = try object(Script.error(ScriptProblem(message), presented))
  #expect(
    error["type"] as? String == "error" && (error["message"] as? String)?.hasPrefix(message + "; answer ") == true)
}

@Test func `what can be read but not judged is no answer either`() throws {
  var quiz = try quiz()
  for (item, line) in [(2, #"{"answer": []}"#), (3, #"{"answer": "many"}"#), (4, #"{"answer": [0, 0, 1]}"#)] {
    quiz.move(to: item - 1)
    let answer = try Script.answer(line, to: shown(item))
    #expect(throws: UnreadableAnswer.self) { try quiz.judge(answer, seconds: 1) }
  }
}
