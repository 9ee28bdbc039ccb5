// Queries against keys: logits. Included once per instruction set.

/// Keys `start` up to `stop` of a head, as `[strips][dim][STRIP]`.
static void pack_keys(const HeedAttention *pass, int32_t kv_head, int32_t start, int32_t stop, float *packed) {
  const size_t dim = (size_t)pass->dim;
  for (int32_t strip = start; strip < stop; strip += STRIP) {
    float *panel = packed + (size_t)(strip - start) * dim;
    for (int32_t column = 0; column < STRIP; column += WIDTH) {
      const int32_t key = strip + column;
      const int32_t count = stop - key < WIDTH ? stop - key : WIDTH;
      if (count <= 0) {
        for (size_t channel = 0; channel < dim; channel++) store(panel + channel * STRIP + (size_t)column, all(0));
        continue;
      }
      const float *keys = pass->keys + ((size_t)kv_head * (size_t)pass->key_count + (size_t)key) * dim;
      size_t channel = 0;
      for (; channel + WIDTH <= dim; channel += WIDTH) {
        Lanes rows[WIDTH];
#pragma clang loop unroll(full)
        for (int lane = 0; lane < WIDTH; lane++)
          rows[lane] = lane < count ? load(keys + (size_t)lane * dim + channel) : all(0);
        transpose(rows);
#pragma clang loop unroll(full)
        for (int lane = 0; lane < WIDTH; lane++) store(panel + (channel + (size_t)lane) * STRIP + (size_t)column, rows[lane]);
      }
      for (; channel < dim; channel++)
        for (int lane = 0; lane < WIDTH; lane++)
          panel[channel * STRIP + (size_t)(column + lane)] = lane < count ? keys[(size_t)lane * dim + channel] : 0;
    }
  }
}

/// Makes logits of the dot products of a tile with one strip of keys, where they are more than a number times them, or
/// not all seen: soft-cap, bias and masks.
static void finish(const Block *block, int rows, int columns, int32_t row, int32_t key, bool all_seen, Lanes top[ROWS]) {
  const HeedAttention *pass = block->pass;
  const Bits numbers = LANE_NUMBERS;
  for (int r = 0; r < rows; r++) {
    const size_t line = (size_t)block->head * (size_t)pass->query_count + (size_t)(row + r);
    const int32_t first = first_key(pass, row + r), end = end_key(pass, row + r);
    const uint64_t bits = pass->bits ? seen(pass, row + r, key) : 0;
    for (int c = 0; c < columns; c++) {
      const int32_t place = key + c * WIDTH;
      const int lanes = pass->key_count - place < WIDTH ? pass->key_count - place : WIDTH;
      float *at = block->tile + (size_t)r * block->room + (size_t)(place - block->start);
      const Lanes dots = load(at);
      Lanes logit = dots * all(pass->dot_factor);
      if (pass->scores)
        store_some(pass->scores + line * (size_t)pass->key_count + place, dots * all(pass->score_factor), lanes);
      if (pass->cap != 0) logit = hyperbolic_tangent(logit) * all(pass->cap);
      if (pass->bias) {
        const size_t span = (size_t)(pass->query_count + pass->key_count) - 1;
        const size_t distance = (size_t)(pass->query_count - 1 - (row + r) + place);
        logit += load_some(pass->bias + (size_t)block->head * span + distance, lanes);
      }
      if (!all_seen) {
        const Bits keys = numbers + (Bits)place;
        Bits visible = (keys >= (Bits)first) & (keys < (Bits)end);
        if (pass->bits) visible &= (((Bits)(int32_t)(bits >> (c * WIDTH)) >> numbers) & 1) != 0;
        logit = hidden_unless(visible, logit);
      }
      top[r] = larger(logit, top[r]);
      store(at, logit);
    }
  }
}

/// Compares the queries of a tile with one strip of keys: logits go to the tile, their maxima to `top`.
INLINE void compare(
    const int rows, const int columns, const Block *block, int32_t row, int32_t key, bool all_seen, Lanes top[ROWS]) {
  const HeedAttention *pass = block->pass;
  const size_t dim = (size_t)pass->dim;
  const float *queries = pass->queries + ((size_t)block->head * (size_t)pass->query_count + (size_t)row) * dim;
  Lanes dots[ROWS][COLUMNS];
  multiply(rows, columns, queries, dim, block->keys + (size_t)(key - block->start) * dim, STRIP, dim, dots);
  const bool finished = block->simple && all_seen;
  const Lanes factor = all(finished ? pass->dot_factor : 1);
#pragma clang loop unroll(full)
  for (int r = 0; r < rows; r++) {
    float *at = block->tile + (size_t)r * block->room + (size_t)(key - block->start);
#pragma clang loop unroll(full)
    for (int c = 0; c < columns; c++) {
      const Lanes logit = dots[r][c] * factor;
      if (finished) top[r] = larger(logit, top[r]);
      store(at + c * WIDTH, logit);
    }
  }
  if (!finished) finish(block, rows, columns, row, key, all_seen, top);
}

/// The same from keys as they lie, for rows so few that packing would cost more than comparing.
static void compare_unpacked(
    const Block *block, int rows, int columns, int32_t row, int32_t key, bool all_seen, Lanes top[ROWS]) {
  const HeedAttention *pass = block->pass;
  const size_t dim = (size_t)pass->dim;
  const int32_t kv_head = block->head / (pass->heads / pass->kv_heads);
  for (int r = 0; r < rows; r++) {
    const size_t line = (size_t)block->head * (size_t)pass->query_count + (size_t)(row + r);
    const float *query = pass->queries + line * dim;
    float *at = block->tile + (size_t)r * block->room + (size_t)(key - block->start);
    for (int32_t lane = 0; lane < columns * WIDTH; lane++) {
      at[lane] = 0;
      if (key + lane >= pass->key_count) continue;
      const float *vector = pass->keys + ((size_t)kv_head * (size_t)pass->key_count + (size_t)(key + lane)) * dim;
      Lanes sum = all(0);
      size_t channel = 0;
      for (; channel + WIDTH <= dim; channel += WIDTH) sum += load(query + channel) * load(vector + channel);
      const int rest = (int)(dim - channel);
      if (rest > 0) sum += load_some(query + channel, rest) * load_some(vector + channel, rest);
      at[lane] = total(sum);
    }
  }
  finish(block, rows, columns, row, key, all_seen, top);
}

/// Compares a tile with the keys of its window. Returns where whole vectors of logits end, counted from the block's start.
INLINE int32_t compare_window(const int rows, const Block *block, Window window, int32_t row, Lanes top[ROWS]) {
  const HeedAttention *pass = block->pass;
  int32_t end = 0;
#pragma clang loop unroll(full)
  for (int r = 0; r < rows; r++) top[r] = all(-INFINITY);
  for (int32_t key = window.from; key < window.to; key += STRIP) {
    const int columns = window.to - key >= STRIP ? COLUMNS : (window.to - key + WIDTH - 1) / WIDTH;
    end = key + columns * WIDTH - block->start;
    if (!pass->scores && is_empty(pass, row, rows, key)) {
      for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++)
          store(block->tile + (size_t)r * block->room + (size_t)(key - block->start + c * WIDTH), all(-INFINITY));
      continue;
    }
    const bool all_seen = !pass->bits && key >= window.inner_from && key + columns * WIDTH <= window.inner_to;
    if (!block->keys) {
      compare_unpacked(block, rows, columns, row, key, all_seen, top);
      continue;
    }
    switch (columns) {
#if COLUMNS > 2
      case 4: compare(rows, 4, block, row, key, all_seen, top); break;
      case 3: compare(rows, 3, block, row, key, all_seen, top); break;
#endif
      case 2: compare(rows, 2, block, row, key, all_seen, top); break;
      default: compare(rows, 1, block, row, key, all_seen, top); break;
    }
  }
  return end;
}
