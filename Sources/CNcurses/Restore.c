// Leaves the terminal as it was found, whatever ends the process. What runs inside a handler here uses only
// async-signal-safe functions (POSIX.1-2008, 2.4.3) and what was prepared before.
#define _GNU_SOURCE
#include "CNcurses.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static struct {
  int terminal, wake;
  struct termios settings;
  char reset[512];
  size_t length;
  // Standard error while the screen is ours: what it was, and the memory that holds it back.
  int errors, held;
} guard = {.errors = -1, .held = -1};

static volatile sig_atomic_t ours, interrupted;

static void write_all(int file, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t count = write(file, bytes, length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    bytes += count;
    length -= (size_t)count;
  }
}

static void hold_errors(void) {
  if (guard.errors >= 0 || !isatty(STDERR_FILENO)) return;
  if (guard.held < 0) guard.held = memfd_create("standard error", MFD_CLOEXEC);
  if (guard.held < 0) return;
  guard.errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (guard.errors >= 0) dup2(guard.held, STDERR_FILENO);
}

static void release_errors(void) {
  if (guard.errors < 0) return;
  dup2(guard.errors, STDERR_FILENO);
  close(guard.errors);
  guard.errors = -1;
  char chunk[1024];
  off_t at = 0;
  ssize_t count;
  while ((count = pread(guard.held, chunk, sizeof chunk, at)) > 0) {
    write_all(STDERR_FILENO, chunk, (size_t)count);
    at += count;
  }
  if (ftruncate(guard.held, 0) == 0) lseek(guard.held, 0, SEEK_SET);
}

static void restore(void) {
  if (!ours) return;
  ours = 0;
  // In the background the terminal is someone else's, and touching it would stop us before we can end.
  pid_t foreground = tcgetpgrp(guard.terminal);
  if (foreground == -1 || foreground == getpgrp()) {
    write_all(guard.terminal, guard.reset, guard.length);
    tcsetattr(guard.terminal, TCSANOW, &guard.settings);
  }
  release_errors();
}

static void handle(int number, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  char byte = (char)number;
  switch (number) {
  case SIGPIPE:
    break;
  case SIGWINCH:
  case SIGCONT:
  case SIGTSTP:
    if (write(guard.wake, &byte, 1) < 0) break;
    break;
  case SIGINT:
  case SIGQUIT:
    if (!ours) break;
    // From the keyboard (the kernel) Ctrl-C is a key, unless the last one is still unheard.
    if (number == SIGINT && info->si_code == SI_KERNEL && !interrupted) {
      interrupted = 1;
      if (write(guard.wake, &byte, 1) == 1) break;
    }
    // fall through
  default:
    restore();
    // The default action then ends the process, so that whoever waits for it sees the signal. It is blocked until this
    // handler returns.
    signal(number, SIG_DFL);
    raise(number);
  }
  errno = error;
}

void cn_remember(int terminal, int wake) {
  static bool registered;
  guard.terminal = terminal;
  guard.wake = wake;
  tcgetattr(terminal, &guard.settings);
  if (!registered) atexit(restore);
  registered = true;
}

void cn_reset_with(const char *reset) {
  guard.length = strnlen(reset, sizeof guard.reset);
  memcpy(guard.reset, reset, guard.length);
}

static const int numbers[] = {
    SIGINT,  SIGTERM, SIGHUP, SIGQUIT, SIGSEGV,  SIGBUS,  SIGILL,  SIGTRAP,
    SIGABRT, SIGFPE,  SIGSYS, SIGPIPE, SIGWINCH, SIGCONT, SIGTSTP,
};
enum { count = sizeof numbers / sizeof *numbers };
static struct sigaction before[count];
static bool watching;

void cn_watch_signals(void) {
  // A handler needs a stack of its own when the stack is what overflowed.
  static char room[64 * 1024];
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  sigaltstack(&stack, NULL);

  struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < count; i++) sigaction(numbers[i], &action, watching ? NULL : &before[i]);
  watching = true;
}

void cn_unwatch_signals(void) {
  if (!watching) return;
  for (int i = 0; i < count; i++) sigaction(numbers[i], &before[i], NULL);
  watching = false;
}

void cn_screen_is_ours(bool value) {
  if (value) {
    hold_errors();
    interrupted = 0;
    ours = 1;
    cn_watch_signals();
  } else {
    ours = 0;
    release_errors();
    signal(SIGTSTP, SIG_DFL);
  }
}

void cn_heard_interrupt(void) { interrupted = 0; }

void cn_stop(void) {
  signal(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
}
