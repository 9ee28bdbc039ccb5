#ifndef CMARK_H
#define CMARK_H
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#endif
