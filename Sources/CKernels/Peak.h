// What the machine could do at most. Included once per instruction set, after Vectors.h.

/// Twelve chains of fused multiply-adds in two vectors each: enough to fill every unit, few enough for the registers.
static uint64_t fma_peak(uint32_t rounds) {
  Lanes chains[12];
  volatile float one = 1, small = 0x1p-30f;
  const Lanes factor = all(one), term = all(small);
  for (int c = 0; c < 12; c++) chains[c] = all((float)c);
  for (uint32_t round = 0; round < rounds; round++) {
#pragma clang loop unroll(full)
    for (int c = 0; c < 12; c++) chains[c] = chains[c] * factor + term;
  }
  Lanes sum = all(0);
  for (int c = 0; c < 12; c++) sum += chains[c];
  volatile float kept = total(sum);
  (void)kept;
  return (uint64_t)rounds * 12 * 2 * WIDTH;
}
