import Curses
import Foundation
import Glibc
import TerminalUI

/// A screen that names the events it hears, and ends in every way a program can. `:` and a letter is a command.
struct Probe {
  var terminal: Terminal
  var heard: [String] = []
  var isCommand = false
  var isTyping = false
  var status = ""
  var picture: Canvas?

  func draw() {
    if let picture { return terminal.draw(picture) }
    var canvas = Canvas(size: terminal.size, look: terminal.look)
    let look = terminal.look
    canvas.write(
      "probe \(terminal.size.columns)x\(terminal.size.rows) colours \(look.colours.rawValue) ascii \(look.isASCII)",
      column: 0, row: 0, style: Style(.strong))
    canvas.write("注意力机制 √d_k｜宽", column: 2, row: 1, style: Style(.accent))
    canvas.write("e\u{301}👩‍🚀❤️.", column: 30, row: 1)
    for (index, colour) in [53, 54, 24, 30, 36, 71, 77, 113, 149, 185, 227].enumerated() where look.colours == .many {
      canvas.write("▀", column: index, row: 2, style: Style(.colour(UInt8(colour)), on: .colour(UInt8(255 - colour))))
    }
    canvas.write("bad", column: 20, row: 2, style: Style(.bad))
    canvas.write("focus", column: 24, row: 2, style: Style(.text, on: .focus))
    canvas.write(status, column: 0, row: 3)
    canvas.write(String(repeating: "━", count: 20), column: 40, row: 2, style: Style(.accent))
    canvas.write("宽", column: terminal.size.columns - 2, row: 3)
    for (index, line) in heard.suffix(max(0, terminal.size.rows - 4)).enumerated() {
      canvas.write(line, column: 0, row: 4 + index)
    }
    if isTyping { canvas.cursor = Point(column: 7, row: 3) }
    terminal.draw(canvas)
  }

  /// False ends the program.
  mutating func hear(_ event: Event) -> Bool {
    let name = "\(event)".replacing("TerminalUI.", with: "").replacing("Key.", with: "")
    heard.append(name)
    guard case .key(.character(let letter)) = event else { return true }
    if isCommand {
      isCommand = false
      return obey(letter)
    }
    isCommand = letter == ":"
    return true
  }

  private mutating func obey(_ letter: Character) -> Bool {
    switch letter {
    case "q": return false
    case "t": fatalError("probe: trapped on purpose")
    case "s": kill(getpid(), SIGSEGV)
    case "n": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case "a": abort()
    case "o": status = "\(overflow(1))"
    case "x": exit(3)
    case "f": isTyping.toggle()
    case "e": status = "editor \(terminal.run(["sh", "-c", "echo inside; read line; exit 7"]))"
    case "v": status = "missing \(terminal.run(["no-such-program"]))"
    case "c": terminal.write(osc52: "复制 copied")
    case "p": FileHandle.standardError.write(Data("probe: said on standard error\n".utf8))
    case "r": drawAtRandom()
    case "h":
      status = "hanging"
      draw()
      while true { usleep(1000) }
    case "w":
      let wake = terminal.wake
      Thread.detachNewThread { wake.signal() }
    default: break
    }
    return true
  }

  /// Shows many frames that differ in places, with wide characters over halves of others, and stays at the last.
  private mutating func drawAtRandom() {
    var random = Random(state: 42)
    var canvas = Canvas(size: terminal.size, look: terminal.look)
    for frame in 0..<300 {
      for _ in 0..<(frame % 30) {
        let ground: Ground = Bool.random(using: &random) ? .plain : .colour(.random(in: 0...255, using: &random))
        let style = Style(.colour(.random(in: 0...255, using: &random)), on: ground, bold: .random(using: &random))
        let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in "ab 注意力─é".randomElement(using: &random)! }
        canvas.write(
          String(text), column: .random(in: -2..<terminal.size.columns, using: &random),
          row: .random(in: 0..<terminal.size.rows, using: &random), style: style)
      }
      terminal.draw(canvas)
    }
    canvas.write("random frames ", column: 3, row: 2)
    picture = canvas
  }

  private func overflow(_ depth: Int) -> Int { depth == .max ? 0 : overflow(depth + 1) + depth }
}

/// The same numbers in every run.
struct Random: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

var options = Terminal.Options()
for argument in CommandLine.arguments.dropFirst() {
  switch argument {
  case "--256": options.colours = .many
  case "--8": options.colours = .eight
  case "--none": options.colours = Look.Colours.none
  case "--ascii": options.ascii = true
  case "--light": options.background = .light
  case "--no-mouse": options.mouse = false
  default: break
  }
}
do {
  var probe = Probe(terminal: try Terminal(options))
  if CommandLine.arguments.contains("bench") {
    let report = measure(probe.terminal)
    probe.terminal.close()
    print(report)
    exit(0)
  }
  var isRunning = true
  while isRunning {
    probe.draw()
    for event in probe.terminal.events(waiting: nil) where isRunning { isRunning = probe.hear(event) }
  }
  probe.terminal.close()
  print("closed")
} catch {
  print("heed: \(error)")
  exit(1)
}
