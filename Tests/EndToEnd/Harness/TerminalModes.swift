import Glibc

/// How a terminal is set: what `stty -a` shows.
struct TerminalModes: Equatable {
  var input: UInt32
  var output: UInt32
  var control: UInt32
  var local: UInt32
  var characters: [UInt8]

  init(of terminal: Int32) {
    var settings = termios()
    tcgetattr(terminal, &settings)
    self.init(settings)
  }

  init(_ settings: termios) {
    (input, output, control, local) = (settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag)
    characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
  }

  var echoes: Bool { local & UInt32(ECHO) != 0 }
}
