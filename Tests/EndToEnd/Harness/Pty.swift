import CVterm
import Foundation
import Glibc

/// A program in a terminal of its own, driven as a person would drive it.
///
///     let heed = try Pty.heed("study", size: (80, 24))
///     try heed.waitFor("Why scale")
///     heed.press(.enter)
///     let screen = try heed.waitFor { $0.contains("Short answer") }
///     heed.type("q")
///     #expect(try heed.exit() == .exited(0))
///
/// Wait for what a key does before typing on: an Esc and a letter at once are Alt and that letter.
final class Pty {
  enum Exit: Equatable {
    case exited(Int32)
    case signalled(Int32)
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  let process: pid_t
  /// Everything that the program has written, byte by byte.
  private(set) var transcript: [UInt8] = []
  /// How the terminal was set before the program began.
  let firstModes: TerminalModes
  /// Kept as long as the program may run: the owner of the folders it lives in.
  var companion: AnyObject?

  private let terminal: Int32
  private let emulator: OpaquePointer
  private var size: (columns: Int, rows: Int)
  private var status: Exit?
  private var isAtEnd = false
  private var isHungUp = false
  /// In the middle of a frame (synchronised output, mode 2026).
  private var isDrawing = false
  private let home: URL

  /// Starts a command, looked up in `PATH`. The environment is only what is given and a few harmless defaults.
  init(_ command: [String], environment: [String: String] = [:], size: (columns: Int, rows: Int) = (80, 24)) throws {
    self.size = size
    home = FileManager.default.temporaryDirectory.appending(path: "heed-home-\(UUID())")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home.path,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    variables.merge(environment) { $1 }
    var arguments = command.map { strdup($0) } + [nil]
    var pairs = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in arguments + pairs { free(pointer) } }
    var terminal: Int32 = -1
    var settings = termios()
    process = cv_spawn(&arguments, &pairs, home.path, Int32(size.rows), Int32(size.columns), &terminal, &settings)
    guard process > 0 else { throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))") }
    self.terminal = terminal
    firstModes = TerminalModes(settings)
    emulator = cv_new(Int32(size.rows), Int32(size.columns))
    vterm_output_set_callback(cv_vterm(emulator), sendKeys, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Starts a program that was built beside these tests.
  static func heed(
    _ arguments: String..., environment: [String: String] = [:], size: (columns: Int, rows: Int) = (80, 24)
  ) throws -> Pty {
    try Pty([BuiltProgram.path("heed")] + arguments, environment: environment, size: size)
  }

  deinit {
    if status == nil {
      kill(-process, SIGKILL)
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    if !isHungUp { close(terminal) }
    cv_free(emulator)
    try? FileManager.default.removeItem(at: home)
  }

  // MARK: What it shows

  var screen: Screen {
    let modes = cv_modes_of(emulator)
    return Screen(
      columns: size.columns,
      rows: (0..<size.rows).map(row),
      cursorColumn: Int(modes.column), cursorRow: Int(modes.row), isCursorVisible: modes.cursor_visible,
      isAlternate: modes.alternate, mouse: Screen.Mouse(rawValue: modes.mouse) ?? .off)
  }

  /// How the terminal is set now: echo, line mode, control characters.
  var modes: TerminalModes { TerminalModes(of: terminal) }

  private func row(_ row: Int) -> [ScreenCell] {
    var cells = (0..<size.columns).map { cell(column: $0, row: row) }
    // The emulator leaves old colours under the second half of a wide character; an eye sees those of the first.
    for column in cells.indices.dropFirst() where cells[column].width == 0 {
      cells[column] = cells[column - 1]
      (cells[column].text, cells[column].width) = ("", 0)
    }
    return cells
  }

  private func cell(column: Int, row: Int) -> ScreenCell {
    let cell = cv_cell_at(emulator, Int32(row), Int32(column))
    var text = ""
    withUnsafeBytes(of: cell.characters) { bytes in
      for value in bytes.bindMemory(to: UInt32.self).prefix(while: { $0 != 0 }) {
        text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      }
    }
    func colour(_ value: Int32) -> ScreenCell.Colour {
      value < 0 ? .own : value < 256 ? .palette(Int(value)) : .rgb(Int(value) & 0xFFFFFF)
    }
    return ScreenCell(
      text: text.isEmpty && cell.width > 0 ? " " : text, width: Int(cell.width), foreground: colour(cell.foreground),
      background: colour(cell.background), isBold: cell.bold, isReversed: cell.reversed, isUnderlined: cell.underlined)
  }

  // MARK: Waiting

  /// Waits until a text stands on one line.
  @discardableResult
  func waitFor(_ text: String, timeout: Duration = .seconds(10)) throws -> Screen {
    try waitFor("“\(text)”", timeout: timeout) { $0.contains(text) }
  }

  /// Waits until the screen is as wished, looking at complete frames only where the program marks them.
  @discardableResult
  func waitFor(
    _ what: String = "a certain screen", timeout: Duration = .seconds(10), until isAsWished: (Screen) -> Bool
  ) throws -> Screen {
    let deadline = ContinuousClock.now + timeout
    while true {
      if !isDrawing || isAtEnd, isAsWished(screen) { return screen }
      if isAtEnd || ContinuousClock.now >= deadline {
        let reason = isAtEnd ? "the program has ended" : "not within \(timeout)"
        throw Failure(description: "waited for \(what), \(reason); the screen:\n\(screen.text)")
      }
      receive(within: 100)
    }
  }

  /// Waits until nothing has been written for a while.
  @discardableResult
  func waitUntilIdle(_ quiet: Duration = .milliseconds(80), timeout: Duration = .seconds(10)) -> Screen {
    let deadline = ContinuousClock.now + timeout
    let milliseconds = Int32(quiet / .milliseconds(1))
    while ContinuousClock.now < deadline, receive(within: milliseconds) {}
    return screen
  }

  /// Waits for the end, takes what is still to be read, and says how it ended.
  @discardableResult
  func exit(timeout: Duration = .seconds(10)) throws -> Exit {
    let deadline = ContinuousClock.now + timeout
    while status == nil {
      reap()
      if status != nil { break }
      if ContinuousClock.now >= deadline {
        throw Failure(description: "still running after \(timeout); the screen:\n\(screen.text)")
      }
      if isAtEnd { usleep(1000) } else { receive(within: 10) }
    }
    while receive(within: 0) {}
    return status ?? .exited(-1)
  }

  private func reap() {
    var raw: Int32 = 0
    guard status == nil, waitpid(process, &raw, WNOHANG) == process else { return }
    let signal = raw & 0x7F
    status = signal == 0 ? .exited((raw >> 8) & 0xFF) : .signalled(signal)
  }

  /// Reads what the program has written, waiting at most some milliseconds for it; false when there was nothing.
  @discardableResult
  private func receive(within milliseconds: Int32) -> Bool {
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard !isAtEnd, poll(&source, 1, milliseconds) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(terminal, &chunk, chunk.count)
    if count < 0, errno == EAGAIN || errno == EINTR { return false }
    guard count > 0 else {
      isAtEnd = true
      return false
    }
    let recent = String(decoding: transcript.suffix(7) + chunk.prefix(count), as: UTF8.self)
    if let mark = recent.ranges(of: "\u{1B}[?2026").last, mark.upperBound < recent.endIndex {
      isDrawing = recent[mark.upperBound] == "h"
    }
    transcript += chunk.prefix(count)
    chunk.withUnsafeBytes { cv_feed(emulator, $0.baseAddress, count) }
    return true
  }

  // MARK: Acting

  /// Sends bytes as they are.
  func send(_ bytes: some Sequence<UInt8>) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        receive(within: 10)
      } else if errno != EINTR {
        return
      }
    }
  }

  func type(_ text: String) { send(text.utf8) }

  /// Presses a key as this terminal sends it in its present mode.
  func press(_ key: PtyKey, _ modifier: VTermModifier = VTERM_MOD_NONE) {
    switch key {
    case .control(let letter): type(String(UnicodeScalar(letter.asciiValue.map { $0 & 0x1F } ?? 0)))
    case .alt(let letter): type("\u{1B}\(letter)")
    default: vterm_keyboard_key(cv_vterm(emulator), key.code, modifier)
    }
  }

  /// Pastes as a terminal does: between marks when the program has asked for them.
  func paste(_ text: String) {
    vterm_keyboard_start_paste(cv_vterm(emulator))
    send(text.utf8)
    vterm_keyboard_end_paste(cv_vterm(emulator))
  }

  func click(column: Int, row: Int) {
    button(1, true, column: column, row: row)
    button(1, false, column: column, row: row)
  }

  func drag(from: (column: Int, row: Int), to: (column: Int, row: Int)) {
    button(1, true, column: from.column, row: from.row)
    vterm_mouse_move(cv_vterm(emulator), Int32(to.row), Int32(to.column), VTERM_MOD_NONE)
    button(1, false, column: to.column, row: to.row)
  }

  func wheel(up: Bool, column: Int, row: Int) { button(up ? 4 : 5, true, column: column, row: row) }

  private func button(_ number: Int32, _ isPressed: Bool, column: Int, row: Int) {
    vterm_mouse_move(cv_vterm(emulator), Int32(row), Int32(column), VTERM_MOD_NONE)
    vterm_mouse_button(cv_vterm(emulator), number, isPressed, VTERM_MOD_NONE)
  }

  func resize(columns: Int, rows: Int) {
    size = (columns, rows)
    cv_resize(emulator, Int32(rows), Int32(columns))
    var window = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &window)
  }

  /// Paints over the program's screen behind its back, as another program would.
  func paintOver(_ bytes: String) { bytes.withCString { cv_feed(emulator, $0, strlen($0)) } }

  /// Takes the terminal away, as when its window is closed.
  func hangUp() {
    close(terminal)
    (isAtEnd, isHungUp) = (true, true)
  }

  func signal(_ number: Int32) { kill(process, number) }
}

/// What the emulator sends to the program: keys, mouse reports, answers.
private func sendKeys(_ bytes: UnsafePointer<CChar>?, _ count: Int, _ pty: UnsafeMutableRawPointer?) {
  guard let bytes, let pty else { return }
  let keys = UnsafeRawBufferPointer(start: bytes, count: count)
  Unmanaged<Pty>.fromOpaque(pty).takeUnretainedValue().send(Array(keys))
}
