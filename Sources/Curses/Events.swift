import CNcurses
import Glibc
public import TerminalUI

extension Terminal {
  /// Everything that has happened, after waiting for it (nil: as long as it takes; zero: not at all).
  ///
  /// Returns early for input, a new size and `wake.signal()`, and an empty list when the time is over. Ctrl-Z and Ctrl-L
  /// are dealt with here. When the terminal has gone away the process ends as by SIGHUP.
  public func events(waiting: Duration?) -> [Event] {
    guard state == .ours else { return [] }
    let clock = ContinuousClock()
    let deadline = waiting.map { clock.now + $0 }
    let decoder = Decoder(next: nextInput)
    while true {
      let left = deadline.map { max(.zero, $0 - clock.now) }
      var sources = [pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)]
      sources.append(pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0))
      poll(&sources, nfds_t(sources.count), left.map(Self.milliseconds) ?? -1)

      let attention = attend(to: Set(wake.drain()))
      let input = decoder.events().filter { event in
        if event == .key(.control("l")) { redraw() }
        return event != .key(.control("l"))
      }
      let events = attention + input
      if !events.isEmpty || left == .zero { return events }
      if sources[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { raise(SIGHUP) }
    }
  }

  /// Signals that only want attention, and wakes.
  private func attend(to bytes: Set<UInt8>) -> [Event] {
    var events: [Event] = []
    var signals = Set(bytes.map { Int32($0) })
    if signals.contains(SIGTSTP) {
      leave(.suspended)
      cn_stop()
      signals.formUnion(wake.drain().map { Int32($0) })
      signals.remove(SIGCONT)
      enter()
    }
    if signals.contains(SIGCONT) {
      // Continued after a stop that nobody could catch: the shell has used the terminal meanwhile.
      leave(.suspended)
      enter()
    }
    if !signals.isDisjoint(with: [SIGWINCH, SIGCONT, SIGTSTP]), adoptSize() {
      forget()
      events.append(.resize(size))
    } else if signals.contains(SIGWINCH) {
      // The size has changed and changed back, and the terminal may have cut what it showed.
      redraw()
    }
    if signals.contains(SIGINT) {
      cn_heard_interrupt()
      events.append(.key(.control("c")))
    }
    if signals.contains(0) { events.append(.woke) }
    return events
  }

  /// Takes over the size that the terminal has now and says whether it is another.
  @discardableResult
  func adoptSize() -> Bool {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
      return false
    }
    let new = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    let isOther = new != size
    size = new
    // Also where it is no other: coming back from an editor, curses looks at the terminal by itself.
    resize_term(Int32(new.rows), Int32(new.columns))
    return isOther
  }

  func setUpInput() {
    cbreak()
    noecho()
    nonl()
    keypad(pad, true)
    nodelay(pad, true)
    KeyCode.define()
    // Ctrl-S must not freeze the screen, nor Ctrl-V swallow the next key.
    var settings = termios()
    tcgetattr(STDIN_FILENO, &settings)
    settings.c_iflag &= ~tcflag_t(IXON)
    settings.c_lflag &= ~tcflag_t(IEXTEN)
    // Ctrl-C is a key: the keys before it and the frame on its way are not to be thrown away.
    settings.c_lflag |= tcflag_t(NOFLSH)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    def_prog_mode()
  }

  private func nextInput(patience: Int32) -> Input? {
    var value: wint_t = 0
    var result = wget_wch(pad, &value)
    if result == ERR, patience > 0 {
      var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      if poll(&source, 1, patience) > 0 { result = wget_wch(pad, &value) }
    }
    switch result {
    case KEY_CODE_YES: return .code(Int32(bitPattern: value))
    case OK: return .character(Unicode.Scalar(value) ?? "\u{FFFD}")
    default: return nil
    }
  }

  /// Rounded up, so that a loop that waits for a moment does not arrive before it.
  private static func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    let milliseconds = Double(seconds) * 1000 + Double(attoseconds) / 1e15
    return Int32(min(milliseconds.rounded(.up), 1e9))
  }
}
