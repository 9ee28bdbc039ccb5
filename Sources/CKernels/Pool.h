// The weights of one head from afar: means and maxima of tiles, in memory that does not grow with the pairs. Included
// once per instruction set, after Attend.h.

/// Adds the weights of one row to the tiles that it crosses: powers `line` of the keys from `start` up to `stop`.
static void add_to_tiles(const HeedPooling *pooling, const float *line, int32_t start, int32_t stop, double *sums, float *tops) {
  const int64_t keys = pooling->key_end - pooling->key_begin, tiles = pooling->columns;
  // The last tile that begins at the first key or before it.
  int64_t tile = ((int64_t)(start - pooling->key_begin) * tiles + tiles - 1) / keys;
  for (int32_t key = start; key < stop; tile++) {
    const int64_t after = pooling->key_begin + (tile + 1) * keys / tiles;
    const int32_t end = after < stop ? (int32_t)after : stop;
    Lanes sum = all(0), top = all(0);
    for (; key < end; key += WIDTH) {
      const Lanes weights = load_some(line + (key - start), end - key < WIDTH ? end - key : WIDTH);
      sum += weights;
      top = larger(weights, top);
    }
    key = end;
    sums[tile] += (double)total(sum);
    const float highest_here = highest(top);
    if (highest_here > tops[tile]) tops[tile] = highest_here;
  }
}

INLINE void pool_tile(
    const int rows, const HeedPooling *pooling, const Block *block, int32_t row, double *sums, float *tops) {
  const Window seen_here = window(block, row, rows);
  if (seen_here.from >= seen_here.to) return;
  Lanes top[ROWS];
  const int32_t computed = compare_window(rows, block, seen_here, row, top);
  for (int r = 0; r < rows; r++) {
    const HeedAttention *pass = pooling->pass;
    const size_t place = (size_t)block->head * (size_t)pass->query_count + (size_t)(row + r);
    if (pass->denominators[place] == 0) continue;
    const Lanes highest_logit = all(pass->tops[place]), factor = all(1 / pass->denominators[place]);
    float *line = block->tile + (size_t)r * block->room;
    for (int32_t at = seen_here.from - block->start; at < computed; at += WIDTH)
      store(line + at, exponential(load(line + at) - highest_logit) * factor);
    add_to_tiles(pooling, line + (seen_here.from - block->start), seen_here.from, seen_here.to, sums, tops);
  }
}

static size_t pool_scratch(const HeedPooling *pooling, int32_t bands) {
  const size_t block = block_length(pooling->pass);
  return block * (size_t)pooling->pass->dim + ROWS * block + 2 * (size_t)bands * (size_t)pooling->columns + 5 * WIDTH;
}

/// The rows of a band of tiles against a block of keys.
static void pool_rows(
    const HeedPooling *pooling, const Block *block, int32_t begin, int32_t end, double *sums, float *tops) {
  for (int32_t row = begin; row < end; row += ROWS) {
    switch (end - row) {
      case 1: pool_tile(1, pooling, block, row, sums, tops); break;
      case 2: pool_tile(2, pooling, block, row, sums, tops); break;
      case 3: pool_tile(3, pooling, block, row, sums, tops); break;
      case 4: pool_tile(4, pooling, block, row, sums, tops); break;
      case 5: pool_tile(5, pooling, block, row, sums, tops); break;
      default: pool_tile(ROWS, pooling, block, row, sums, tops); break;
    }
  }
}

/// The row at which a band of tiles begins.
static int32_t band_start(const HeedPooling *pooling, int32_t band) {
  const int64_t rows = pooling->row_end - pooling->row_begin;
  return pooling->row_begin + (int32_t)(band * rows / pooling->rows);
}

static void pool(const HeedPooling *pooling, int32_t first_band, int32_t end_band, float *scratch) {
  const HeedAttention *pass = pooling->pass;
  const int32_t begin = band_start(pooling, first_band), end = band_start(pooling, end_band);
  const size_t length = block_length(pass), tiles = (size_t)pooling->columns;
  const size_t all_tiles = (size_t)(end_band - first_band) * tiles;
  float *packed = (float *)rounded_up((size_t)scratch, 64);
  float *tile = packed + rounded_up(length * (size_t)pass->dim, WIDTH);
  double *sums = (double *)(tile + ROWS * length);
  float *tops = pooling->maxima + (size_t)first_band * tiles;
  memset(sums, 0, all_tiles * sizeof(double));
  memset(tops, 0, all_tiles * sizeof(float));
  for (int32_t start = pooling->key_begin; start < pooling->key_end; start += (int32_t)length) {
    const int32_t left = pooling->key_end - start;
    const int32_t stop = left < (int32_t)length ? pooling->key_end : start + (int32_t)length;
    bool needed = false;
    for (int32_t row = begin; row < end && !needed; row++)
      needed = first_key(pass, row) < stop && end_key(pass, row) > start;
    if (!needed) continue;
    pack_keys(pass, pooling->head / (pass->heads / pass->kv_heads), start, stop, packed);
    const Block block = {
        .pass = pass, .simple = pass->cap == 0 && !pass->bias, .head = pooling->head, .start = start, .stop = stop,
        .keys = packed, .tile = tile, .room = length};
    for (int32_t band = first_band; band < end_band; band++) {
      const size_t place = (size_t)(band - first_band) * tiles;
      pool_rows(pooling, &block, band_start(pooling, band), band_start(pooling, band + 1), sums + place, tops + place);
    }
  }
  const int64_t keys = pooling->key_end - pooling->key_begin;
  for (int32_t band = first_band; band < end_band; band++) {
    const double rows = band_start(pooling, band + 1) - band_start(pooling, band);
    for (int32_t column = 0; column < pooling->columns; column++) {
      const int64_t first = column * keys / pooling->columns, after = (column + 1) * keys / pooling->columns;
      const double sum = sums[(size_t)(band - first_band) * tiles + (size_t)column];
      pooling->means[(size_t)band * tiles + (size_t)column] = (float)(sum / (rows * (double)(after - first)));
    }
  }
}
