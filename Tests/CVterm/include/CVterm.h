// A terminal to test in: libvterm with its unions and bit fields made flat, and a process in a pseudo-terminal.
#ifndef CVTERM_H
#define CVTERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <vterm.h>

typedef struct cv_terminal cv_terminal;
struct termios;

typedef struct {
  /// Unicode, ending in 0 when fewer than six; all 0 where nothing was drawn.
  uint32_t characters[VTERM_MAX_CHARS_PER_CELL];
  /// 1 or 2 columns; 0 marks the second half of a wide character.
  int width;
  /// −1: the terminal's own; 0–255: an index as it was sent; 0x1000000 and above: 24-bit RGB.
  int foreground, background;
  bool bold, reversed, underlined;
} cv_cell;

typedef struct {
  int row, column;
  bool cursor_visible, alternate;
  /// VTERM_PROP_MOUSE_NONE, _CLICK, _DRAG or _MOVE.
  int mouse;
} cv_modes;

cv_terminal *cv_new(int rows, int columns);
void cv_free(cv_terminal *terminal);
VTerm *cv_vterm(cv_terminal *terminal);
void cv_resize(cv_terminal *terminal, int rows, int columns);
/// What a program wrote.
void cv_feed(cv_terminal *terminal, const char *bytes, size_t length);
cv_cell cv_cell_at(cv_terminal *terminal, int row, int column);
cv_modes cv_modes_of(cv_terminal *terminal);

/// Starts a program as the leader of a session in a pseudo-terminal of its own, with default signals and no descriptors
/// but 0–2. Returns its process id, the other end (close-on-exec) and how the terminal was set at first, or −1.
pid_t cv_spawn(char *const arguments[], char *const environment[], const char *folder, int rows, int columns,
               int *terminal, struct termios *settings);

#endif
