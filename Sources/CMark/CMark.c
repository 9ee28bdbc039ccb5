#include "CMark.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm/chunk.h>
#include <pthread.h>
#include <string.h>

// Its address is the mark of a math node; its value is never read.
static char math_mark;

static cmark_syntax_extension *math_extension;
static cmark_syntax_extension *table_extension;
static cmark_syntax_extension *tasklist_extension;
static pthread_once_t registered = PTHREAD_ONCE_INIT;

// The table of characters that may begin an inline is shared by all parsers of the library, which adds to it at the
// start of a parse and takes away at its end: two parses at once would steal each other's dollar.
static pthread_mutex_t parsing = PTHREAD_MUTEX_INITIALIZER;

static bool is_space(unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The offset of the dollar that closes mathematics begun at `open`, or -1 when that dollar is only a dollar.
///
/// Nothing but the very next dollar can close: else the price in "$5 for $x$" would swallow the formula. A dollar
/// before a digit does not close either ("$5-$10"), and code binds tighter than mathematics.
static bufsize_t closing_dollar(const unsigned char *text, bufsize_t open, bufsize_t length) {
  bufsize_t first = open + 1;
  if (first >= length || is_space(text[first]) || text[first] == '$') return -1;
  if (open > 0 && text[open - 1] == '$') return -1;
  for (bufsize_t i = first; i < length; i++) {
    if (text[i] == '`') return -1;
    if (text[i] == '\\') {
      i++;
    } else if (text[i] == '$') {
      bool closes = !is_space(text[i - 1]);
      unsigned char next = i + 1 < length ? text[i + 1] : ' ';
      return closes && next != '$' && !(next >= '0' && next <= '9') ? i : -1;
    }
  }
  return -1;
}

static cmark_node *match_math(cmark_syntax_extension *extension, cmark_parser *parser, cmark_node *parent,
                              unsigned char character, cmark_inline_parser *inline_parser) {
  (void)extension;
  (void)parser;
  (void)parent;
  if (character != '$') return NULL;
  cmark_chunk *chunk = cmark_inline_parser_get_chunk(inline_parser);
  bufsize_t open = cmark_inline_parser_get_offset(inline_parser);
  bufsize_t close = closing_dollar(chunk->data, open, chunk->len);
  if (close < 0) return NULL;

  size_t size = (size_t)(close - open - 1);
  char *literal = cmark_get_default_mem_allocator()->calloc(size + 1, 1);
  memcpy(literal, chunk->data + open + 1, size);
  cmark_node *node = cmark_node_new(CMARK_NODE_CODE);
  cmark_node_set_literal(node, literal);
  cmark_node_set_user_data(node, &math_mark);
  cmark_get_default_mem_allocator()->free(literal);
  cmark_inline_parser_set_offset(inline_parser, close + 1);
  return node;
}

static void register_once(void) {
  cmark_gfm_core_extensions_ensure_registered();
  table_extension = cmark_find_syntax_extension("table");
  tasklist_extension = cmark_find_syntax_extension("tasklist");
  math_extension = cmark_syntax_extension_new("math");
  cmark_mem *memory = cmark_get_default_mem_allocator();
  cmark_syntax_extension_set_special_inline_chars(math_extension, cmark_llist_append(memory, NULL, (void *)'$'));
  cmark_syntax_extension_set_match_inline_func(math_extension, match_math);
}

cmark_node *cmark_parse_with_math(const char *text, size_t length) {
  pthread_once(&registered, register_once);
  pthread_mutex_lock(&parsing);
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_parser_attach_syntax_extension(parser, table_extension);
  cmark_parser_attach_syntax_extension(parser, tasklist_extension);
  cmark_parser_attach_syntax_extension(parser, math_extension);
  cmark_parser_feed(parser, text, length);
  cmark_node *root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  pthread_mutex_unlock(&parsing);
  return root;
}

bool cmark_node_is_task(cmark_node *node) { return cmark_node_get_syntax_extension(node) == tasklist_extension; }

bool cmark_node_is_math(cmark_node *node) { return cmark_node_get_user_data(node) == &math_mark; }
