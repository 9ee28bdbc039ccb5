import Testing

/// A generator whose numbers are the same on every machine (splitmix64).
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

private let sizes = [(80, 24), (120, 40), (40, 12), (160, 50), (39, 11), (60, 16), (90, 30)]

/// Does something that a hand could do, except leave.
private func act(_ heed: Pty, _ dice: inout Dice) {
  let keys: [PtyKey] = [.up, .down, .left, .right, .enter, .escape, .tab, .backspace, .pageUp, .pageDown, .home, .end]
  switch Int.random(in: 0..<20, using: &dice) {
  case 0..<9:
    heed.type(String("abcdefghijklmnoprstuvwxyz0123456789 []?:/+-HSPQTRLGU".randomElement(using: &dice) ?? " "))
  case 9..<17: heed.press(keys.randomElement(using: &dice) ?? .down)
  case 17: heed.type(["１", "？", "注意", ".5", "-1", "2^30", "1e9"].randomElement(using: &dice) ?? "1")
  case 18: heed.click(column: .random(in: 0..<80, using: &dice), row: .random(in: 0..<24, using: &dice))
  default:
    let (columns, rows) = sizes.randomElement(using: &dice) ?? (80, 24)
    heed.resize(columns: columns, rows: rows)
  }
}

@Test(arguments: 1...3 as ClosedRange<UInt64>)
func `whatever hands do in whatever order, heed goes on and leaves the terminal as it was`(seed: UInt64) throws {
  var dice = Dice(state: seed)
  let learner = try Learner(bank: seed % 2 == 0 ? nil : SampleBank.folder)
  var heed = try learner.heed(environment: ["EDITOR": "true"])
  for _ in 0..<12 {
    try heed.waitFor("a whole frame") { !$0.header.isEmpty && !$0.footer.isEmpty && $0.isAlternate }
    for _ in 0..<12 { act(heed, &dice) }
    heed.resize(columns: 80, rows: 24)
    heed.waitUntilIdle(.milliseconds(150))
    if (try? heed.waitFor("a whole frame") { !$0.header.isEmpty && !$0.footer.isEmpty && $0.isAlternate }) == nil {
      // Hands find the way out too: through the palette, or with a click on `q quit`.
      try expectExit(heed, .exited(0))
      expectRestored(heed)
      heed = try learner.heed(environment: ["EDITOR": "true"])
    }
  }
  // Ctrl-C overtakes the keys that are still waiting, and an exam that these would have ended asks first.
  heed.waitUntilIdle(.milliseconds(500))
  heed.press(.control("c"))
  if (try? heed.exit(timeout: .seconds(5))) == nil { heed.press(.control("c")) }
  try expectExit(heed, .exited(0))
  expectRestored(heed)
}
