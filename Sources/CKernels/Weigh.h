// Weights and values: sums. Included once per instruction set.

/// Weighs some of the values' vectors with the powers of a run of keys, on top of the sums so far.
INLINE void weigh(
    const int rows, const int columns, const Block *block, const float *tile, const float *values, size_t count,
    float *sums, const float shrink[ROWS]) {
  Lanes more[ROWS][COLUMNS];
  multiply(rows, columns, tile, block->room, values, block->value_stride, count, more);
  const size_t width = (size_t)block->value_vectors * WIDTH;
#pragma clang loop unroll(full)
  for (int r = 0; r < rows; r++)
#pragma clang loop unroll(full)
    for (int c = 0; c < columns; c++) {
      float *place = sums + (size_t)r * width + (size_t)c * WIDTH;
      store(place, load(place) * all(shrink[r]) + more[r][c]);
    }
}

/// Weighs the values of a block with the powers in the tile. `shrink` is what the sums so far are multiplied by.
INLINE void weigh_window(
    const int rows, const Block *block, Window window, int32_t row, float *sums, float shrink[ROWS]) {
  const HeedAttention *pass = block->pass;
  for (int32_t key = window.from; key < window.to;) {
    if (is_empty(pass, row, rows, key)) {
      key += STRIP;
      continue;
    }
    int32_t end = window.to;
    if (pass->bits) {
      for (end = key + STRIP; end < window.to && !is_empty(pass, row, rows, end);) end += STRIP;
      if (end > window.to) end = window.to;
    }
    const float *tile = block->tile + (key - block->start);
    const float *values = block->values + (size_t)(key - block->value_start) * block->value_stride;
    for (int32_t vector = 0; vector < block->value_vectors;) {
      const int32_t left = block->value_vectors - vector;
      // The rest is shared out evenly: five vectors are three and two, not four and one.
      const int32_t parts = (left + COLUMNS - 1) / COLUMNS;
      const int32_t columns = (left + parts - 1) / parts;
      const size_t at = (size_t)vector * WIDTH, count = (size_t)(end - key);
      switch (columns) {
#if COLUMNS > 2
        case 4: weigh(rows, 4, block, tile, values + at, count, sums + at, shrink); break;
        case 3: weigh(rows, 3, block, tile, values + at, count, sums + at, shrink); break;
#endif
        case 2: weigh(rows, 2, block, tile, values + at, count, sums + at, shrink); break;
        default: weigh(rows, 1, block, tile, values + at, count, sums + at, shrink); break;
      }
      vector += columns;
    }
    for (int r = 0; r < rows; r++) shrink[r] = 1;
    key = end;
  }
}
