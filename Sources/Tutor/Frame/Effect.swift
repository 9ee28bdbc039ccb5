public import Attention
public import Foundation
public import Learning
public import TerminalUI
public import Workbook

/// What a screen wants done. Effects are values: the stack handles those that move between screens, the program
/// performs the rest and sends what came of them back as an `Outcome`.
public enum Effect: Sendable {
  // Between screens.
  case push(any Screen)
  case replace(any Screen)
  case pop
  case go(Place)
  /// Presses a key on the screen below an overlay, after the overlay closed.
  case press(Key)
  /// Sets a parameter in the playground at the front, or in one that is opened for it.
  case turn(parameter: String, to: String)
  /// Shows a recipe in the playground at the front, or in one that is opened for it.
  case show(Recipe)
  case say(Notice)
  case switchLanguage
  // Performed outside.
  /// Saves to the log, in one transaction, before the next frame is drawn.
  case record([Learning.Event])
  /// Computes a run; a later request with the same ticket makes an earlier one worthless.
  case compute(Recipe, ticket: Ticket)
  /// Gives up the computation that a ticket asked for last.
  case cancel(Ticket)
  /// Opens text in the person's editor; the edited text comes back.
  case edit(text: String, about: QuestionID)
  case open(URL, line: Int)
  case copy(String)
  case quit
}

/// Who asked for a computation.
public enum Ticket: Hashable, Sendable {
  case playground
  case question(QuestionID)
  case home
}

/// The main places, each under one capital letter.
public enum Place: Hashable, Sendable, CaseIterable { case home, study, playground, quiz, statistics, resume }

/// What came of an effect.
public enum Outcome: Sendable {
  case computed(Recipe, ticket: Ticket, Result<Run, InputError>, seconds: Double)
  /// How much of a computation that takes its time is done, 0 to 1.
  case computing(Recipe, ticket: Ticket, share: Double)
  case edited(String, about: QuestionID)
  /// Something could not be done; the text says what and what now.
  case failed(String)
}

/// One line at the foot of the screen, until the next key.
public struct Notice: Hashable, Sendable {
  public enum Tone: Hashable, Sendable { case plain, bad }
  public var text: String
  public var tone: Tone
  public init(_ text: String, _ tone: Tone = .plain) { (self.text, self.tone) = (text, tone) }
}
