import ArgumentParser
import Foundation
import Learning

/// `heed bench store`: how long the log takes to open and to keep an answer, in a folder of its own.
struct BenchStore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Time opening a long log, and keeping one answer on the disk, in milliseconds.")

  // Every command takes these.
  @OptionGroup(visibility: .hidden) var common: CommonOptions

  @Option(help: ArgumentHelp("Answers in the log.", valueName: "N"))
  var reviews = 100_000

  @Option(help: ArgumentHelp("Make the log in this folder, whose disk then counts.", valueName: "DIR"))
  var folder: String?

  @Flag(help: "Print JSON.")
  var json = false

  private struct Figures: Encodable {
    var reviews = 0
    /// Milliseconds.
    var fill = 0.0
    var openFirst = 0.0
    var openMedian = 0.0
    var openMax = 0.0
    var answerMedian = 0.0
    var answerMax = 0.0
    var bytes = 0

    enum CodingKeys: String, CodingKey {
      case reviews, bytes
      case fill = "fill_ms"
      case openFirst = "open_first_ms"
      case openMedian = "open_ms_median"
      case openMax = "open_ms_max"
      case answerMedian = "answer_ms_median"
      case answerMax = "answer_ms_max"
    }
  }

  func run() throws {
    guard (1...1_000_000).contains(reviews) else {
      throw CommandFault(
        .usage, "--reviews \(reviews): expected 1 to 1000000", zh: "--reviews \(reviews)：应为 1 到 1000000")
    }
    let base = folder.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
    let place = base.appending(path: "heed-bench-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: place) }
    let figures = try measure(in: place)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      print(String(decoding: try encoder.encode(figures), as: UTF8.self))
    } else {
      func line(_ name: String, _ text: String) {
        print(name.padding(toLength: 24, withPad: " ", startingAt: 0) + text)
      }
      func figure(_ value: Double) -> String { String(format: "%.2f ms", value) }
      line("\(figures.reviews) answers", String(format: "%.1f MB", Double(figures.bytes) / 1e6))
      line("open, the first time", figure(figures.openFirst))
      line("open", "\(figure(figures.openMedian)), at most \(figure(figures.openMax))")
      line("keep one answer", "\(figure(figures.answerMedian)), at most \(figure(figures.answerMax))")
    }
  }

  private func measure(in place: URL) throws -> Figures {
    let clock = ContinuousClock()
    func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }
    let scheduler = Configuration().scheduler(.current)
    var figures = Figures()
    let cache = FoldCache(folder: place)
    figures.fill = milliseconds(try clock.measure { try fill(place) })
    func open() throws -> (ReviewStore, History) {
      let store = try ReviewStore(at: place)
      return (store, try store.history(scheduler, cache: cache))
    }
    figures.openFirst = milliseconds(try clock.measure { figures.reviews = try open().1.reviews.count })
    var openings: [Double] = []
    for _ in 0..<11 { openings.append(milliseconds(try clock.measure { _ = try open() })) }
    (figures.openMedian, figures.openMax) = (median(openings), openings.max() ?? 0)
    var (store, history) = try open()
    var answers: [Double] = []
    for number in 0..<200 {
      let duration = try clock.measure {
        try history.record([.review(review(number))], in: store, at: Date())
      }
      answers.append(milliseconds(duration))
    }
    (figures.answerMedian, figures.answerMax) = (median(answers), answers.max() ?? 0)
    figures.bytes = try FileManager.default.attributesOfItem(atPath: store.url.path)[.size] as? Int ?? 0
    return figures
  }

  /// A log of years: three thousand cards, one every five minutes.
  private func fill(_ place: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let device = UUID().uuidString
    let start = Int64(Date().timeIntervalSince1970 * 1000) - Int64(reviews) * 300_000
    var text = ""
    for number in 0..<reviews {
      let body = String(decoding: try encoder.encode(review(number)), as: UTF8.self)
      text += "{\"at\":\(start + Int64(number) * 300_000),\"body\":\(body),\"device\":\"\(device)\","
      text += "\"id\":\"\(UUID().uuidString)\",\"kind\":\"review\"}\n"
    }
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let file = place.appending(path: "log.jsonl")
    try Data(text.utf8).write(to: file)
    _ = try ReviewStore(at: place).merge(LogFile(file).read())
    try FileManager.default.removeItem(at: file)
  }

  private func review(_ number: Int) -> Review {
    let grade = Grade(rawValue: [3, 3, 2, 3, 1, 3, 4, 3][number * 7 % 8]) ?? .good
    let card = CardID("topic-\(number % 30)/question-\(number % 750)#\(number % 4 + 1)")!
    return Review(
      card: card, grade: grade, score: grade > .hard ? 1 : 0.5, seconds: 12.5, answer: "1,3",
      fingerprint: "0123456789abcdef", language: "en", quiz: QuizID("1763636400000-\(number / 10)"))
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
