import Content
import Foundation
import Index
import Tutor
import Workbook

extension CommonOptions {
  /// The folder of the questions: `--content`, else the shipped bank.
  /// - Throws: `CommandFault`, naming each place that was tried.
  func bankFolder(_ places: Places) throws -> URL {
    if let content {
      let folder = URL(filePath: content, directoryHint: .isDirectory)
      guard Content.isBank(folder) else { throw CommandFault.noBank(at: "--content \(content)") }
      return folder
    }
    do { return try Content.bank(environment: places.environment) } catch {
      let tried = error.tried.joined(separator: "、")
      throw CommandFault(.unreadable, "\(error)", zh: "没有找到题库；找过 \(tried)。可用 --content DIR 或 HEED_CONTENT 指定")
    }
  }

  /// The questions of that folder, with the person's own beside them.
  /// - Throws: `CommandFault`, naming each place that was tried.
  func openBank(_ places: Places) throws -> Bank {
    let cache = HeaderCache(folder: places.cache, program: Bundle.main.executableURL)
    let known = cache.load()
    let bank = Bank(shipped: try bankFolder(places), own: places.ownContent, known: known, now: Date())
    if bank.catalogue != known { cache.save(bank.catalogue) }
    return bank
  }

  /// The language of the interface: `--lang`, else the configuration, else the locale.
  func language(_ places: Places, _ configuration: Configuration) throws -> Language {
    guard let lang else { return Language(configuration, places) }
    guard let language = Language(rawValue: lang) else {
      throw CommandFault(.usage, "--lang \(lang): the languages are en and zh", zh: "--lang \(lang)：语言有 en 和 zh")
    }
    return language
  }

  /// The language of what a command prints: also one that only the bank has.
  func language(of bank: Bank, _ places: Places) throws -> String {
    if let lang {
      if bank.languages[lang] != nil { return lang }
      let known = bank.languages.keys.sorted()
      throw CommandFault(
        .usage, "--lang \(lang): the languages are \(known.joined(separator: ", "))",
        zh: "--lang \(lang)：语言有 \(known.joined(separator: "、"))")
    }
    return try language(places, Configuration(at: places.configuration)).rawValue
  }
}

extension Language {
  /// What the configuration asks for, else the locale.
  init(_ configuration: Configuration, _ places: Places) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { places.environment[$0] }.first { !$0.isEmpty }
    self = configuration.language ?? (locale?.hasPrefix("zh") == true ? .zh : .en)
  }

  /// The interface for a language that perhaps only the bank has.
  init(for bankLanguage: String) { self = Language(rawValue: bankLanguage) ?? .en }
}

extension CommandFault {
  static func noBank(at place: String) -> CommandFault {
    CommandFault(
      .unreadable, "\(place): no question bank there (a folder with en/bank.yaml)",
      zh: "\(place)：那里没有题库（应有 en/bank.yaml）")
  }
}

extension Bank {
  /// Topics that somebody named.
  /// - Throws: `CommandFault` with the topics there are, when one of them is none.
  func check(topics: [String], in language: String) throws {
    let known = declaredTopics(in: language).map(\.id)
    guard let unknown = topics.first(where: { !known.contains($0) }) else { return }
    throw CommandFault(
      .data, "--topic \(unknown): the topics are \(known.joined(separator: ", "))",
      zh: "--topic \(unknown)：主题有 \(known.joined(separator: "、"))")
  }

  /// The question that somebody named.
  /// - Throws: `CommandFault` with the nearest id where there is none, or with what is wrong with its file.
  func question(named name: String, in language: String) throws -> Question {
    if let id = QuestionID(name), let question = question(id, in: language) { return question }
    if let fault = faults.first(where: { $0.path.hasSuffix("/\(name).md") }) {
      throw CommandFault(.data, "\(name) cannot be read: \(fault)", zh: "\(name) 无法读取：\(fault)")
    }
    let meant = nearestID(to: name)
    throw CommandFault(
      .data, "\(name): no such question" + (meant.map { "; did you mean \($0)?" } ?? ""),
      zh: "\(name)：没有这道题" + (meant.map { "；是不是要找 \($0)？" } ?? ""))
  }

  /// In the topic that was named, if there is one; a slug alone is enough to be understood.
  private func nearestID(to name: String) -> QuestionID? {
    let topic = ids.filter { name.hasPrefix("\($0.topic)/") }
    return (topic.isEmpty ? ids : topic).min { distance(name, $0) < distance(name, $1) }
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
