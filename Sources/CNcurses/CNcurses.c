#define _GNU_SOURCE
#include "CNcurses.h"
#include <limits.h>
#include <stdio.h>
#include <term.h>
#include <unistd.h>

int cn_find_terminal(const char *name) {
  int found = -1;
  // With a place for its answer setupterm does not exit the process; the entry is read again by newterm.
  setupterm(name, STDOUT_FILENO, &found);
  return found;
}

bool cn_open(void) {
  if (!newterm(NULL, stdout, stdin)) return false;
  // xterm's entries promise a repeat sequence (REP) that several terminals of that name do not have: a bar would lose
  // all its cells but the first.
  repeat_char = NULL;
  return true;
}

void cn_repaint(void) { clearok(curscr, TRUE); }

void cn_cell(cchar_t *cell, const wchar_t *text, bool bold, bool dim, bool reversed, int pair) {
  attr_t attributes = (bold ? A_BOLD : 0) | (dim ? A_DIM : 0) | (reversed ? A_REVERSE : 0);
  // The pair goes through the opts pointer: the short argument before it ends at 32,767.
  setcchar(cell, text, attributes, 0, &pair);
}

int cn_width(wchar_t character) { return wcwidth(character); }

bool cn_encodable(wchar_t character) {
  char bytes[MB_LEN_MAX];
  mbstate_t state = {0};
  return wcrtomb(bytes, character, &state) != (size_t)-1;
}
