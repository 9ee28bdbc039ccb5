import ArgumentParser
import Attention
import Foundation
import Tutor

/// What the program tells the shell when it ends with an error; from 64 on as in `sysexits.h`.
enum ExitStatus: Int32 {
  /// A check found a defect.
  case failed = 1
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

extension Heed {
  /// Runs the command that the arguments name. An error, the argument parser's own too, is one line on standard error:
  /// `heed attend: what is wrong`.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard let fault = CommandFault(error) else { end(error) }
      let message = language(of: CommandLine.arguments) == .zh ? fault.message.zh : fault.message.en
      end(fault.status.rawValue, message)
    }
  }

  /// Ends with an error of the argument parser. Help and a version are none, and a bare status has nothing to say.
  private static func end(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = message(for: error)
    if code.isSuccess || message.isEmpty { exit(withError: error) }
    end(code.rawValue, message)
  }

  private static func end(_ status: Int32, _ message: String) -> Never {
    FileHandle.standardError.write(Data("\(commandPath(CommandLine.arguments)): \(oneLine(message))\n".utf8))
    Foundation.exit(status)
  }

  /// The language of messages, also where the arguments could not be understood.
  private static func language(of arguments: [String]) -> Language {
    var asked: String?
    for (place, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") { asked = String(argument.dropFirst(7)) }
      if argument == "--lang", place + 1 < arguments.count { asked = arguments[place + 1] }
    }
    let places = Places()
    return asked.flatMap(Language.init) ?? Language((try? Configuration(at: places.configuration)) ?? .init(), places)
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
