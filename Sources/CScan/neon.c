#if defined(__aarch64__)
#include "variants.h"
#include <arm_neon.h>

/// One bit for each of 64 bytes that are 0x00 or 0xFF: each byte keeps the bit of its place, then neighbours are added up.
static inline uint64_t gather(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
    static const uint8_t places[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t place = vld1q_u8(places);
    uint8x16_t first = vpaddq_u8(vandq_u8(a, place), vandq_u8(b, place));
    uint8x16_t second = vpaddq_u8(vandq_u8(c, place), vandq_u8(d, place));
    uint8x16_t all = vpaddq_u8(first, second);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(all, all)), 0);
}

static inline uint64_t equal(uint8x16x4_t block, uint8_t byte) {
    uint8x16_t wanted = vdupq_n_u8(byte);
    return gather(
        vceqq_u8(block.val[0], wanted), vceqq_u8(block.val[1], wanted),
        vceqq_u8(block.val[2], wanted), vceqq_u8(block.val[3], wanted));
}

static inline uint64_t at_least(uint8x16x4_t block, uint8_t byte) {
    uint8x16_t least = vdupq_n_u8(byte);
    return gather(
        vcgeq_u8(block.val[0], least), vcgeq_u8(block.val[1], least),
        vcgeq_u8(block.val[2], least), vcgeq_u8(block.val[3], least));
}

uint32_t cscan_find_neon(const uint8_t *text, size_t blocks, uint8_t delimiter, cscan_masks masks) {
    uint64_t quotes = 0, returns = 0, non_ascii = 0;
    uint8x16_t least = vdupq_n_u8(0xFF);
    for (size_t block = 0; block < blocks; block++) {
        uint8x16x4_t bytes = vld1q_u8_x4(text + 64 * block);
        masks.delimiters[block] = equal(bytes, delimiter);
        masks.line_feeds[block] = equal(bytes, '\n');
        quotes |= masks.quotes[block] = equal(bytes, '"');
        returns |= masks.carriage_returns[block] = equal(bytes, '\r');
        non_ascii |= masks.non_ascii[block] = at_least(bytes, 0x80);
        least = vminq_u8(least, vminq_u8(vminq_u8(bytes.val[0], bytes.val[1]), vminq_u8(bytes.val[2], bytes.val[3])));
    }
    return cscan_flags_of(quotes, returns, non_ascii, blocks > 0 && vminvq_u8(least) == 0);
}
#endif
