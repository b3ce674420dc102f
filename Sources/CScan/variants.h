#pragma once
#include "cscan.h"
#include <string.h>

// Each variant reads whole blocks and reports flags; cscan.c sees to the begun block at the end and to the choice.

typedef uint32_t find_function(const uint8_t *text, size_t blocks, uint8_t delimiter, cscan_masks masks);
typedef size_t positions_function(const uint64_t *masks, size_t blocks, uint32_t *positions);
typedef size_t words_function(const uint64_t *masks, size_t blocks, uint32_t *numbers);
typedef size_t drop_function(const uint8_t *text, size_t blocks, uint32_t *numbers, size_t count);

find_function cscan_find_portable;
positions_function cscan_positions_portable;
words_function cscan_words_portable;
drop_function cscan_drop_plain_portable;

#if defined(__x86_64__)
find_function cscan_find_sse2;
find_function cscan_find_avx2;
positions_function cscan_positions_avx2;
drop_function cscan_drop_plain_avx2;
find_function cscan_find_avx512;
positions_function cscan_positions_avx512;
words_function cscan_words_avx512;
drop_function cscan_drop_plain_avx512;
#elif defined(__aarch64__)
find_function cscan_find_neon;
#endif

/// Turns what was seen in all blocks together into flags.
static inline uint32_t cscan_flags_of(uint64_t quotes, uint64_t carriage_returns, uint64_t non_ascii, bool nul) {
    return (quotes ? CSCAN_HAS_QUOTE : 0) | (carriage_returns ? CSCAN_HAS_CARRIAGE_RETURN : 0)
        | (non_ascii ? CSCAN_HAS_NON_ASCII : 0) | (nul ? CSCAN_HAS_NUL : 0);
}

#define INLINE __attribute__((always_inline)) static inline

/// 1 for a byte that begins a two-byte sequence of UTF-8.
INLINE uint8_t begins_pair(uint8_t byte) { return (uint8_t)(byte - 0xC2) < 0xE0 - 0xC2; }

/// Whether a block is ASCII and two-byte sequences of UTF-8: a byte goes on with one exactly when the byte before begins one, and
/// nothing else is above ASCII. A plain loop, of which compilers make vector instructions.
INLINE bool is_plain(const uint8_t *block) {
    uint8_t wrong = begins_pair(block[63]);
    for (int i = 0; i < 64; i++) {
        uint8_t byte = block[i], goes_on = (int8_t)byte < (int8_t)0xC0;
        wrong |= (uint8_t)((begins_pair(block[i - 1]) ^ goes_on) | ((byte >= 0xC0) & !begins_pair(byte)));
    }
    return wrong == 0;
}

INLINE size_t drop_plain(
    bool is_plain(const uint8_t *block), const uint8_t *text, size_t blocks, uint32_t *numbers, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t number = numbers[i];
        numbers[kept] = number;
        kept += number == 0 || number >= blocks || !is_plain(text + 64 * (size_t)number);
    }
    return kept;
}
