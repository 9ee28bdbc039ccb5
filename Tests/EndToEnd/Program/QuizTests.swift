import Foundation
import Glibc
import Testing

@Test(arguments: 1..<SampleBank.itemCount)
func `killed after some answers, every one of them is in the log and the quiz goes on`(answers: Int) throws {
  let learner = try Learner()
  let killed = try learner.heed("quiz")
  try killed.press(.enter, until: "1 of 5")
  for number in 1...answers {
    try killed.answer(rightly: number % 2 == 1)
    if number < answers { killed.press(.enter) }
  }
  killed.signal(SIGKILL)
  try expectExit(killed, .signalled(SIGKILL))
  #expect(try learner.reviews() == answers)

  let heed = try learner.heed()
  try heed.waitFor("\(answers) of 5 answered")
  try heed.press(.enter, until: "\(answers + 1) of 5")
  try heed.answerAndGoOn()
  try heed.quit()
  #expect(try learner.reviews() == answers + 1)
}

@Test func `killed after the last answer, the quiz is scored`() throws {
  let learner = try Learner()
  let killed = try learner.heed("quiz", "--topic", "masks")
  try killed.press(.enter, until: "1 of 1")
  try killed.answer()
  killed.signal(SIGKILL)
  try expectExit(killed, .signalled(SIGKILL))
  let home = try learner.heed().waitFor("last 100%, best 100%")
  #expect(!home.contains("Resume the quiz"))
}

@Test func `a quiz that was left asks the rest, none of it twice`() throws {
  let learner = try Learner()
  var asked: [String] = []
  for sitting in 0..<SampleBank.itemCount {
    let heed = try learner.heed()
    try heed.waitFor(sitting == 0 ? "Welcome." : "Resume the quiz")
    if sitting == 0 { try heed.type("Q", until: "A quiz") }
    heed.press(.enter)
    asked.append(try heed.waitForItem().prompt)
    #expect(heed.screen.position == "\(sitting + 1) of 5")
    try heed.answer()
    try heed.quit()
  }
  #expect(Set(asked).count == SampleBank.itemCount)
  let home = try learner.heed().waitFor("last 100%, best 100%")
  #expect(!home.contains("Resume the quiz"))
  #expect(try learner.reviews() == SampleBank.itemCount)
}

@Test func `each kind of item is answered, scored and explained`() throws {
  let heed = try Learner().heed("quiz")
  try heed.press(.enter, until: "1 of 5")
  for _ in 0..<SampleBank.itemCount {
    let item = try heed.waitForItem()
    try heed.answer(rightly: false)
    let screen = heed.screen
    #expect(screen.message.contains("0 of 1, saved."))
    #expect(screen.contains("your answer") && screen.contains("right"))
    for text in item.right { #expect(screen.contains(text)) }
    heed.press(.enter)
  }
  let result = try heed.waitFor("To look at again")
  #expect(result.contains("0 of 5") && result.contains("Basics") && result.contains("Masks"))
}

@Test func `half of several right answers is half a point`() throws {
  let heed = try Learner().heed("quiz", "--topic", "basics")
  try heed.press(.enter, until: "1 of 4")
  while try heed.waitForItem().right.count == 1 { try heed.answerAndGoOn() }
  let line = try heed.screen.lines.first { $0.contains("none is negative") }.orFail("option", heed.screen)
  heed.type(String(line.first { $0.isASCII && $0.isNumber } ?? "?") + "\r")
  let screen = try heed.waitFor { $0.isAnswered }
  #expect(screen.message.contains("0.5 of 1, saved."))
}

@Test func `in an exam feedback waits for the end, each answer is saved, and q asks first`() throws {
  let learner = try Learner()
  try learner.write("feedback: at-end\n", to: ".config/heed/config.yaml")
  let heed = try learner.heed("quiz", "--topic", "masks")
  try heed.waitFor("at the end")
  try heed.press(.enter, until: "Exam: feedback comes at the end.")
  heed.type("q")
  try heed.waitFor("Leave the exam?")
  heed.type(String(try heed.waitForItem().right.count))
  try heed.waitFor("Every answer is saved")
  #expect(try learner.reviews() == 1)
  try heed.quit()
}

@Test func `two programs on one log both record`() throws {
  let learner = try Learner()
  let programs = [try learner.heed("quiz"), try learner.heed("quiz")]
  for program in programs { try program.press(.enter, until: "1 of 5") }
  for _ in 0..<SampleBank.itemCount {
    for program in programs { try program.answerAndGoOn() }
  }
  for program in programs {
    #expect(program.screen.place == "Result")
    program.type("q")
    try expectExit(program, .exited(0))
  }
  #expect(try learner.reviews() == 2 * SampleBank.itemCount)
}

@Test func `many programs that make the log at once all open`() throws {
  let learner = try Learner()
  let programs = try (0..<6).map { _ in try learner.heed() }
  for program in programs { try program.waitFor("Welcome.") }
}

/// Answers until an answer cannot be saved, and returns how many were given.
private func answerUntilNothingIsSaved(_ heed: Pty) throws -> Int {
  try heed.press(.enter, until: "1 of 5")
  for number in 1...SampleBank.itemCount {
    try heed.waitForItem()
    try heed.give(rightly: true)
    let screen = try heed.waitFor("an answer, saved or not") { $0.isAnswered || $0.message.contains("Not saved:") }
    if !screen.isAnswered {
      #expect(screen.message.contains("disk I/O error. Your answer is kept; trying again."))
      return number
    }
    heed.press(.enter)
  }
  throw Pty.Failure(description: "everything was saved")
}

/// No file may grow beyond 32 KiB, which SQLite needs to open the log at all: after an answer or two its writes fail as
/// on a full disk.
private let fullDisk = "trap '' XFSZ; ulimit -S -f 64; exec $HEED quiz"

@Test func `what cannot be saved is kept, said, and saved when it can be`() throws {
  let learner = try Learner()
  let heed = try learner.shell(fullDisk, size: (200, 24))
  let answers = try answerUntilNothingIsSaved(heed)
  let saved = try learner.reviews()
  #expect(saved == answers - 1)
  let limit = try learner.shell("prlimit --pid \(heed.process) --fsize=unlimited:unlimited")
  try expectExit(limit, .exited(0))
  try heed.press(.enter, until: "\(answers + 1) of 5")
  try heed.answer()
  #expect(try learner.reviews() == answers + 1)
  try heed.quit()
}

@Test func `what could not be saved to the end is said after the screen is gone`() throws {
  let learner = try Learner()
  let heed = try learner.shell(fullDisk, size: (200, 24))
  let answers = try answerUntilNothingIsSaved(heed)
  heed.type("q")
  try expectExit(heed, .exited(74))
  #expect(heed.screen.lines.contains { $0.hasPrefix("heed quiz: your last answers are not saved:") })
  expectRestored(heed)
  #expect(try learner.reviews() == answers - 1)
}

@Test func `a quiz in Chinese goes from the set-up to the result and is there the next day`() throws {
  let learner = try Learner()
  let first = try learner.heed("quiz", "--lang", "zh")
  try first.waitFor("来一次测验")
  try first.press(.enter, until: "第 1 题，共 5 题")
  for number in 0..<SampleBank.itemCount {
    #expect(try first.waitForItem().prompt.contains("？"))
    try first.answerAndGoOn(rightly: number != 2)
  }
  let result = try first.waitFor("值得再看")
  #expect(result.contains("4 / 5 分") && result.contains("80%"))
  first.type("q")
  try expectExit(first, .exited(0))
  #expect(try learner.reviews() == 5)
  let second = try learner.heed("--lang", "zh")
  let home = try second.waitFor("上次 80%，最高 80%")
  #expect(!home.contains("继续测验"))
}

@Test func `a quiz may change its language half way`() throws {
  let heed = try Learner().heed("quiz")
  try heed.press(.enter, until: "1 of 5")
  try heed.answerAndGoOn()
  // A number's field takes letters as text.
  if try heed.waitForItem().isTyped { try heed.answerAndGoOn() }
  try heed.waitForItem()
  try heed.type("L", until: "？")
  while heed.screen.place == "练习" { try heed.answerAndGoOn() }
  #expect(heed.screen.place == "结果" && heed.screen.contains("5 / 5 分"))
}
