import Foundation
import Testing

@Test func `an exam is left, resumed, flagged, looked at again and scored`() throws {
  let learner = try Learner()
  let first = try learner.heed("quiz")
  try first.type("2", until: "minutes")
  first.press(.tab)
  try first.type("5", until: "‹ 5 ›")
  try first.press(.enter, until: "1 of 5")
  #expect(first.screen.place == "Exam" && first.screen.header.contains(" left"))
  try first.give(rightly: true)
  try first.waitFor("2 of 5")
  try first.press(.escape, until: "Leave the exam?  Esc again leaves.")
  try first.press(.escape, until: "Resume the quiz")
  try first.quit()

  let heed = try learner.heed()
  try heed.waitFor("1 of 5 answered")
  heed.press(.enter)
  var isFlagged = false
  for number in 2...5 {
    let screen = try heed.waitFor("item \(number)") { $0.position == "\(number) of 5" && $0.item != nil }
    if !isFlagged, screen.item?.isTyped == false {
      try heed.type("b", until: "Flagged: it comes back")
      isFlagged = true
    }
    try heed.give(rightly: number < 5)
  }
  try heed.waitFor("Flagged: Enter keeps this answer")
  #expect(try learner.reviews() == 5)
  let result = try heed.press(.enter, until: "Every answer is saved")
  #expect(result.place == "Result" && result.contains("4 of 5   4 × 1  +  1 × 0"))
  #expect(try learner.reviews() == 5, "an answer that was kept is not written again")
  try heed.quit()
}

@Test func `an exam that is ended early counts what was given`() throws {
  let learner = try Learner()
  let heed = try learner.heed("quiz")
  try heed.type("2", until: "minutes")
  try heed.press(.enter, until: "1 of 5")
  try heed.give(rightly: true)
  let screen = try heed.waitFor("the second item") { $0.position == "2 of 5" && $0.item != nil }
  if screen.item?.isTyped == true { heed.press(.tab) }
  try heed.type("e", until: "End the exam? 4 without an answer.")
  let result = try heed.type("e", until: "Every answer is saved")
  #expect(result.place == "Result" && result.contains("1 of 5"))
  #expect(try learner.reviews() == 1)
  try heed.quit()
}

@Test func `a mistake comes until it was right twice`() throws {
  let learner = try Learner()
  let first = try learner.heed("quiz", "topic:masks")
  try first.press(.enter, until: "1 of 1")
  try first.answer(rightly: false)
  try first.quit()

  let heed = try learner.heed("quiz")
  try heed.type("4", until: "Asks 1 of 1, each until right twice.")
  try heed.press(.enter, until: "right 0 of 2")
  try heed.answer()
  #expect(heed.screen.message.contains("Right once; it comes once more."))
  heed.press(.enter)
  try heed.waitFor("2 of 2")
  try heed.quit()

  let last = try learner.heed()
  try last.waitFor("Resume the quiz")
  try last.press(.enter, until: "right 1 of 2")
  try last.answer()
  #expect(last.screen.message.contains("Right twice: made good."))
  try last.press(.enter, until: "2 of 2   2 × 1")
  try last.type("Q4", until: "No mistakes wait")
  try last.quit()
}

@Test func `the day of an interview is kept, and what is left is spread until then`() throws {
  let learner = try Learner()
  let file = try learner.write("quiz-items: 3  # few\ninterview: none   # soon\n", to: ".config/heed/config.yaml")
  let date = Date(timeIntervalSinceNow: 10 * 86_400 - 4 * 3600)
  let day = date.formatted(Date.ISO8601FormatStyle(timeZone: .current).year().month().day())
  let heed = try learner.heed("quiz")
  try heed.type("5", until: "Set the day of your interview first")
  try heed.press(.tab, until: "‹ not set ›")
  try heed.type(day, until: "‹ \(day), in 10 d ›")
  #expect(try String(contentsOf: file, encoding: .utf8) == "quiz-items: 3  # few\ninterview: \(day) # soon\n")
  try heed.waitFor("5 left over 10 days: 1 a day, today 0 of 1; schedules stay.")
  try heed.press(.enter, until: "1 of 1")
  try heed.answer()
  #expect(heed.screen.message.contains("Its schedule stays as it is."))
  try heed.press(.enter, until: "Result")
  try heed.quit()

  let next = try learner.heed("quiz")
  try next.type("5", until: "Today's 1 are done; 4 left.")
  try next.quit()
  #expect(try learner.reviews() == 1)
  #expect(try learner.run("stats", "--json").output.contains("\"met\" : 0"), "no card has a schedule")
}

@Test func `a mock interview ends in a report, its grades in the log`() throws {
  let learner = try Learner()
  let heed = try learner.heed("quiz")
  try heed.type("6", until: "Asks 3 of 3 aloud: 3 new.")
  try heed.press(.enter, until: "Speak aloud")
  for number in 1...3 {
    try heed.waitFor("question \(number)") { $0.position == "\(number) of 3" && $0.contains("Speak aloud") }
    try heed.press(.enter, until: "Did you say")
    if number < 3 { try heed.type(" ", until: "1 of 1 points make the grade Good.") }
    heed.press(.enter)
  }
  let report = try heed.waitFor("Every answer is saved")
  #expect(report.place == "Result" && report.contains("2 of 3   2 × 1  +  1 × 0"))
  #expect(report.contains("By topic") && report.contains("Basics"))
  try heed.quit()
  #expect(try learner.reviews() == 3)
}

@Test func `a query narrows lists, searches and quizzes, and is refused in one line`() throws {
  let learner = try Learner()
  #expect(try learner.run("list", "level:junior", "topic:basics").output.split(separator: "\n").count == 1)
  #expect(try learner.run("list", "级别:中级").output.contains("basics/"))
  #expect(try learner.run("list", "state:new", "kind:number").output.split(separator: "\n").count == 1)
  #expect(try learner.run("search", "topic:masks", "query").output.hasPrefix("masks/"))
  let refused = try learner.run("list", "level:sinior")
  #expect(refused.status == 64)
  #expect(refused.complaints == ["heed list: No level “sinior”; did you mean senior?"])
  let heed = try learner.heed("quiz", "kind:number")
  try heed.waitFor("Asks 1 of 1: 1 new.")
  try heed.quit()
}
