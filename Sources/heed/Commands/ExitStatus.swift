import ArgumentParser
import Foundation

/// What the program tells the shell when it ends with an error, as in `sysexits.h`.
enum ExitStatus: Int32 {
  /// A flag or an argument is wrong.
  case usage = 64
  /// The data that was given is wrong.
  case data = 65
  /// A file cannot be read.
  case unreadable = 66
  /// A terminal, or something else that is needed, is not there.
  case unavailable = 69
  /// A file cannot be created.
  case cannotCreate = 73
  /// Writing failed on the way.
  case writing = 74
}

/// An error that ends a command with one line on standard error.
protocol Fault: Error {
  var status: ExitStatus { get }
  var message: String { get }
}

/// A flag or an argument that cannot be honoured.
struct UsageFault: Fault {
  let message: String
  var status: ExitStatus { .usage }

  init(_ message: String) { self.message = message }
}

/// Data that cannot be worked with.
struct DataFault: Fault {
  let message: String
  var status: ExitStatus { .data }

  init(_ message: String) { self.message = message }
}

/// A file that cannot be read.
struct UnreadableFault: Fault {
  let message: String
  var status: ExitStatus { .unreadable }

  init(_ message: String) { self.message = message }
}

/// A file, or something else, that cannot be created.
struct CreationFault: Fault {
  let message: String
  var status: ExitStatus { .cannotCreate }

  init(_ message: String) { self.message = message }
}

/// Something that is needed is not there: a terminal.
struct UnavailableFault: Fault {
  let message: String
  var status: ExitStatus { .unavailable }

  init(_ message: String) { self.message = message }
}

/// Output that did not get through.
struct WritingFault: Fault {
  let message: String
  var status: ExitStatus { .writing }

  init(_ message: String) { self.message = message }
}

extension Heed {
  /// Runs the command that the arguments name. An error, the argument parser's own too, is one line on standard error:
  /// `heed attend: what is wrong`.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let fault as any Fault {
      end(fault.status.rawValue, fault.message)
    } catch {
      let code = exitCode(for: error)
      let message = message(for: error)
      // Help and a version are no errors, and a bare status has nothing to say.
      if code.isSuccess || message.isEmpty { exit(withError: error) }
      end(code.rawValue, message)
    }
  }

  private static func end(_ status: Int32, _ message: String) -> Never {
    FileHandle.standardError.write(Data("\(commandPath(CommandLine.arguments)): \(oneLine(message))\n".utf8))
    Foundation.exit(status)
  }

  /// The name of the command that the arguments chose: `heed attend`.
  private static func commandPath(_ arguments: [String]) -> String {
    var names = ["heed"]
    var commands = configuration.subcommands
    for argument in arguments.dropFirst() {
      guard let next = commands.first(where: { $0._commandName == argument }) else { break }
      names.append(argument)
      commands = next.configuration.subcommands
    }
    return names.joined(separator: " ")
  }

  /// A message without line breaks, and without the control characters that arguments and files may bring in.
  private static func oneLine(_ message: String) -> String {
    let words = message.split { $0.isNewline }.map { $0.trimmingCharacters(in: .whitespaces) }
    let text = words.filter { !$0.isEmpty }.joined(separator: " ")
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }
}
