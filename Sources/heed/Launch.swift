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
    let configuration = try options.configuration(places)
    let bank = try options.common.openBank(places)
    let store = try openStore()
    let session = try session(configuration, bank: bank, store: store)
    let effects = try first(session)
    // On a thread of its own, as a long log takes a while; a day that fails is made up for at the next opening.
    Thread.detachNewThread { try? Backups(of: store).keep(configuration.today, now: Date()) }
    let (options, editor) = (terminalOptions(configuration), editor(configuration))
    // Commands run on the main thread.
    try MainActor.assumeIsolated {
      let terminal = try Terminal(options)
      defer { terminal.close() }
      let keep = { try Configuration.keep(interview: $0, at: places.configuration) }
      try Runner(session, store: store, terminal: terminal, editor: editor, keep: keep).run(effects)
    }
  }

  private func session(_ configuration: Configuration, bank: Bank, store: ReviewStore) throws -> Session {
    let calendar = Calendar.current
    let history = try store.history(configuration.scheduler(calendar.timeZone), cache: places.folds)
    return Session(
      bank: bank, history: history, language: try options.common.language(places, configuration), now: Date(),
      calendar: calendar,
      seed: .random(in: 0...UInt64(Int64.max)), settings: configuration.settings,
      index: Index(cache: places.cache, bank: bank))
  }

  private func terminalOptions(_ configuration: Configuration) -> Terminal.Options {
    var colours = options.colours.map(\.colours) ?? configuration.colours
    if options.colours == nil, !places.wantsColours { colours = Look.Colours.none }
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
