public import Attention
import TerminalUI

/// Where the playground opens: on which stage, head and cell.
public struct PlaygroundPlace: Sendable {
  public var stage: Stage
  /// From 0.
  public var head: Int
  /// Query and key from 0, or query and channel of the output; the cell that tells most where there is none.
  public var cell: (query: Int, column: Int)?

  public init(stage: Stage = .weights, head: Int = 0, cell: (query: Int, column: Int)? = nil) {
    (self.stage, self.head, self.cell) = (stage, head, cell)
  }
}

extension Stage {
  /// How the stage is called on a command line.
  public var name: String { label.en }
}

/// The command line that shows the same view again.
extension PlaygroundScreen {
  var command: String {
    var flags = recipe.flags
    // Without a flag the last experiment would be opened.
    if flags.isEmpty { flags = [Flag(name: "queries", value: recipe["queries"])] }
    if view.stage != .weights { flags.append(Flag(name: "stage", value: view.stage.name)) }
    if let picture {
      let head = view.head(in: picture.shape)
      if head > 0 { flags.append(Flag(name: "head", value: String(head + 1))) }
      let place = selectedPlace(picture)
      let key = picture.tellingKey(head: head)
      let isTelling = place.row == picture.tellingQuery && (view.stage == .output ? 0 : key) == place.column
      if !isTelling { flags.append(Flag(name: "cell", value: "\(place.row),\(place.column)")) }
    }
    return (["heed", "play"] + flags.flatMap { ["--\($0.name)", Self.quoted($0.value)] }).joined(separator: " ")
  }

  /// A word as every shell reads it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-+=:,./@%".contains($0)) }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  mutating func copyCommand(_ session: Session) -> [Effect] {
    let text = session.fitting(
      session.say("Copied: \(command)", "已复制：\(command)"),
      session.say("Copied the command that shows this view again.", "已复制重现此画面的命令。"))
    return [.copy(command), .say(Notice(text))]
  }

  /// Goes where the playground was told to open.
  mutating func go(to place: PlaygroundPlace) {
    (view.stage, view.head) = (place.stage, place.head)
    guard let cell = place.cell else { return }
    view.query = cell.query
    if place.stage == .output { view.channel = cell.column } else { view.key = cell.column }
    opensAtCell = true
  }
}

extension RunPicture {
  /// A query well into the text.
  var tellingQuery: Int { shape.queries * 2 / 3 }
  /// The key it looks at most.
  func tellingKey(head: Int) -> Int { heaviestKey(head: head, query: tellingQuery) }
}
