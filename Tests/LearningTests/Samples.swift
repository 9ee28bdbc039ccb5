import Foundation
import Workbook

@testable import Learning

/// Small values that tests are made of.
enum Sample {
  static let days = Days(timeZone: TimeZone(identifier: "Europe/Berlin")!)
  static let scheduler = Scheduler(days: days)
  /// Thu 20 Nov 2025, 12:00 in Berlin.
  static let noon = Date(timeIntervalSince1970: 1_763_636_400)
  static let today = Day(year: 2025, month: 11, day: 20)
  static let device = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))

  static func question(_ name: String) -> QuestionID { QuestionID(topic: "masks", slug: name) }

  static func card(_ name: String, _ item: Int? = 1) -> CardID { CardID(question: question(name), item: item) }

  static func review(
    _ card: CardID, _ grade: Grade, score: Double? = nil, seconds: Double = 10, quiz: QuizID? = nil
  ) -> Review {
    Review(
      card: card, grade: grade, score: card.item == nil ? nil : score ?? (grade >= .good ? 1 : 0), seconds: seconds,
      answer: "1", fingerprint: "f", language: "en", quiz: quiz)
  }

  static func plan(_ name: String, _ cards: [CardID], _ feedback: QuizPlan.Feedback = .immediate) -> QuizPlan {
    QuizPlan(id: QuizID(name), cards: cards, seed: 1, feedback: feedback, language: "en")
  }

  /// The name of a folder that does not exist yet, below one that goes with the tests.
  static func folder() -> URL { base.appending(path: UUID().uuidString) }

  private static let base: URL = {
    try? FileManager.default.createDirectory(at: folderOfProcess, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: Sample.folderOfProcess) }
    return folderOfProcess
  }()

  private static var folderOfProcess: URL {
    FileManager.default.temporaryDirectory.appending(path: "heed-learning-\(getpid())")
  }
}

/// Writes a log by hand, each entry later than the one before.
struct LogWriter {
  private(set) var entries: [Entry] = []
  var now = Sample.noon

  @discardableResult
  mutating func add(_ event: Event, after seconds: TimeInterval = 1) -> EntryID {
    now += seconds
    let id = EntryID(milliseconds: now.milliseconds, place: Int64(entries.count), random: 0)
    entries.append(Entry(id: id, at: now, device: Sample.device, event: event))
    return id
  }

  var history: History { History(entries, scheduler: Sample.scheduler) }
}
