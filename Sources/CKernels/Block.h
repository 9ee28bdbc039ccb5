// Tiles of queries, blocks and strips of keys, and the keys that masks leave. Included once per instruction set.

/// Queries that are computed together: ROWS × COLUMNS sums fill the registers.
#define ROWS 6
/// Keys that are compared together.
#define STRIP (WIDTH * COLUMNS)
/// Keys of a block, and how many of their numbers at most.
#define BLOCK 512
#define BLOCK_NUMBERS 65536

/// Queries that keys are not packed for.
#define FEW 2

/// What a tile needs to know of its block.
typedef struct {
  const HeedAttention *pass;
  /// Whether a logit is a dot product times a number.
  bool simple;
  int32_t head, start, stop;
  /// `[strips][dim][STRIP]`, keys that do not exist being 0; null where there are too few rows to pack for.
  const float *keys;
  /// The values of the whole head, rows `value_stride` apart, from key `value_start`.
  const float *values;
  size_t value_stride;
  int32_t value_start;
  /// The logits, then the powers, `[ROWS][room]`.
  float *tile;
  size_t room;
  /// Vectors of a value.
  int32_t value_vectors;
  /// `[rows][value_vectors * WIDTH]`, of all rows of the call.
  float *sums;
  /// Of all rows of the call: the highest logit so far, and the sum of powers.
  float *top, *denominator;
} Block;

INLINE size_t rounded_up(size_t count, size_t step) { return (count + step - 1) / step * step; }

INLINE int32_t first_key(const HeedAttention *pass, int32_t row) { return pass->first ? pass->first[row] : 0; }
INLINE int32_t end_key(const HeedAttention *pass, int32_t row) { return pass->end ? pass->end[row] : pass->key_count; }

/// The bits of up to 64 keys of a row from a key on; those past the last key are 0.
INLINE uint64_t seen(const HeedAttention *pass, int32_t row, int32_t key) {
  const size_t words = ((size_t)pass->key_count + 63) / 64;
  const uint64_t *line = pass->bits + (size_t)row * words;
  const size_t word = (size_t)key / 64;
  const int shift = key % 64;
  uint64_t bits = word < words ? line[word] >> shift : 0;
  if (shift && word + 1 < words) bits |= line[word + 1] << (64 - shift);
  return bits;
}

/// Whether no row of a tile sees any of the keys of a strip.
INLINE bool is_empty(const HeedAttention *pass, int32_t row, int rows, int32_t key) {
  if (!pass->bits) return false;
  uint64_t any = 0;
  for (int r = 0; r < rows; r++) any |= seen(pass, row + r, key);
  return STRIP >= 64 ? any == 0 : (any & ((1ull << (STRIP & 63)) - 1)) == 0;
}

/// The keys of a block that a tile looks at: whole strips from `from`, and up to `to`.
typedef struct {
  int32_t from, to;
  /// Keys that all rows see, where there are no bits.
  int32_t inner_from, inner_to;
} Window;

INLINE Window window(const Block *block, int32_t row, int rows) {
  const HeedAttention *pass = block->pass;
  Window window = {block->stop, block->start, block->start, block->stop};
  for (int r = 0; r < rows; r++) {
    const int32_t first = first_key(pass, row + r), end = end_key(pass, row + r);
    if (first < end && first < window.from) window.from = first;
    if (first < end && end > window.to) window.to = end;
    if (first > window.inner_from) window.inner_from = first;
    if (end < window.inner_to) window.inner_to = end;
  }
  if (window.from < block->start || pass->scores) window.from = block->start;
  if (window.to > block->stop || pass->scores) window.to = block->stop;
  if (window.from < window.to) window.from = block->start + (window.from - block->start) / STRIP * STRIP;
  return window;
}
