// Vectors of WIDTH floats, and the few functions of them that attention needs. Included once per instruction set.

typedef float Lanes __attribute__((ext_vector_type(WIDTH)));
typedef int32_t Bits __attribute__((ext_vector_type(WIDTH)));
typedef float LooseLanes __attribute__((ext_vector_type(WIDTH), aligned(4)));

#define INLINE static inline __attribute__((always_inline))

#if WIDTH == 16
#define INTERLEAVE_LOW(a, b) __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define INTERLEAVE_HIGH(a, b) \
  __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
#define LANE_NUMBERS {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}
#define ROTATIONS(step) \
  step(8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7) step(4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11) \
  step(2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13) step(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14)
#elif WIDTH == 8
#define INTERLEAVE_LOW(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
#define INTERLEAVE_HIGH(a, b) __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
#define LANE_NUMBERS {0, 1, 2, 3, 4, 5, 6, 7}
#define ROTATIONS(step) step(4, 5, 6, 7, 0, 1, 2, 3) step(2, 3, 0, 1, 6, 7, 4, 5) step(1, 0, 3, 2, 5, 4, 7, 6)
#else
#define INTERLEAVE_LOW(a, b) __builtin_shufflevector(a, b, 0, 4, 1, 5)
#define INTERLEAVE_HIGH(a, b) __builtin_shufflevector(a, b, 2, 6, 3, 7)
#define LANE_NUMBERS {0, 1, 2, 3}
#define ROTATIONS(step) step(2, 3, 0, 1) step(1, 0, 3, 2)
#endif

INLINE Lanes load(const float *place) { return *(const LooseLanes *)place; }
INLINE void store(float *place, Lanes lanes) { *(LooseLanes *)place = lanes; }
/// The first `count` lanes; the others are 0.
INLINE Lanes load_some(const float *place, int count) {
  if (count == WIDTH) return load(place);
  Lanes lanes = (Lanes)0.0f;
  for (int lane = 0; lane < count; lane++) lanes[lane] = place[lane];
  return lanes;
}
INLINE void store_some(float *place, Lanes lanes, int count) {
  if (count == WIDTH) {
    store(place, lanes);
  } else {
    for (int lane = 0; lane < count; lane++) place[lane] = lanes[lane];
  }
}
INLINE Lanes all(float number) { return (Lanes)number; }
INLINE Lanes larger(Lanes a, Lanes b) { return a > b ? a : b; }
INLINE Lanes zero_unless(Bits condition, Lanes lanes) { return (Lanes)((Bits)lanes & condition); }
/// `lanes` where the condition holds, -inf elsewhere.
INLINE Lanes hidden_unless(Bits condition, Lanes lanes) { return condition ? lanes : all(-INFINITY); }

INLINE float highest(Lanes lanes) {
#define STEP(...) lanes = larger(lanes, __builtin_shufflevector(lanes, lanes, __VA_ARGS__));
  ROTATIONS(STEP)
#undef STEP
  return lanes[0];
}

INLINE float total(Lanes lanes) {
#define STEP(...) lanes += __builtin_shufflevector(lanes, lanes, __VA_ARGS__);
  ROTATIONS(STEP)
#undef STEP
  return lanes[0];
}

/// 2 to the power of numbers that are at most 0; 0 below -126, where the result is no longer a normal number.
///
/// x = n + f with |f| ≤ ½; 2ⁿ is made from bits, 2^f from a polynomial with a relative error of 2·10⁻⁹.
INLINE Lanes power_of_two(Lanes x) {
  const Lanes rounding = all(0x1.8p23f);
  const Lanes limited = larger(x, all(-126));
  const Lanes shifted = limited + rounding;
  const Lanes f = limited - (shifted - rounding);
  Lanes p = f * all(0x1.41d332p-13f) + all(0x1.5f456ap-10f);
  p = p * f + all(0x1.3b2dbcp-7f);
  p = p * f + all(0x1.c6aed4p-5f);
  p = p * f + all(0x1.ebfbdap-3f);
  p = p * f + all(0x1.62e430p-1f);
  p = p * f + all(1);
  const Lanes result = (Lanes)((Bits)p + ((Bits)shifted << 23));
  return zero_unless(x >= all(-126), result);
}

/// e to the power of numbers that are at most 0. What is left of a large logit and its row's maximum is exact before it
/// comes here, so that logits of any size lose nothing.
INLINE Lanes exponential(Lanes x) { return power_of_two(x * all(1.44269504088896341f)); }

/// The hyperbolic tangent: a polynomial near 0 (Cephes `tanhf`), elsewhere (1 - e)/(1 + e) with e = exp(-2|x|).
INLINE Lanes hyperbolic_tangent(Lanes x) {
  const Bits sign = (Bits)x & (Bits)all(-0.0f);
  const Lanes size = (Lanes)((Bits)x ^ sign);
  const Lanes square = x * x;
  Lanes p = square * all(-5.70498872745e-3f) + all(2.06390887954e-2f);
  p = p * square + all(-5.37397155531e-2f);
  p = p * square + all(1.33314422036e-1f);
  p = p * square + all(-3.33332819422e-1f);
  const Lanes small = p * square * x + x;
  const Lanes e = exponential(size * all(-2));
  const Lanes large = (Lanes)((Bits)((all(1) - e) / (all(1) + e)) | sign);
  return size < all(0.625f) ? small : large;
}

/// Exchanges the rows and columns of WIDTH vectors.
INLINE void transpose(Lanes rows[WIDTH]) {
#pragma clang loop unroll(full)
  for (int stage = 1; stage < WIDTH; stage *= 2) {
    Lanes mixed[WIDTH];
#pragma clang loop unroll(full)
    for (int i = 0; i < WIDTH / 2; i++) {
      mixed[2 * i] = INTERLEAVE_LOW(rows[i], rows[i + WIDTH / 2]);
      mixed[2 * i + 1] = INTERLEAVE_HIGH(rows[i], rows[i + WIDTH / 2]);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < WIDTH; i++) rows[i] = mixed[i];
  }
}
