// ncursesw as Swift can see it: its macros and global variables as functions, and the one piece that must be C because
// it runs inside signal handlers (Restore.c).
#ifndef CNCURSES_H
#define CNCURSES_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

static inline WINDOW *cn_screen(void) { return stdscr; }
static inline int cn_colours(void) { return COLORS; }

/// Looks the terminal up: 1 when it is known and no hard-copy device, 0 when it is not, -1 without a database.
int cn_find_terminal(const char *name);

/// Opens the screen on standard output and input: true when it is there. Unlike initscr it never exits the process.
bool cn_open(void);

/// Repaints everything with the next update, whatever curses believes to be on the screen.
void cn_repaint(void);

/// Makes a cell of a base character with its zero-width marks (text ends in 0) in an extended colour pair.
void cn_cell(cchar_t *cell, const wchar_t *text, bool bold, bool dim, bool reversed, int pair);

/// The columns that curses will advance by: -1 for what it cannot draw.
int cn_width(wchar_t character);

/// Whether the locale's encoding has the character.
bool cn_encodable(wchar_t character);

// MARK: Restoring the terminal, whatever ends the process

/// Remembers how the terminal is set now, before anything changes that. The number of each signal that only wants
/// attention is written into `wake` as one byte.
void cn_remember(int terminal, int wake);

/// The bytes that bring the screen back, 512 at most.
void cn_reset_with(const char *reset);

/// Installs the handlers of the signals that end, stop, continue or resize. Call it before the screen opens, because
/// curses leaves alone the handlers that it finds.
void cn_watch_signals(void);

/// Puts back the handlers that were there before.
void cn_unwatch_signals(void);

/// While the screen is ours, signals restore it, and what is written to standard error is held until it is not.
/// While another program has it, Ctrl-C and Ctrl-\ are for that program, and Ctrl-Z stops us together with it.
void cn_screen_is_ours(bool ours);

/// A Ctrl-C has been heard. A second one before that ends the process: the program hangs.
void cn_heard_interrupt(void);

/// Stops the process as Ctrl-Z does when nothing handles it, and returns when it is continued.
void cn_stop(void);

#endif
