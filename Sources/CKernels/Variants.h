// What each instruction set offers.
#ifndef VARIANTS_H
#define VARIANTS_H

#include "CKernels.h"

typedef struct {
  size_t (*scratch)(const HeedAttention *pass, int32_t rows);
  void (*attend)(const HeedAttention *pass, int32_t head, int32_t begin, int32_t end, float *scratch);
  size_t (*pool_scratch)(const HeedPooling *pooling, int32_t bands);
  void (*pool)(const HeedPooling *pooling, int32_t first_band, int32_t end_band, float *scratch);
  uint64_t (*fma_peak)(uint32_t rounds);
} Variant;

extern const Variant heed_variant_portable;
#if defined(__x86_64__)
extern const Variant heed_variant_avx2;
extern const Variant heed_variant_avx512;
#endif

#endif
