#pragma once
#include "cscan.h"
#include <string.h>

// Each variant reads whole blocks and reports flags; cscan.c sees to the begun block at the end and to the choice.

typedef uint32_t find_function(const uint8_t *text, size_t blocks, uint8_t delimiter, cscan_masks masks);
typedef size_t positions_function(const uint64_t *masks, size_t blocks, uint32_t *positions);

find_function cscan_find_portable;
positions_function cscan_positions_portable;

#if defined(__x86_64__)
find_function cscan_find_sse2;
find_function cscan_find_avx2;
positions_function cscan_positions_avx2;
find_function cscan_find_avx512;
positions_function cscan_positions_avx512;
#elif defined(__aarch64__)
find_function cscan_find_neon;
#endif

/// Turns what was seen in all blocks together into flags.
static inline uint32_t cscan_flags_of(uint64_t quotes, uint64_t carriage_returns, uint64_t non_ascii, bool nul) {
    return (quotes ? CSCAN_HAS_QUOTE : 0) | (carriage_returns ? CSCAN_HAS_CARRIAGE_RETURN : 0)
        | (non_ascii ? CSCAN_HAS_NON_ASCII : 0) | (nul ? CSCAN_HAS_NUL : 0);
}
