import Foundation
import Glibc
import Testing

@Test func `an answer that was taken back stays so after a restart, and can still be brought back`() throws {
  let learner = try Learner()
  let first = try learner.heed("study", "basics/root")
  try first.waitFor("Why divide by the root?")
  try first.type(" ", until: "Did you know it?")
  try first.type("4", until: "Saved. It comes back in")
  try first.type("u", until: "Undone: the grade of “Why divide by the root?”")
  try first.quit()
  #expect(try learner.reviews() == 0)
  let second = try learner.heed()
  try second.waitFor("Statistics")
  try second.type("U", until: "Done again: the grade of “Why divide by the root?”")
  second.signal(SIGKILL)
  try expectExit(second, .signalled(SIGKILL))
  #expect(try learner.reviews() == 1)
  let third = try learner.heed()
  try third.waitFor("Statistics")
  try third.type("U", until: "Nothing to redo.")
}

@Test func `the interval on the button is the one in the log, with the days of a rollover`() throws {
  let learner = try Learner()
  let heed = try learner.heed("study", "basics/root", "--rollover", "0", environment: ["TZ": "UTC"], size: (160, 40))
  try heed.waitFor("Why divide by the root?")
  let shown = try heed.type(" ", until: "Did you know it?").text
  let days = try #require(shown.firstMatch(of: /4 .*?(\d+) d/).flatMap { Int($0.1) })
  try heed.type("4", until: "Saved. It comes back in \(days) d.")
  try heed.quit()
  #expect(try learner.run("backup", "log.jsonl").status == 0)
  let log = try String(contentsOf: learner.home.appending(path: "log.jsonl"), encoding: .utf8)
  #expect(log.contains("\"interval\":\(days),"))
  #expect((6...11).contains(days))
}

@Test func `a clock that went back is noted, and answers go on`() throws {
  let learner = try Learner()
  let ahead = Int(Date().timeIntervalSince1970 * 1000) + 5 * 3_600_000
  try learner.write(
    """
    {"at":\(ahead),"body":{"answer":"","card":"basics/root","fingerprint":"","grade":3,"hints":0,"language":"en",\
    "seconds":4},"device":"00000000-0000-4000-8000-000000000000","id":"00000000-0000-7000-8000-000000000001",\
    "kind":"review"}
    """, to: "ahead.jsonl")
  #expect(try learner.run("merge", "ahead.jsonl").status == 0)
  let heed = try learner.heed("study", "basics/root", size: (120, 30))
  try heed.waitFor("The clock went back: it is 5 h before your last entry. Answers until then count as one day.")
  try heed.type(" ", until: "Did you know it?")
  try heed.type("3", until: "Saved. It comes back in")
  try heed.quit()
  #expect(try learner.reviews() == 2)
  #expect(try learner.run("doctor").output.contains("found: 1 entries of a time that is yet to come"))
}
