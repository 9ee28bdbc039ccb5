// Exact attention for some rows of one head. Included once per instruction set.
//
// Keys are taken in blocks that stay in the cache; of each block a tile of ROWS queries is compared with strips of
// COLUMNS vectors of keys, exponentiated, and multiplied with the values, the softmax running online from block to
// block (Dao et al. 2022, FlashAttention, algorithm 1). Both products are the same loop.

/// Writes the rows of weights: the powers in the tile over their sums.
static void keep_weights(const Block *block, int rows, Window window, int32_t row, const float *denominators) {
  const HeedAttention *pass = block->pass;
  for (int r = 0; r < rows; r++) {
    const float factor = denominators[r] > 0 ? 1 / denominators[r] : 0;
    const size_t place = (size_t)block->head * (size_t)pass->query_count + (size_t)(row + r);
    float *weights = pass->weights + place * (size_t)pass->key_count;
    const float *line = block->tile + (size_t)r * block->room;
    for (int32_t key = window.from; key < window.to; key += WIDTH) {
      const int lanes = window.to - key < WIDTH ? window.to - key : WIDTH;
      store_some(weights + key, load(line + key) * all(factor), lanes);
    }
    memset(weights, 0, (size_t)window.from * sizeof(float));
    memset(weights + window.to, 0, (size_t)(pass->key_count - window.to) * sizeof(float));
  }
}

/// A tile of rows against a block of keys. `offset` counts rows from the first of the call.
INLINE void attend_tile(const int rows, const Block *block, int32_t row, int32_t offset) {
  const HeedAttention *pass = block->pass;
  const Window seen_here = window(block, row, rows);
  if (seen_here.from >= seen_here.to) {
    if (pass->weights) {
      const size_t place = (size_t)block->head * (size_t)pass->query_count + (size_t)row;
      memset(pass->weights + place * (size_t)pass->key_count, 0, (size_t)rows * (size_t)pass->key_count * sizeof(float));
    }
    return;
  }
  Lanes top[ROWS];
  const int32_t computed = compare_window(rows, block, seen_here, row, top);

  float shrink[ROWS];
  for (int r = 0; r < rows; r++) {
    const float before = block->top[offset + r];
    const float highest_here = highest(top[r]);
    const float now = highest_here > before ? highest_here : before;
    // A row that has seen no key yet: everything is -inf, and every power 0.
    const float base = now == -INFINITY ? 0 : now;
    shrink[r] = exponential(all(before - base))[0];
    block->top[offset + r] = now;
    float *line = block->tile + (size_t)r * block->room;
    Lanes sum = all(0);
    for (int32_t at = seen_here.from - block->start; at < computed; at += WIDTH) {
      const Lanes power = exponential(load(line + at) - all(base));
      store(line + at, power);
      sum += power;
    }
    block->denominator[offset + r] = block->denominator[offset + r] * shrink[r] + total(sum);
  }

  if (block->values) {
    const size_t width = (size_t)block->value_vectors * WIDTH;
    weigh_window(rows, block, seen_here, row, block->sums + (size_t)offset * width, shrink);
  }
  if (pass->weights) keep_weights(block, rows, seen_here, row, block->denominator + offset);
}

/// Keys of a block: all of them where weights are kept, since a row's sum must be known before they are written.
static size_t block_length(const HeedAttention *pass) {
  const size_t whole = rounded_up((size_t)pass->key_count, STRIP);
  if (pass->weights || pass->scores) return whole;
  size_t length = BLOCK_NUMBERS / (size_t)pass->dim / STRIP * STRIP;
  if (length > BLOCK) length = BLOCK;
  if (length < STRIP) length = STRIP;
  return length < whole ? length : whole;
}

static size_t attend_scratch(const HeedAttention *pass, int32_t rows) {
  const size_t block = block_length(pass), width = rounded_up((size_t)pass->value_dim, WIDTH);
  const size_t values = (size_t)pass->value_dim == width ? 0 : block * width;
  return block * (size_t)pass->dim + values + ROWS * block + (size_t)rows * (width + 2) + 5 * WIDTH;
}

static void attend_rows(int32_t begin, int32_t end, const Block *block) {
  for (int32_t row = begin; row < end; row += ROWS) {
    const int32_t offset = row - begin;
    switch (end - row) {
      case 1: attend_tile(1, block, row, offset); break;
      case 2: attend_tile(2, block, row, offset); break;
      case 3: attend_tile(3, block, row, offset); break;
      case 4: attend_tile(4, block, row, offset); break;
      case 5: attend_tile(5, block, row, offset); break;
      default: attend_tile(ROWS, block, row, offset); break;
    }
  }
}

static void attend(const HeedAttention *pass, int32_t head, int32_t begin, int32_t end, float *scratch) {
  const size_t length = block_length(pass), dim = (size_t)pass->dim, value_dim = (size_t)pass->value_dim;
  const size_t width = rounded_up(value_dim, WIDTH), rows = (size_t)(end - begin);
  const int32_t kv_head = head / (pass->heads / pass->kv_heads);
  const float *values = pass->values + (size_t)kv_head * (size_t)pass->key_count * value_dim;
  const bool simple = pass->cap == 0 && !pass->bias && !pass->scores;
  // By the pass, not the call: how rows are shared out must not change a bit of the result.
  const bool packs = pass->query_count > FEW;

  float *packed = (float *)rounded_up((size_t)scratch, 64);
  float *tile = packed + rounded_up(length * dim, WIDTH);
  float *sums = tile + ROWS * length;
  float *padded = sums + rows * width;
  float *top = padded + (width == value_dim ? 0 : length * width);
  float *denominator = top + rows;
  memset(sums, 0, rows * width * sizeof(float));
  for (size_t row = 0; row < rows; row++) {
    top[row] = pass->off_by_one ? 0 : -INFINITY;
    denominator[row] = pass->off_by_one ? 1 : 0;
  }
  for (int32_t start = 0; start < pass->key_count; start += (int32_t)length) {
    const int32_t stop =
        pass->key_count - start < (int32_t)length ? pass->key_count : start + (int32_t)length;
    bool needed = pass->scores || pass->weights;
    for (int32_t row = begin; row < end && !needed; row++)
      needed = first_key(pass, row) < stop && end_key(pass, row) > start;
    if (!needed) continue;
    if (packs) pack_keys(pass, kv_head, start, stop, packed);
    Block block = {
        .pass = pass, .simple = simple, .head = head, .start = start, .stop = stop,
        .keys = packs ? packed : 0, .values = pass->output ? values : 0,
        .value_stride = value_dim, .value_start = 0, .tile = tile, .room = length,
        .value_vectors = (int32_t)(width / WIDTH), .sums = sums, .top = top, .denominator = denominator};
    if (pass->output && width != value_dim) {
      for (int32_t key = start; key < stop; key++) {
        float *line = padded + (size_t)(key - start) * width;
        memcpy(line, values + (size_t)key * value_dim, value_dim * sizeof(float));
        memset(line + value_dim, 0, (width - value_dim) * sizeof(float));
      }
      block.values = padded, block.value_stride = width, block.value_start = start;
    }
    attend_rows(begin, end, &block);
  }

  for (size_t row = 0; row < rows; row++) {
    const size_t place = (size_t)head * (size_t)pass->query_count + (size_t)begin + row;
    const float factor = denominator[row] > 0 ? 1 / denominator[row] : 0;
    if (pass->output) {
      float *output = pass->output + place * value_dim;
      for (size_t channel = 0; channel < value_dim; channel++) output[channel] = sums[row * width + channel] * factor;
    }
    if (pass->tops) pass->tops[place] = top[row], pass->denominators[place] = denominator[row];
  }
}
