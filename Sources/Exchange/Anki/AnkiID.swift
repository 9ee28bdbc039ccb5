import Learning
import Workbook

/// How a card of heed is named in Anki, the same in every export: so a second import finds the notes of the first.
enum AnkiID {
  /// The note type.
  static let noteType: Int64 = 1_763_596_800_000
  /// Before the card's own id in a note's guid.
  private static let mark = "heed:"

  /// The guid of a card's note, the same in every language: `heed:masks/causal#1`.
  static func guid(_ card: CardID) -> String { mark + card.description }

  /// The card of a note; nothing where heed did not make it.
  static func card(guid: String) -> CardID? {
    guid.hasPrefix(mark) ? CardID(String(guid.dropFirst(mark.count))) : nil
  }

  static func deck(_ topic: String) -> Int64 { number("deck \(topic)") }

  /// A number for each of some names. Two that would have the same, which hardly happens, are told apart by their order.
  static func numbers(_ names: [String]) -> [Int64] {
    var taken: Set<Int64> = []
    return names.map { name in
      var number = number(name)
      while !taken.insert(number).inserted { number += 1 }
      return number
    }
  }

  /// Anki reads ids as milliseconds since 1970 and shows them as the day of making: these fall into a year from
  /// November 2023 on.
  private static func number(_ name: String) -> Int64 {
    // FNV-1a; Swift's own hashes differ from run to run.
    let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return 1_700_000_000_000 + Int64(hash >> 29)
  }
}
