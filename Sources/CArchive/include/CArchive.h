/// What the packages of other programs are compressed with: deflate (zlib) and Zstandard.
#ifndef CARCHIVE_H
#define CARCHIVE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A stream of one of the two methods, being decompressed.
typedef struct archive_stream archive_stream;

/// A stream over `length` bytes, which must outlive it. The caller frees it with `archive_close`. NULL when out of
/// memory.
archive_stream *archive_open_deflate(const uint8_t *bytes, size_t length);
archive_stream *archive_open_zstandard(const uint8_t *bytes, size_t length);
void archive_close(archive_stream *stream);

/// Writes up to `capacity` decompressed bytes.
/// - Returns: how many; 0 at the end, -1 where the bytes are damaged or end too early.
long archive_read(archive_stream *stream, uint8_t *to, size_t capacity);

/// The check sum of zip files (CRC-32, ISO 3309).
uint32_t archive_checksum(const uint8_t *bytes, size_t length);

#endif
