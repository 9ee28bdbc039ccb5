import ArgumentParser
import Foundation
import Learning
import Tutor

/// How the commands that ask or count reviews schedule them; the configuration has what is not said here.
struct MemoryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The chance of recall that reviews aim for, 0.7 to 0.99.", valueName: "SHARE"))
  var retention: Double?

  @Option(help: ArgumentHelp("When a day of reviews begins, as 4 or 4:30.", valueName: "HOUR"))
  var rollover: ClockTime?

  func validate() throws {
    guard let retention, !(0.7...0.99).contains(retention) else { return }
    throw ValidationError("--retention \(retention): expected 0.7 to 0.99")
  }
}

/// A time of the clock: `4`, `4:30`, `04:30`.
struct ClockTime: Equatable, LosslessStringConvertible, ExpressibleByArgument {
  /// After midnight.
  let seconds: TimeInterval

  init?(_ description: String) {
    let parts = description.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    guard numbers.count == parts.count, (1...2).contains(numbers.count), (0..<24).contains(numbers[0]),
      (0..<60).contains(numbers.count == 2 ? numbers[1] : 0)
    else { return nil }
    seconds = TimeInterval(numbers[0] * 3600 + (numbers.count == 2 ? numbers[1] * 60 : 0))
  }

  var description: String {
    let minutes = Int(seconds) / 60
    return minutes % 60 == 0 ? "\(minutes / 60)" : "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }
}

extension ScreenOptions {
  /// The file's settings, and over them what the command line says.
  func configuration(_ places: Places) throws -> Configuration {
    var configuration = try Configuration(at: places.configuration)
    if let retention = memory.retention { configuration.settings.retention = retention }
    if let rollover = memory.rollover { configuration.rollover = rollover.seconds }
    return configuration
  }
}

extension Configuration {
  /// The program's schedule.
  func scheduler(_ timeZone: TimeZone) -> Scheduler {
    Scheduler(days: Days(timeZone: timeZone, rollover: rollover), retention: settings.retention, spreads: true)
  }
}
