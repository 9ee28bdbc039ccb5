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
  /// Shows two recipes side by side.
  case compare(Comparison)
  /// Goes to a parameter of the playground at the front, or of one that is opened for it.
  case focus(parameter: String)
  case say(Notice)
  case switchLanguage
  /// Keeps the day of the interview, or that there is none, in the settings.
  case keep(interview: Day?)
  // Performed outside.
  /// Saves to the log, in one transaction, before the next frame is drawn.
  case record([Learning.Event])
  /// Computes a run; a later request with the same ticket makes an earlier one worthless.
  case compute(Recipe, ticket: Ticket)
  /// Computes the weights of one head of a recipe whose pairs are too many to hold, in the same way.
  case pool(Recipe, head: Int, ticket: Ticket)
  /// Gives up the computation that a ticket asked for last.
  case cancel(Ticket)
  /// Writes a file; a path from the current folder, from `/` or from `~`. One that exists is replaced if it may be.
  case write(Export, to: String, replacing: Bool)
  /// Gives up the file that is being written.
  case stopWriting
  /// Opens text in the person's editor; the edited text comes back.
  case edit(text: String, about: QuestionID)
  case open(URL, line: Int)
  case copy(String)
  case save(SavedFile)
  case quit
}

/// Who asked for a computation.
public enum Ticket: Hashable, Sendable {
  case playground
  case stepThrough
  case curves
  /// What the playground's run is compared with.
  case comparison
  case question(QuestionID)
  case item(ItemRun)
  case home
  case prediction
}

/// The main places, each under one capital letter.
public enum Place: Hashable, Sendable, CaseIterable { case home, study, playground, quiz, statistics, resume }

/// What came of an effect.
public enum Outcome: Sendable {
  case computed(Recipe, ticket: Ticket, Result<Run, InputError>, seconds: Double)
  case pooled(Recipe, head: Int, ticket: Ticket, Result<PooledRun, InputError>, seconds: Double)
  /// How much of a computation that takes its time is done, 0 to 1.
  case computing(Recipe, ticket: Ticket, share: Double)
  case edited(String, about: QuestionID)
  /// What came of a file that was to be written.
  case export(ExportReport)
  /// A file was written, here.
  case saved(path: String)
  /// There is a file of that name, and it was not said that it may be replaced.
  case exists(path: String)
  /// Something could not be done; the text says what and what now.
  case failed(String)
}

/// How a file is getting on.
public enum ExportReport: Hashable, Sendable {
  case writing(bytes: Int)
  /// There is a file of the name, and nothing was written.
  case exists(path: String)
  case written(path: String, bytes: Int)
  /// Nothing was written; the text says why.
  case failed(Gloss)
}

/// One line at the foot of the screen, until the next key.
public struct Notice: Hashable, Sendable {
  public enum Tone: Hashable, Sendable { case plain, bad }
  public var text: String
  public var tone: Tone
  public init(_ text: String, _ tone: Tone = .plain) { (self.text, self.tone) = (text, tone) }
}
