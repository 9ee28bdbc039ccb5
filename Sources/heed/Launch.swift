import Attention
import Curses
import Foundation
import Index
import Learning
import TerminalUI
import Tutor
import Workbook

/// From the command line to a running screen: finds the bank, opens the log, reads the configuration.
struct Launch {
  let options: ScreenOptions
  let places = Places()

  /// Opens heed on the screen that `first` leads to.
  func callAsFunction(_ first: (Session) throws -> [Effect]) throws {
    let configuration = try Configuration(at: places.configuration)
    let bank = try options.common.openBank(places)
    let store = try openStore()
    let session = try session(configuration, bank: bank, store: store)
    let effects = try first(session)
    let (options, editor) = (terminalOptions(configuration), editor(configuration))
    // Commands run on the main thread.
    try MainActor.assumeIsolated {
      let terminal = try Terminal(options)
      defer { terminal.close() }
      try Runner(session, store: store, terminal: terminal, editor: editor).run(effects)
    }
  }

  private func session(_ configuration: Configuration, bank: Bank, store: ReviewStore) throws -> Session {
    let calendar = Calendar.current
    let days = Days(timeZone: calendar.timeZone)
    let scheduler = Scheduler(days: days, retention: configuration.settings.retention)
    let history = History(try store.entries(), scheduler: scheduler)
    return Session(
      bank: bank, history: history, language: try options.common.language(places, configuration), now: Date(),
      calendar: calendar,
      seed: .random(in: 0...UInt64(Int64.max)), settings: configuration.settings,
      index: Index(cache: places.cache, bank: bank))
  }

  private func terminalOptions(_ configuration: Configuration) -> Terminal.Options {
    var colours = options.colours.map(\.colours) ?? configuration.colours
    // https://no-color.org: any value that is not empty, unless the command line asks for colours.
    if options.colours == nil, places.environment["NO_COLOR"]?.isEmpty == false { colours = Look.Colours.none }
    return Terminal.Options(
      colours: colours, background: options.theme ?? configuration.background,
      ascii: options.ascii ?? configuration.ascii, mouse: options.mouse ?? configuration.mouse)
  }

  private func editor(_ configuration: Configuration) -> [String] {
    let named = [configuration.editor, places.environment["VISUAL"], places.environment["EDITOR"]].compactMap(\.self)
    return (named.first { !$0.isEmpty } ?? "vi").split(separator: " ").map(String.init)
  }
}

extension Configuration {
  /// The file's settings; the defaults where there is none.
  init(at file: URL) throws {
    guard let text = try Self.text(at: file) else {
      self.init()
      return
    }
    do { try self.init(yaml: text) } catch let fault as ConfigurationFault {
      let place = "\(file.path(percentEncoded: false)):\(fault.line):\(fault.column)"
      throw CommandFault(.data, "\(place): \(fault.message.en)", zh: "\(place)：\(fault.message.zh)")
    }
  }

  /// What the file says; nothing where there is none.
  static func text(at file: URL) throws -> String? {
    let path = file.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let data = try Descriptor.reading(path) { try $0.readAll(named: path) }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFault(.data, "\(path):1:1: not UTF-8 text", zh: "\(path):1:1：不是 UTF-8 文本")
    }
    return text
  }
}

extension Launch {
  /// The log of `--data`, or the one in its usual place.
  func openStore() throws -> ReviewStore { try ReviewStore(at: places.data(options.common.data)) }
}
