import Attention
import Workbook

extension Preset {
  /// The preset of a name that was typed.
  /// - Throws: `CommandFault` with the name that was probably meant, or all of them.
  static func chosen(_ name: String) throws -> Preset {
    if let preset = named(name) { return preset }
    let names = all.map(\.name)
    let help =
      nearest(to: name, among: names).map { "Did you mean \($0)?" } ?? "Known: \(names.joined(separator: ", "))"
    throw CommandFault(.usage, "preset \(name.isEmpty ? "(empty)" : name): unknown. \(help)")
  }
}
