#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Byte masks for a scanner of delimited text: bit k of mask b tells of byte 64 * b + k.
// What the bits mean together (which quotes open, which line breaks end a record) is for the caller to work out.

/// An instruction set that a function below can be run with; all of them give the same answers.
typedef enum cscan_variant {
    CSCAN_PORTABLE,
    CSCAN_SSE2,
    CSCAN_AVX2,
    /// AVX-512 F, BW and VBMI2.
    CSCAN_AVX512,
    CSCAN_NEON
} cscan_variant;

bool cscan_is_available(cscan_variant variant);

/// The fastest that this machine has.
cscan_variant cscan_best(void);

/// Room for one mask for each block of 64 bytes, a begun one included.
typedef struct cscan_masks {
    uint64_t *delimiters;
    uint64_t *quotes;
    uint64_t *line_feeds;
    uint64_t *carriage_returns;
    /// Bytes of 0x80 and above.
    uint64_t *non_ascii;
} cscan_masks;

/// Calls a byte into the cache, for reading; nothing happens where no memory is.
static inline void cscan_prefetch(const uint8_t *byte) { __builtin_prefetch(byte); }

/// What occurs in a text at all.
typedef enum cscan_flags {
    CSCAN_HAS_QUOTE = 1,
    CSCAN_HAS_CARRIAGE_RETURN = 2,
    CSCAN_HAS_NON_ASCII = 4,
    CSCAN_HAS_NUL = 8
} cscan_flags;

/// Fills in the masks of a text and returns what occurs in it. Reads no byte beyond `length`; bits beyond it are 0.
uint32_t cscan_find(
    cscan_variant variant, const uint8_t *text, size_t length, uint8_t delimiter, cscan_masks masks);

/// How many entries beyond the last position `cscan_positions` may write to.
enum { CSCAN_POSITIONS_SLACK = 64 };

/// Writes the place of every bit that is set, in ascending order, and returns how many there are.
size_t cscan_positions(cscan_variant variant, const uint64_t *masks, size_t blocks, uint32_t *positions);

/// How many entries beyond the last number `cscan_words` may write to.
enum { CSCAN_WORDS_SLACK = 8 };

/// Writes the number of every mask that has a bit set, in ascending order, and returns how many there are.
size_t cscan_words(cscan_variant variant, const uint64_t *masks, size_t blocks, uint32_t *numbers);

/// Writes the place of every bit of the masks with these numbers, most of which have one bit, and returns how many there are.
size_t cscan_few_positions(const uint64_t *masks, const uint32_t *numbers, size_t count, uint32_t *positions);

/// Drops from the numbers of blocks those that are plain: ASCII and two-byte sequences of UTF-8, the last of which ends in the
/// block. Returns how many are left. The first block is kept, since the byte before may not be there, and those from `blocks` on.
size_t cscan_drop_plain(
    cscan_variant variant, const uint8_t *text, size_t blocks, uint32_t *numbers, size_t count);
