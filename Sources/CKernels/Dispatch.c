#include "Variants.h"

bool heed_has(HeedInstructions set) {
  switch (set) {
    case HeedPortable: return true;
#if defined(__x86_64__)
    case HeedAVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case HeedAVX512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
          && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") && heed_has(HeedAVX2);
#endif
    default: return false;
  }
}

/// The loops of a set; the portable ones where the machine has it not.
static const Variant *variant(HeedInstructions set) {
#if defined(__x86_64__)
  if (heed_has(set)) {
    if (set == HeedAVX512) return &heed_variant_avx512;
    if (set == HeedAVX2) return &heed_variant_avx2;
  }
#endif
  return &heed_variant_portable;
}

size_t heed_attend_scratch(HeedInstructions set, const HeedAttention *pass, int32_t rows) {
  return variant(set)->scratch(pass, rows);
}

void heed_attend(
    HeedInstructions set, const HeedAttention *pass, int32_t head, int32_t begin, int32_t end, float *scratch) {
  variant(set)->attend(pass, head, begin, end, scratch);
}

size_t heed_pool_scratch(HeedInstructions set, const HeedPooling *pooling, int32_t bands) {
  return variant(set)->pool_scratch(pooling, bands);
}

void heed_pool(HeedInstructions set, const HeedPooling *pooling, int32_t begin, int32_t end, float *scratch) {
  variant(set)->pool(pooling, begin, end, scratch);
}

uint64_t heed_fma_peak(HeedInstructions set, uint32_t rounds) { return variant(set)->fma_peak(rounds); }
