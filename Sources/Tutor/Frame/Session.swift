public import Attention
public import Foundation
public import Index
public import Learning
public import TerminalUI
public import Workbook

/// Everything that screens look at and none of them owns: the bank, what was answered, the time.
public struct Session: Sendable {
  public var bank: Bank
  public var history: History
  /// The cards of the bank.
  public let deck: Deck
  public var language: Language
  /// The time of the event at hand; nothing else asks a clock.
  public var now: Date
  /// When heed was opened: undo does not reach behind it.
  public let openedAt: Date
  public var calendar: Calendar
  /// Changes with every session, so that two quizzes differ; equal seeds give equal screens.
  public var seed: UInt64
  public var settings: Settings
  /// The screen's size in cells.
  public var size = Size(columns: 80, rows: 24)
  /// How the terminal wants things drawn.
  public var look = Look()
  public var index: Index?

  public init(
    bank: Bank, history: History, language: Language = .en, now: Date, calendar: Calendar = .current, seed: UInt64,
    settings: Settings = Settings(), index: Index? = nil
  ) {
    (self.bank, self.history, self.language) = (bank, history, language)
    openedAt = now
    (self.now, self.calendar, self.seed) = (now, calendar, seed)
    (self.settings, self.index) = (settings, index)
    deck = Deck(bank, language: Language.en.rawValue)
  }

  /// The text in the language of the interface.
  public func say(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
    language == .zh ? chinese() : english()
  }

  public func say(_ gloss: Gloss) -> String { gloss.text(in: language) }
}

extension Session {
  /// The last answer that counts, as long as it was given since heed was opened.
  var undoable: Reviewed? { history.undoable.flatMap { $0.at >= openedAt ? $0 : nil } }
}
