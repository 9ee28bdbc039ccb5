import CNcurses
import Glibc
public import TerminalUI

/// The terminal, as long as the screen is ours: it shows canvases and hears events.
///
/// Whatever ends the process — `close()`, `exit`, a signal, a trap — leaves the terminal as it was found. What is written
/// to standard error meanwhile appears afterwards. One at a time; the screen belongs to the process.
@MainActor public final class Terminal {
  /// How canvases for this terminal are to be made: the options, limited by what the terminal can.
  public let look: Look
  /// Why only ASCII marks are drawn although nobody asked for them, as one line for the reader.
  public let explanation: String?
  public internal(set) var size: Size
  public nonisolated let wake: Wake

  private let capabilities: Capabilities
  private let modes: Modes
  let pad: UnsafeMutablePointer<WINDOW>
  private var writer: CellWriter
  private var frame = Frame()
  private var canvas: Canvas?
  var state = State.ours
  private var isCursorShown = false

  enum State { case ours, suspended, closed }

  /// Opens the screen.
  public init(_ options: Options = Options()) throws(TerminalError) {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    try Capabilities.check(terminal: name)
    let encoding = Encoding.adopt()
    explanation = options.ascii ? nil : encoding.explanation
    wake = Wake()
    // Standard input may be open for reading only.
    cn_remember(STDOUT_FILENO, wake.writing)
    cn_watch_signals()
    // Milliseconds that may lie between Esc and the rest of a key's sequence; a second by default.
    set_escdelay(25)
    guard cn_open(), let pad = newpad(1, 1) else {
      cn_unwatch_signals()
      throw TerminalError.notOpened(name)
    }
    // A key that is typed does not interrupt a frame.
    typeahead(-1)
    self.pad = pad
    capabilities = Capabilities()
    cn_reset_with(capabilities.reset)
    let palette = Palette(capabilities)
    writer = CellWriter(palette: palette)
    let colours = min(options.colours?.rawValue ?? 256, palette.available.rawValue)
    look = Look(
      colours: Look.Colours(rawValue: colours) ?? .none, background: options.background,
      ascii: options.ascii || !encoding.isUnicode)
    modes = Modes.input(mouse: options.mouse)
    size = Size(columns: Int(getmaxx(cn_screen())), rows: Int(getmaxy(cn_screen())))
    setUpInput()
    adoptSize()
    enter()
  }

  isolated deinit { close() }

  // MARK: Drawing

  /// Shows a canvas; only what differs from the last one is sent.
  public func draw(_ canvas: Canvas) {
    self.canvas = canvas
    guard state == .ours else { return }
    show(canvas, always: false)
  }

  /// Sends everything again, whatever the terminal shows now.
  public func redraw() {
    guard state == .ours else { return }
    forget()
    if let canvas { show(canvas, always: true) }
  }

  /// Takes the screen for unknown, so that the next canvas is sent as a whole.
  func forget() {
    frame.clear(size)
    cn_repaint()
  }

  private func show(_ canvas: Canvas, always: Bool) {
    let isCursorWanted = canvas.cursor != nil
    let isTurned = isCursorWanted != isCursorShown
    isCursorShown = isCursorWanted
    let isWhole = capabilities.isLikeXterm && (isTurned || always || frame.differs(from: canvas))
    if isWhole { put(Modes.synchronised.on) }
    frame.send(canvas, with: &writer)
    if isTurned { curs_set(isCursorWanted ? 1 : 0) }
    if let cursor = canvas.cursor { wmove(cn_screen(), Int32(cursor.row), Int32(cursor.column)) }
    wnoutrefresh(cn_screen())
    doupdate()
    if isWhole { put(Modes.synchronised.off) }
  }

  // MARK: Leaving and coming back

  /// Gives the terminal to something else, such as an editor, while `body` runs, and draws again afterwards.
  public func suspend<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    guard state == .ours else { return try body() }
    leave(.suspended)
    defer { if state == .suspended { enter() } }
    return try body()
  }

  /// Gives the terminal back for good. Doing it twice is no fault.
  public func close() {
    guard state != .closed else { return }
    if state == .ours { leave(.closed) }
    state = .closed
    cn_unwatch_signals()
  }

  func leave(_ next: State) {
    state = next
    if capabilities.isLikeXterm { put(modes.off) }
    endwin()
    put(capabilities.cursor)
    cn_screen_is_ours(false)
  }

  func enter() {
    cn_screen_is_ours(true)
    state = .ours
    reset_prog_mode()
    if capabilities.isLikeXterm { put(modes.on) }
    isCursorShown = true
    redraw()
  }
}
