/// cmark-gfm with tables, task lists and `$math$`, as one function that any thread may call.
#ifndef CMARK_H
#define CMARK_H
#include <stdbool.h>
#include <stddef.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

/// Parses `length` bytes of UTF-8 into a tree. The caller frees it with `cmark_node_free`. NULL when out of memory.
cmark_node *cmark_parse_with_math(const char *text, size_t length);

/// Whether a node of a parsed tree is a list item with a box to tick.
bool cmark_node_is_task(cmark_node *node);

/// Whether an inline code node stands for `$math$`.
///
/// Mathematics is a code node with a mark: inlines of a custom type vanish inside table cells.
bool cmark_node_is_math(cmark_node *node);

#endif
