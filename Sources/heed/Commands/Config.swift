import ArgumentParser
import Foundation

/// `heed config init`
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write or show the configuration.", subcommands: [Init.self, Show.self], defaultSubcommand: Show.self)

  struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a configuration file with every default; an existing one is kept.")

    @OptionGroup(visibility: .hidden) var common: CommonOptions

    func run() throws {
      let file = Places().configuration
      let path = file.path(percentEncoded: false)
      guard !FileManager.default.fileExists(atPath: path) else {
        throw CommandFault(
          .data, "\(path) exists and is kept; remove it to write the defaults anew", zh: "\(path) 已存在，未改动；要重写默认值，请先删除它")
      }
      do {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Configuration.template.write(to: file, atomically: true, encoding: .utf8)
      } catch {
        let reason = error.localizedDescription
        throw CommandFault(.cannotCreate, "\(path) cannot be written: \(reason)", zh: "\(path) 无法写入：\(reason)")
      }
      print(path)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the configuration file, or the defaults.")

    @OptionGroup(visibility: .hidden) var common: CommonOptions

    func run() throws {
      print(
        try Configuration.text(at: Places().configuration) ?? Configuration.template, terminator: "")
    }
  }
}
