#define _GNU_SOURCE
#include "CVterm.h"
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

struct cv_terminal {
  VTerm *vterm;
  VTermScreen *screen;
  cv_modes modes;
};

static int property(VTermProp property, VTermValue *value, void *user) {
  cv_modes *modes = &((cv_terminal *)user)->modes;
  switch (property) {
  case VTERM_PROP_CURSORVISIBLE: modes->cursor_visible = value->boolean; break;
  case VTERM_PROP_ALTSCREEN: modes->alternate = value->boolean; break;
  case VTERM_PROP_MOUSE: modes->mouse = value->number; break;
  default: break;
  }
  return 1;
}

cv_terminal *cv_new(int rows, int columns) {
  static const VTermScreenCallbacks callbacks = {.settermprop = property};
  cv_terminal *terminal = calloc(1, sizeof *terminal);
  terminal->modes.cursor_visible = true;
  terminal->vterm = vterm_new(rows, columns);
  vterm_set_utf8(terminal->vterm, 1);
  terminal->screen = vterm_obtain_screen(terminal->vterm);
  vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
  vterm_screen_enable_altscreen(terminal->screen, 1);
  vterm_screen_reset(terminal->screen, 1);
  return terminal;
}

void cv_free(cv_terminal *terminal) {
  vterm_free(terminal->vterm);
  free(terminal);
}

VTerm *cv_vterm(cv_terminal *terminal) { return terminal->vterm; }

void cv_resize(cv_terminal *terminal, int rows, int columns) { vterm_set_size(terminal->vterm, rows, columns); }

void cv_feed(cv_terminal *terminal, const char *bytes, size_t length) {
  vterm_input_write(terminal->vterm, bytes, length);
}

static int colour(const VTermColor *colour) {
  if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour)) return -1;
  if (VTERM_COLOR_IS_INDEXED(colour)) return colour->indexed.idx;
  return 0x1000000 | colour->rgb.red << 16 | colour->rgb.green << 8 | colour->rgb.blue;
}

cv_cell cv_cell_at(cv_terminal *terminal, int row, int column) {
  VTermScreenCell from = {0};
  cv_cell cell = {.width = 1};
  if (!vterm_screen_get_cell(terminal->screen, (VTermPos){.row = row, .col = column}, &from)) return cell;
  cell.width = from.width;
  // libvterm marks the second half of a wide character with a character that does not exist.
  if (from.chars[0] == (uint32_t)-1) cell.width = 0;
  for (int i = 0; cell.width > 0 && i < VTERM_MAX_CHARS_PER_CELL && from.chars[i]; i++)
    cell.characters[i] = from.chars[i];
  cell.foreground = colour(&from.fg);
  cell.background = colour(&from.bg);
  cell.bold = from.attrs.bold;
  cell.reversed = from.attrs.reverse;
  cell.underlined = from.attrs.underline;
  return cell;
}

cv_modes cv_modes_of(cv_terminal *terminal) {
  VTermPos place;
  vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &place);
  terminal->modes.row = place.row;
  terminal->modes.column = place.col;
  return terminal->modes;
}

pid_t cv_spawn(char *const arguments[], char *const environment[], const char *folder, int rows, int columns,
               int *terminal, struct termios *settings) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int program;
  if (openpty(terminal, &program, NULL, NULL, &size) != 0) return -1;
  tcgetattr(*terminal, settings);
  fcntl(*terminal, F_SETFD, FD_CLOEXEC);
  fcntl(*terminal, F_SETFL, O_NONBLOCK);
  pid_t process = fork();
  if (process == 0) {
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    login_tty(program);
    close_range(3, ~0U, 0);
    if (folder && chdir(folder) != 0) _exit(126);
    execvpe(arguments[0], arguments, environment);
    _exit(127);
  }
  close(program);
  if (process < 0) close(*terminal);
  return process;
}
