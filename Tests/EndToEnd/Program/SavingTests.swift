import Foundation
import Testing

@Test func `the statistics are saved, and a file is replaced only when that is said`() throws {
  let learner = try Learner()
  let open = learner.home.appending(path: "heed-topics.csv")
  let heed = try learner.shell("cd && exec $HEED quiz --topic masks")
  try heed.press(.enter, until: "1 of 1")
  try heed.answer()
  heed.type("T")
  try heed.waitFor("Reviews")
  heed.type("e")
  try heed.waitFor("Save as")
  heed.press(.enter)
  try heed.waitFor("Saved: ")
  let text = try String(contentsOf: open, encoding: .utf8)
  #expect(text.hasPrefix("topic,mastery,") && text.hasSuffix("\r\n"))
  try learner.write("mine", to: "heed-topics.csv")
  heed.type("e")
  try heed.waitFor("Save as")
  heed.press(.enter)
  try heed.waitFor("heed-topics.csv exists.")
  #expect(try String(contentsOf: open, encoding: .utf8) == "mine")
  heed.press(.enter)
  try heed.waitFor("Saved: ")
  #expect(try String(contentsOf: open, encoding: .utf8) == text)
  heed.type("q")
  try expectExit(heed, .exited(0))
}
