import Attention
import Foundation
import TerminalUI
import Testing

@testable import Tutor

/// A run of flags, as an export in a format.
func exported(
  _ format: Export.Format, _ flags: KeyValuePairs<String, String>, _ picture: ExportedPicture = ExportedPicture()
) throws -> String {
  let run = try Run(Recipe(flags.map { Flag(name: $0.key, value: $0.value) }))
  var data = Data()
  try Export(format, run, seconds: 0.1, picture: picture).write { data.append(contentsOf: $0) }
  return String(decoding: data, as: UTF8.self)
}

@Suite struct `A picture as text` {
  @Test func `is the heatmap with axes and colour bar, plain without colours`() throws {
    let text = try exported(
      .ansi, ["queries": "6", "heads": "2", "mask": "causal", "seed": "7"],
      ExportedPicture(head: 1, look: Look(colours: .none)))
    #expect(
      text == """
          weights, head 2 of 2
          0       4
        0 @@
          ==**
          **--..
          --==..--
        4 ::::::..++
          ::::::..::--
          0 ...::--==++**##%%@@@ 1

        """)
  }

  @Test func `sets colours once where they change, and takes them back at each end of a line`() throws {
    let text = try exported(.ansi, ["queries": "3", "mask": "causal"])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "  \u{1B}[0;1;38;5;255mweights\u{1B}[0m")
    // The first weight is 1: one colour for its two columns, then nothing, as the rest is masked.
    #expect(lines[1] == "  \u{1B}[0;38;5;245m0\u{1B}[0m")
    #expect(lines[2] == "\u{1B}[0;38;5;245m0\u{1B}[0m \u{1B}[0;48;5;227m  \u{1B}[0m")
    #expect(lines.dropLast().allSatisfy { !$0.contains("\u{1B}") || $0.hasSuffix("\u{1B}[0m") })
  }

  @Test func `pools what is too large, and says so in both languages`() throws {
    let picture = ExportedPicture(look: Look(colours: .none), language: .zh)
    let text = try exported(.ansi, ["queries": "300", "dim": "4"], picture)
    #expect(text.hasPrefix("    权重，合并 3×\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 132 })
  }
}
