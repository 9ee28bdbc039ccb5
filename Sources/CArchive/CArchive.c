#include "CArchive.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

struct archive_stream {
  bool is_deflate, is_done;
  z_stream deflate;
  ZSTD_DStream *zstandard;
  ZSTD_inBuffer input;
};

archive_stream *archive_open_deflate(const uint8_t *bytes, size_t length) {
  archive_stream *stream = calloc(1, sizeof *stream);
  if (!stream) return NULL;
  stream->is_deflate = true;
  stream->input = (ZSTD_inBuffer){bytes, length, 0};
  // Zip files hold deflate without zlib's header.
  if (inflateInit2(&stream->deflate, -MAX_WBITS) != Z_OK) {
    free(stream);
    return NULL;
  }
  return stream;
}

archive_stream *archive_open_zstandard(const uint8_t *bytes, size_t length) {
  archive_stream *stream = calloc(1, sizeof *stream);
  if (!stream) return NULL;
  stream->input = (ZSTD_inBuffer){bytes, length, 0};
  stream->zstandard = ZSTD_createDStream();
  if (!stream->zstandard) {
    free(stream);
    return NULL;
  }
  return stream;
}

void archive_close(archive_stream *stream) {
  if (stream->is_deflate) inflateEnd(&stream->deflate);
  ZSTD_freeDStream(stream->zstandard);
  free(stream);
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

static long read_deflate(archive_stream *stream, uint8_t *to, size_t capacity) {
  z_stream *z = &stream->deflate;
  z->next_out = to;
  z->avail_out = (uInt)least(capacity, UINT_MAX);
  const uInt room = z->avail_out;
  while (z->avail_out > 0 && !stream->is_done) {
    z->next_in = (Bytef *)stream->input.src + stream->input.pos;
    z->avail_in = (uInt)least(stream->input.size - stream->input.pos, UINT_MAX);
    const uInt given = z->avail_in;
    const int status = inflate(z, Z_NO_FLUSH);
    stream->input.pos += given - z->avail_in;
    if (status == Z_STREAM_END) stream->is_done = true;
    else if (status != Z_OK) return -1;
  }
  return (long)(room - z->avail_out);
}

static long read_zstandard(archive_stream *stream, uint8_t *to, size_t capacity) {
  ZSTD_outBuffer output = {to, capacity, 0};
  while (output.pos < output.size && !stream->is_done) {
    const size_t in = stream->input.pos, out = output.pos;
    const size_t status = ZSTD_decompressStream(stream->zstandard, &output, &stream->input);
    if (ZSTD_isError(status)) return -1;
    if (status == 0 && stream->input.pos == stream->input.size) stream->is_done = true;
    else if (stream->input.pos == in && output.pos == out) return -1;
  }
  return (long)output.pos;
}

long archive_read(archive_stream *stream, uint8_t *to, size_t capacity) {
  return stream->is_deflate ? read_deflate(stream, to, capacity) : read_zstandard(stream, to, capacity);
}

uint32_t archive_checksum(const uint8_t *bytes, size_t length) {
  uLong sum = crc32(0, NULL, 0);
  while (length > 0) {
    const uInt part = (uInt)least(length, UINT_MAX);
    sum = crc32(sum, bytes, part);
    bytes += part;
    length -= part;
  }
  return (uint32_t)sum;
}
