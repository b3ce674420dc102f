#include "variants.h"

// Eight bytes in one 64-bit word.

static const uint64_t lows = 0x0101010101010101, highs = 0x8080808080808080;

/// The high bit of each byte of `word` that is 0, and of no other.
static inline uint64_t zero_bytes(uint64_t word) { return ~(((word & ~highs) + ~highs) | word) & highs; }

/// Gathers the high bits of eight bytes, the first byte's into the lowest bit.
static inline uint64_t gather(uint64_t word) { return ((word >> 7) * 0x0102040810204080) >> 56; }

uint32_t cscan_find_portable(const uint8_t *text, size_t blocks, uint8_t delimiter, cscan_masks masks) {
    uint64_t any_quote = 0, any_return = 0, any_non_ascii = 0, nul = 0;
    for (size_t block = 0; block < blocks; block++) {
        uint64_t delimiters = 0, quotes = 0, feeds = 0, returns = 0, non_ascii = 0;
        for (unsigned shift = 0; shift < 64; shift += 8) {
            uint64_t word = 0;
            for (unsigned byte = 0; byte < 8; byte++) word |= (uint64_t)text[64 * block + shift + byte] << 8 * byte;
            delimiters |= gather(zero_bytes(word ^ lows * delimiter)) << shift;
            quotes |= gather(zero_bytes(word ^ lows * '"')) << shift;
            feeds |= gather(zero_bytes(word ^ lows * '\n')) << shift;
            returns |= gather(zero_bytes(word ^ lows * '\r')) << shift;
            non_ascii |= gather(word & highs) << shift;
            nul |= zero_bytes(word);
        }
        masks.delimiters[block] = delimiters;
        masks.quotes[block] = quotes;
        masks.line_feeds[block] = feeds;
        masks.carriage_returns[block] = returns;
        masks.non_ascii[block] = non_ascii;
        any_quote |= quotes;
        any_return |= returns;
        any_non_ascii |= non_ascii;
    }
    return cscan_flags_of(any_quote, any_return, any_non_ascii, nul != 0);
}

size_t cscan_positions_portable(const uint64_t *masks, size_t blocks, uint32_t *positions) {
    uint32_t *next = positions;
    for (size_t block = 0; block < blocks; block++)
        for (uint64_t bits = masks[block]; bits; bits &= bits - 1)
            *next++ = (uint32_t)(64 * block) + (uint32_t)__builtin_ctzll(bits);
    return (size_t)(next - positions);
}

size_t cscan_words_portable(const uint64_t *masks, size_t blocks, uint32_t *numbers) {
    uint32_t *next = numbers;
    // No branch, which would be mispredicted: what is no such number is overwritten by the next one.
    for (size_t block = 0; block < blocks; block++) {
        *next = (uint32_t)block;
        next += masks[block] != 0;
    }
    return (size_t)(next - numbers);
}

size_t cscan_drop_plain_portable(const uint8_t *text, size_t blocks, uint32_t *numbers, size_t count) {
    return drop_plain(is_plain, text, blocks, numbers, count);
}
