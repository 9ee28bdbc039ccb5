// The loops, compiled for one instruction set: the file that includes this says WIDTH, COLUMNS, INSTRUCTIONS and TARGET.

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "Variants.h"

#if defined(TARGET)
#pragma clang attribute push(__attribute__((target(TARGET))), apply_to = function)
#endif

#include "Vectors.h"
#include "Block.h"
#include "Multiply.h"
#include "Compare.h"
#include "Weigh.h"
#include "Attend.h"
#include "Pool.h"
#include "Peak.h"

#if defined(TARGET)
#pragma clang attribute pop
#endif

#define JOINED(a, b) a##b
#define NAMED(a, b) JOINED(a, b)
const Variant NAMED(heed_variant_, INSTRUCTIONS) = {attend_scratch, attend, pool_scratch, pool, fma_peak};
