import Glibc

extension Terminal {
  /// Runs a program that has the terminal meanwhile, such as an editor, and returns its exit status.
  ///
  /// 127 means that it was not found, 128 + n that signal n ended it. It stays in our process group, so Ctrl-Z and `fg`
  /// work for both together.
  public func run(_ command: [String]) -> Int32 {
    suspend { Self.wait(for: command) }
  }

  private static func wait(for command: [String]) -> Int32 {
    guard let program = command.first else { return 127 }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // No signal stays blocked in the program because a thread here had it blocked.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, program, nil, &attributes, &arguments, environ) == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
