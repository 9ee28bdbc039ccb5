#if defined(__x86_64__)
#define WIDTH 16
#define COLUMNS 4
#define INSTRUCTIONS avx512
#define TARGET "avx512f,avx512vl,avx512dq,avx512bw,fma,avx2"
#include "Variant.h"
#endif
