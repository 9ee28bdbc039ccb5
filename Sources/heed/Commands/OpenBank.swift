import Content
import Foundation
import Tutor
import Workbook

extension CommonOptions {
  /// The folder of the questions: `--content`, else the shipped bank.
  /// - Throws: `UnreadableFault`, naming each place that was tried.
  func bankFolder(_ places: Places) throws -> URL {
    if let content {
      let folder = URL(filePath: content, directoryHint: .isDirectory)
      guard Content.isBank(folder) else {
        throw UnreadableFault("--content \(content): no question bank there (a folder with en/bank.yaml)")
      }
      return folder
    }
    do { return try Content.bank(environment: places.environment) } catch { throw UnreadableFault("\(error)") }
  }

  /// The questions of that folder, with the person's own beside them.
  /// - Throws: `UnreadableFault`, naming each place that was tried.
  func openBank(_ places: Places) throws -> Bank {
    Bank(shipped: try bankFolder(places), own: places.ownContent)
  }

  /// The language of the interface: `--lang`, else the configuration, else the locale.
  func language(_ places: Places, _ configuration: Configuration) throws -> Language {
    if let lang {
      guard let language = Language(rawValue: lang) else {
        throw UsageFault("--lang \(lang): the languages are en and zh")
      }
      return language
    }
    if let language = configuration.language { return language }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { places.environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }

  /// The language of what a command prints: also one that only the bank has.
  func language(of bank: Bank, _ places: Places) throws -> String {
    if let lang {
      if bank.languages[lang] != nil { return lang }
      throw UsageFault("--lang \(lang): the languages are \(bank.languages.keys.sorted().joined(separator: ", "))")
    }
    return try language(places, Configuration(at: places.configuration)).rawValue
  }
}

extension Bank {
  /// The question that somebody named.
  /// - Throws: `DataFault` with the nearest id where there is none, or with what is wrong with its file.
  func question(named name: String, in language: String) throws -> Question {
    if let id = QuestionID(name), let question = question(id, in: language) { return question }
    if let fault = faults.first(where: { $0.path.hasSuffix("/\(name).md") }) {
      throw DataFault("\(name) cannot be read: \(fault)")
    }
    let meant = nearestID(to: name).map { "; did you mean \($0)?" } ?? ""
    throw DataFault("\(name): no such question\(meant)")
  }

  /// A slug alone is enough to be understood.
  private func nearestID(to name: String) -> QuestionID? {
    ids.min { distance(name, $0) < distance(name, $1) }
  }

  private func distance(_ name: String, _ id: QuestionID) -> Int {
    let letters = Array(name.lowercased())
    return [id.description, id.slug].map { editDistance(letters, Array($0), atMost: .max - 1) }.min() ?? .max
  }
}

/// What could not be read, on standard error: the command goes on with the rest.
func printFaults(of bank: Bank) {
  for fault in bank.faults { FileHandle.standardError.write(Data("\(fault)\n".utf8)) }
}
