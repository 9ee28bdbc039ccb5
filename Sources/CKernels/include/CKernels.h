// Exact attention, tile by tile, in the vector instructions of the machine at hand.
//
// Nothing here allocates or starts a thread: callers bring scratch memory and hand out heads and rows. Every function
// has one form for each instruction set; `HeedInstructions` names it.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// An instruction set that the loops are compiled for.
typedef enum {
  /// Vectors of 128 bits, as every machine that Swift runs on has.
  HeedPortable = 0,
  /// AVX2 and FMA.
  HeedAVX2 = 1,
  /// AVX-512 F.
  HeedAVX512 = 2,
} HeedInstructions;

/// Whether this machine has an instruction set.
bool heed_has(HeedInstructions set);

/// One pass of attention. Tensors are row-major fp32; pointers that may be null say so.
///
/// The logit of a query and a key is
/// `cap · tanh(q·k · dot_factor) + bias` with a soft-cap, `q·k · dot_factor + bias` without.
typedef struct {
  /// `[heads][query_count][dim]`.
  const float *queries;
  /// `[kv_heads][key_count][dim]`.
  const float *keys;
  /// `[kv_heads][key_count][value_dim]`.
  const float *values;
  int32_t heads, kv_heads, query_count, key_count, dim, value_dim;

  /// What a dot product is multiplied by.
  float dot_factor;
  /// The limit of the soft-cap over the temperature; 0 for none.
  float cap;
  /// Null, or `[heads][query_count + key_count - 1]`, by key - row + query_count - 1.
  const float *bias;

  /// The keys that a row may see: from `first[row]` up to `end[row]`; both null where all are seen.
  const int32_t *first, *end;
  /// Null, or which of them, a bit each: `[query_count][(key_count + 63) / 64]`.
  const uint64_t *bits;
  /// Whether 1 is added to the denominator: softmax off by one.
  bool off_by_one;

  /// Null, or `[heads][query_count][value_dim]`, overwritten.
  float *output;
  /// Null, or `[heads][query_count][key_count]`: dot products times `score_factor`, masked places too.
  float *scores;
  float score_factor;
  /// Null, or `[heads][query_count][key_count]`.
  float *weights;
  /// Both null, or both `[heads][query_count]`: the highest logit of each row, and its denominator, the sum of the powers
  /// of e to what logits are above that; 0 for an empty row.
  float *tops, *denominators;
} HeedAttention;

/// How many floats of scratch `heed_attend` needs for so many rows.
size_t heed_attend_scratch(HeedInstructions set, const HeedAttention *pass, int32_t rows);

/// Computes rows `begin` up to `end` of one head.
void heed_attend(
    HeedInstructions set, const HeedAttention *pass, int32_t head, int32_t begin, int32_t end, float *scratch);

/// A part of one head's weights, summarised in tiles as even as they come.
typedef struct {
  /// With its `tops` and `denominators` computed, and neither scores nor weights.
  const HeedAttention *pass;
  int32_t head, row_begin, row_end, key_begin, key_end;
  /// Tiles down and across; no more than there are rows and keys.
  int32_t rows, columns;
  /// `[rows][columns]`: the mean and the largest weight of each tile, hidden pairs counting as 0.
  float *means, *maxima;
} HeedPooling;

/// How many floats of scratch `heed_pool` needs for so many rows of tiles.
size_t heed_pool_scratch(HeedInstructions set, const HeedPooling *pooling, int32_t bands);

/// Computes the rows of tiles from `begin` up to `end`: several at a time share the work on the keys.
void heed_pool(HeedInstructions set, const HeedPooling *pooling, int32_t begin, int32_t end, float *scratch);

/// Runs independent fused multiply-adds, and returns how many floating-point operations they were.
uint64_t heed_fma_peak(HeedInstructions set, uint32_t rounds);

#endif
