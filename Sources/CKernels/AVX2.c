#if defined(__x86_64__)
#define WIDTH 8
#define COLUMNS 2
#define INSTRUCTIONS avx2
#define TARGET "avx2,fma"
#include "Variant.h"
#endif
