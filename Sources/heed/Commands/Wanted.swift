import Attention
import Foundation
import Learning
import Tutor
import Workbook

/// Which questions a query on the command line asks for.
struct Wanted {
  private var selection: Selection
  private let bank: Bank
  private let deck: Deck
  private let history: History
  private let now = Date()

  /// - Throws: `CommandFault` with what is wrong with the query.
  init(_ query: [String], _ bank: Bank, _ options: CommonOptions, _ places: Places) throws {
    // What the shell took for one word stays one value.
    let terms = query.map { term in
      guard term.contains(where: \.isWhitespace), let colon = term.firstIndex(of: ":") else { return term }
      return "\(term[...colon])\"\(term[term.index(after: colon)...])\""
    }
    selection = try Selection(asked: terms.joined(separator: " "), in: bank)
    self.bank = bank
    deck = Deck(bank, language: "en")
    let scheduler = try Configuration(at: places.configuration).scheduler(.current)
    // How the learner stands is only read where somebody asks.
    guard !selection.states.isEmpty else {
      history = History(scheduler: scheduler)
      return
    }
    history = try ReviewStore(at: places.data(options.data)).history(scheduler, cache: places.folds)
  }

  /// The words without a key, for a search in the texts.
  mutating func takeWords() -> String {
    defer { selection.words = [] }
    return selection.words.joined(separator: " ")
  }

  func accepts(_ id: QuestionID) -> Bool {
    deck[id].map { selection.accepts($0, in: bank, history, at: now) } ?? false
  }
}

extension Selection {
  /// What a query on the command line means.
  /// - Throws: `CommandFault` with what is wrong with it.
  init(asked query: String, in bank: Bank) throws {
    do throws(QueryError) { self = try Selection(query: query, in: bank) } catch {
      throw CommandFault(.usage, error.wording.en, zh: error.wording.zh)
    }
  }
}
