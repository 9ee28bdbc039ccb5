// The one product that everything is made of. Included once per instruction set.

/// How many terms are summed before they join the total: short sums of short sums round less than one long one.
#define CHUNK 256

/// rows × (columns · WIDTH) sums of left[row][k] · right[k][column].
INLINE void multiply(
    const int rows, const int columns, const float *left, size_t left_stride, const float *right, size_t right_stride,
    size_t count, Lanes sums[ROWS][COLUMNS]) {
  for (size_t begin = 0; begin < count; begin += CHUNK) {
    const size_t end = begin + CHUNK < count ? begin + CHUNK : count;
    Lanes part[ROWS][COLUMNS];
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++)
#pragma clang loop unroll(full)
      for (int c = 0; c < columns; c++) part[r][c] = all(0);
    for (size_t k = begin; k < end; k++) {
      Lanes line[COLUMNS];
#pragma clang loop unroll(full)
      for (int c = 0; c < columns; c++) line[c] = load(right + k * right_stride + (size_t)c * WIDTH);
#pragma clang loop unroll(full)
      for (int r = 0; r < rows; r++) {
        const Lanes number = all(left[(size_t)r * left_stride + k]);
#pragma clang loop unroll(full)
        for (int c = 0; c < columns; c++) part[r][c] += number * line[c];
      }
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++)
#pragma clang loop unroll(full)
      for (int c = 0; c < columns; c++) sums[r][c] = begin == 0 ? part[r][c] : sums[r][c] + part[r][c];
  }
}
