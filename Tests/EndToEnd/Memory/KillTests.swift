import Foundation
import Glibc
import Learning
import Testing

/// Answers a quiz until it is killed, at a moment that nobody chose.
/// - Returns: the answers whose feedback was seen.
private func answerUntilKilled(_ learner: Learner) throws -> Int {
  let heed = try learner.heed("quiz")
  try heed.press(.enter, until: "1 of 5")
  var seen = 0
  let last = Int.random(in: 0..<SampleBank.itemCount)
  for number in 0..<last {
    try heed.answer(rightly: number % 2 == 0)
    seen += 1
    heed.press(.enter)
  }
  try heed.waitForItem()
  try heed.give(rightly: Bool.random())
  // An answer takes a few milliseconds from its key to its feedback.
  usleep(UInt32.random(in: 0...8_000))
  heed.signal(SIGKILL)
  try expectExit(heed, .signalled(SIGKILL))
  // What had left the program before its end is seen too.
  return heed.screen.isAnswered ? seen + 1 : seen
}

@Test(arguments: 1...8)
func `killed at random moments, two hundred times in all, every answer that was seen is there`(part: Int) throws {
  var seenLast = 0
  for _ in 0..<25 {
    let learner = try Learner()
    let seen = try answerUntilKilled(learner)
    let entries = try ReviewStore(at: learner.data).entries()
    let answers = entries.count { if case .review = $0.event { true } else { false } }
    #expect(answers == seen || answers == seen + 1)
    seenLast += seen
  }
  #expect(seenLast > 0)
}
