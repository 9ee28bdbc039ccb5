import Attention
import TerminalUI
import Testing

@testable import Tutor

private func drawn(_ flags: KeyValuePairs<String, String>, columns: Int, rows: Int) throws -> [String] {
  let recipe = try Recipe(flags.map { Flag(name: $0.key, value: $0.value) })
  var canvas = Canvas(size: Size(columns: columns, rows: rows), look: Look(colours: .none))
  ExperimentPicture(run: try Run(recipe)).draw(
    on: &canvas, in: canvas.bounds, PlaygroundVisit().stack.session)
  return canvas.lines
}

@Suite struct `An experiment's picture` {
  @Test func `has what was run beside it`() throws {
    let lines = try drawn(
      ["queries": "16", "score": "dot", "mask": "causal", "heads": "4", "kv-heads": "2"], columns: 50, rows: 8)
    #expect(
      lines.joined(separator: "\n") == #"""
        @.                 score                       dot
        @:-.               mask                     causal
        #...+@             heads              4, sharing 2
        @..@....           shape             16 × 16, d 64
        .....@..@.         entropy                    0.26
        .@......@.:.
        ....@.........
        @.+.....*.......
        """#)
  }

  @Test func `stands alone where there is no room`() throws {
    let lines = try drawn(["queries": "8", "mask": "causal"], columns: 16, rows: 8)
    #expect(lines[0].hasPrefix("@@"))
    #expect(lines.allSatisfy { $0.cellWidth <= 16 })
  }

  @Test func `survives a place without area`() throws {
    #expect(try drawn(["queries": "8"], columns: 40, rows: 0).isEmpty)
  }
}
