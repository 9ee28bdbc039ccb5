import ArgumentParser
import Foundation
import Learning

/// `heed schedule --input FILE|- --json`
struct Schedule: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replay a list of reviews by FSRS-6 and print what it makes of each.",
    discussion: """
      The input is {"retention": 0.9, "reviews": [{"at": unix seconds, "grade": 1 to 4}]}, with "weights": [21 numbers] \
      where they are not the published ones. A day is 24 hours from the last review, and nothing is left to chance; \
      with --rollover days are those of the calendar, as in the program.
      """)

  // Every command takes these.
  @OptionGroup(visibility: .hidden) var common: CommonOptions

  @Option(help: ArgumentHelp("Read the reviews from this file; - is standard input.", valueName: "FILE"))
  var input: String

  @OptionGroup var memory: MemoryOptions

  @Option(help: ArgumentHelp("How long a day is: 24h, 90m, 3600s.", valueName: "LENGTH"))
  var dayLength: DayLength?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let name = input == "-" ? "standard input" : input
    let data =
      input == "-"
      ? try Descriptor.standardInput.readAll(named: name)
      : try Descriptor.reading(input) { try $0.readAll(named: input) }
    let log = try ReviewList(json: data, named: name)
    let scheduler = try scheduler(log)
    var rows: [Row] = []
    var memory: Memory?
    for (place, review) in log.reviews.enumerated() {
      let at = Date(timeIntervalSince1970: review.at)
      if let last = memory?.lastReview, at < last {
        let note = "\(name): reviews[\(place)]: the clock went back; it counts as the same day"
        FileHandle.standardError.write(Data("\(note)\n".utf8))
      }
      let next = scheduler.next(memory, grade: review.grade, at: at)
      rows.append(Row(next))
      memory = next
    }
    let text = try json ? Row.json(rows) : Row.table(rows)
    try Data(text.utf8).withUnsafeBytes { try Descriptor.standardOutput.write($0, named: "standard output") }
  }

  private func scheduler(_ log: ReviewList) throws -> Scheduler {
    let retention = memory.retention ?? log.retention
    guard let rollover = memory.rollover else {
      return .published(
        retention: retention, weights: log.weights, dayLength: dayLength?.seconds ?? DayLength.usual.seconds)
    }
    guard dayLength == nil else {
      throw CommandFault(
        .usage, "--rollover counts the days of the calendar: leave --day-length out",
        zh: "--rollover 按日历的天计算：请去掉 --day-length")
    }
    return Scheduler(
      days: Days(timeZone: .current, rollover: rollover.seconds), retention: retention, weights: log.weights)
  }

  /// What is known after one review.
  private struct Row: Encodable {
    let stability: Double
    let difficulty: Double
    let state: Memory.State
    /// Unix seconds.
    let due: Double

    init(_ memory: Memory) {
      (stability, difficulty, state) = (memory.stability, memory.difficulty, memory.state)
      due = memory.due.timeIntervalSince1970
    }

    static func json(_ rows: [Row]) throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      let lines = try rows.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
      return lines.isEmpty ? "[]\n" : "[\n\(lines.joined(separator: ",\n"))\n]\n"
    }

    static func table(_ rows: [Row]) -> String {
      rows.map { row in
        let due = Date(timeIntervalSince1970: row.due).formatted(.iso8601)
        let state = row.state.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0)
        return String(format: "%14.6f %10.6f  ", row.stability, row.difficulty) + "\(state)  \(due)\n"
      }.joined()
    }
  }
}

/// A length of time: `24h`, `90m`, `3600s`, `1d`.
struct DayLength: ExpressibleByArgument {
  let seconds: TimeInterval

  static let usual = DayLength(seconds: 86_400)

  private init(seconds: TimeInterval) { self.seconds = seconds }

  init?(argument: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = argument.last.flatMap({ units[$0] }), let number = Double(argument.dropLast()), number.isFinite,
      number * unit >= 1
    else { return nil }
    seconds = number * unit
  }
}
