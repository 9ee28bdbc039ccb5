import Foundation
import Testing

/// A learner who forgets much faster than most: asked every few days, wrong half of the time.
private func lines(_ cards: Int, _ reviews: Int) -> String {
  var lines: [String] = []
  for card in 0..<cards {
    for number in 0..<reviews {
      let at = 1_700_000_000_000 + (number * 6 * 86_400 + card * 60) * 1000
      let grade = number > 0 && (card + number) % 2 == 0 ? 1 : 3
      let id = String(format: "00000000-0000-7000-8000-%06d%06d", card, number)
      lines.append(
        """
        {"at":\(at),"body":{"answer":"1","card":"basics/root#\(card + 1)","fingerprint":"","grade":\(grade),"hints":0,\
        "language":"en","score":1,"seconds":4},"device":"00000000-0000-4000-8000-000000000000","id":"\(id)","kind":"review"}
        """)
    }
  }
  return lines.joined(separator: "\n")
}

@Test func `weights are fitted from four hundred reviews on, used when better, and folds keep them`() throws {
  let learner = try Learner()
  try learner.write(lines(39, 10), to: "few.jsonl")
  try learner.write(lines(60, 10), to: "many.jsonl")
  #expect(try learner.run("merge", "few.jsonl").status == 0)
  let few = try learner.run("optimize")
  #expect(few.status == 65)
  #expect(few.complaints == ["heed optimize: 390 reviews so far; weights are fitted from 400 on"])
  #expect(try learner.run("merge", "many.jsonl").status == 0)
  let fitted = try learner.run("optimize")
  #expect(fitted.status == 0 && fitted.errors.isEmpty)
  let report = fitted.output.split(separator: "\n").map(String.init)
  #expect(report.count == 3)
  #expect(report[0] == "600 reviews; fitted to 432 on a later day, judged by the 108 after them")
  let losses = report[1].matches(of: /\d\.\d+/).compactMap { Double($0.output) }
  #expect(losses.count == 2 && losses[1] < losses[0])
  #expect(report[2] == "the fitted weights are in use")
  // Judged by what is in use now, the same fit is no better.
  let again = try learner.run("optimize", "--lang", "zh")
  #expect(again.output.hasSuffix("没有改善：权重保持不变\n"))
  #expect(try learner.run("doctor", "--rebuild").output.contains("made anew from the log: 600 answers that count"))
  #expect(try learner.run("optimize", "--reset").output == "the published weights are in use\n")
  #expect(try learner.run("optimize", "--json").output.contains("\"used\" : true"))
}

@Test func `a long log is folded anew with the same result`() throws {
  let learner = try Learner()
  try learner.write(lines(230, 10), to: "long.jsonl")
  #expect(try learner.run("merge", "long.jsonl").status == 0)
  #expect(try learner.reviews() == 2300)
  #expect(
    try learner.run("doctor", "--rebuild").output
      .contains("made anew from the log: 2300 answers that count, 230 cards; the same as before\n"))
  #expect(try learner.reviews() == 2300)
}

@Test func `the store's bench times opening and keeping`() throws {
  let said = try Learner().run("bench", "store", "--reviews", "2500", "--json")
  #expect(said.status == 0)
  let figures = try JSONDecoder().decode([String: Double].self, from: Data(said.output.utf8))
  #expect(figures["reviews"] == 2500)
  for key in ["open_first_ms", "open_ms_median", "answer_ms_median"] { #expect((figures[key] ?? 0) > 0) }
}
