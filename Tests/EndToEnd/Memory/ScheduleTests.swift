import Foundation
import Testing

private struct Vectors: Decodable {
  struct Trace: Codable {
    let retention: Double
    let reviews: [Step]
  }
  struct Step: Codable {
    let at: Double
    let grade: Int
    let stability: Double
    let difficulty: Double
    let state: String
    let due: Double
  }
  let traces: [Trace]
}

private struct Row: Decodable {
  let stability: Double
  let difficulty: Double
  let state: String
  let due: Double
}

private func traces() throws -> [Vectors.Trace] {
  var tests = URL(filePath: #filePath)
  for _ in 0..<3 { tests.deleteLastPathComponent() }
  let file = tests.appending(path: "LearningTests/vectors/fsrs.json")
  return try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file)).traces
}

private func input(_ trace: Vectors.Trace) throws -> String {
  let reviews = trace.reviews.map { ["at": $0.at, "grade": Double($0.grade)] }
  let object: [String: Any] = ["retention": trace.retention, "reviews": reviews]
  return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
}

@Test func `every trace of the reference comes out of the command line`() throws {
  let learner = try Learner()
  let all = try traces()
  #expect(all.count == 24)
  for (number, trace) in all.enumerated() {
    let said = try learner.run("schedule", "--input", "-", "--json", "--day-length", "24h", input: input(trace))
    #expect(said.status == 0 && said.errors.isEmpty)
    let rows = try JSONDecoder().decode([Row].self, from: Data(said.output.utf8))
    #expect(rows.count == trace.reviews.count)
    for (row, step) in zip(rows, trace.reviews) {
      #expect(abs(row.stability - step.stability) <= 1e-6, "trace \(number)")
      #expect(abs(row.difficulty - step.difficulty) <= 1e-6, "trace \(number)")
      #expect(row.state == step.state && row.due == step.due, "trace \(number)")
    }
  }
}

@Test func `a file is read as standard input is, and without --json there is a table`() throws {
  let learner = try Learner()
  try learner.write(#"{"retention": 0.9, "reviews": [{"at": 1767603600, "grade": 4}]}"#, to: "log.json")
  let said = try learner.run("schedule", "--input", "log.json")
  #expect(said.output == "      8.295600   1.000000  review      2026-01-13T09:00:00Z\n")
  #expect(try learner.run("schedule", "--input", "-", "--json", input: #"{"reviews": []}"#).output == "[]\n")
}

@Test func `with a rollover a card falls due when its local day begins`() throws {
  let learner = try Learner()
  let log = #"{"retention": 0.9, "reviews": [{"at": 1767603600, "grade": 4}]}"#
  for (hour, due) in [("4", 1_768_276_800.0), ("5:30", 1_768_282_200)] {
    let said = try learner.run(
      "schedule", "--input", "-", "--json", "--rollover", hour, environment: ["TZ": "UTC"], input: log)
    #expect(try JSONDecoder().decode([Row].self, from: Data(said.output.utf8)).map(\.due) == [due])
  }
}

@Test func `a clock that went back is noted and counts as the same day`() throws {
  let log = #"{"reviews": [{"at": 1767603600, "grade": 4}, {"at": 1767000000, "grade": 3}]}"#
  let said = try Learner().run("schedule", "--input", "-", "--json", input: log)
  #expect(said.status == 0)
  #expect(said.complaints == ["standard input: reviews[1]: the clock went back; it counts as the same day"])
  let rows = try JSONDecoder().decode([Row].self, from: Data(said.output.utf8))
  #expect(rows[1].stability >= rows[0].stability && rows[1].due > 1_767_000_000)
}

@Test(arguments: [
  ("", "not JSON"), ("[]", "expected an object"), ("{}", "reviews: missing"),
  (#"{"retention": 1.5, "reviews": []}"#, "retention: expected a share between 0 and 1, not 1.5"),
  (#"{"reviews": [{"at": 1, "grade": 3}, {"at": 2, "grade": 5}]}"#, "reviews[1].grade: expected 1 (again) to 4 (easy)"),
  (#"{"reviews": [{"grade": 3}]}"#, "reviews[0].at: missing"),
  (#"{"reviews": [{"at": "noon", "grade": 3}]}"#, "reviews[0].at: expected a number"),
  (#"{"reviews": [{"at": -1e300, "grade": 3}]}"#, "reviews: review 0: “at” is no time in unix seconds"),
  (#"{"weights": [1], "reviews": []}"#, "weights: expected 21 numbers, not 1"),
])
func `what is no list of reviews is one line that names the place`(input: String, line: String) throws {
  let said = try Learner().run("schedule", "--input", "-", "--json", input: input)
  #expect(said.status == 65 && said.output.isEmpty)
  #expect(said.complaints == ["heed schedule: standard input: \(line)"])
}

@Test func `a file that is not there is one line`() throws {
  let said = try Learner().run("schedule", "--input", "nowhere.json", "--json")
  #expect(said.status == 66 && said.complaints == ["heed schedule: nowhere.json: No such file or directory"])
  let mixed = try Learner().run(
    "schedule", "--input", "-", "--rollover", "4", "--day-length", "24h", input: #"{"reviews":[]}"#)
  #expect(mixed.status == 64)
}
