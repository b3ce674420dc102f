#include "variants.h"

bool cscan_is_available(cscan_variant variant) {
    switch (variant) {
    case CSCAN_PORTABLE: return true;
#if defined(__x86_64__)
    case CSCAN_SSE2: return true;
    case CSCAN_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
    case CSCAN_AVX512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
            && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("popcnt");
#elif defined(__aarch64__)
    case CSCAN_NEON: return true;
#endif
    default: return false;
    }
}

cscan_variant cscan_best(void) {
    static const cscan_variant by_speed[] = {CSCAN_AVX512, CSCAN_AVX2, CSCAN_SSE2, CSCAN_NEON};
    for (size_t i = 0; i < sizeof by_speed / sizeof by_speed[0]; i++)
        if (cscan_is_available(by_speed[i])) return by_speed[i];
    return CSCAN_PORTABLE;
}

static find_function *finder(cscan_variant variant) {
    switch (variant) {
#if defined(__x86_64__)
    case CSCAN_SSE2: return cscan_find_sse2;
    case CSCAN_AVX2: return cscan_find_avx2;
    case CSCAN_AVX512: return cscan_find_avx512;
#elif defined(__aarch64__)
    case CSCAN_NEON: return cscan_find_neon;
#endif
    default: return cscan_find_portable;
    }
}

uint32_t cscan_find(
    cscan_variant variant, const uint8_t *text, size_t length, uint8_t delimiter, cscan_masks masks) {
    find_function *find = finder(variant);
    size_t blocks = length / 64, rest = length % 64;
    uint32_t flags = find(text, blocks, delimiter, masks);
    if (rest == 0) return flags;
    // Copied, so that nothing is read beyond the text, and filled up with a byte that sets no bit.
    uint8_t last[64];
    memset(last, delimiter == ' ' ? 'x' : ' ', sizeof last);
    memcpy(last, text + 64 * blocks, rest);
    cscan_masks end = {
        masks.delimiters + blocks, masks.quotes + blocks, masks.line_feeds + blocks,
        masks.carriage_returns + blocks, masks.non_ascii + blocks,
    };
    return flags | find(last, 1, delimiter, end);
}

size_t cscan_positions(cscan_variant variant, const uint64_t *masks, size_t blocks, uint32_t *positions) {
    switch (variant) {
#if defined(__x86_64__)
    case CSCAN_AVX2: return cscan_positions_avx2(masks, blocks, positions);
    case CSCAN_AVX512: return cscan_positions_avx512(masks, blocks, positions);
#endif
    default: return cscan_positions_portable(masks, blocks, positions);
    }
}

size_t cscan_words(cscan_variant variant, const uint64_t *masks, size_t blocks, uint32_t *numbers) {
#if defined(__x86_64__)
    if (variant == CSCAN_AVX512) return cscan_words_avx512(masks, blocks, numbers);
#endif
    return cscan_words_portable(masks, blocks, numbers);
}

size_t cscan_few_positions(const uint64_t *masks, const uint32_t *numbers, size_t count, uint32_t *positions) {
    uint32_t *next = positions;
    for (size_t i = 0; i < count; i++) {
        uint32_t base = 64 * numbers[i];
        uint64_t bits = masks[numbers[i]];
        *next++ = base + (uint32_t)__builtin_ctzll(bits);
        for (bits &= bits - 1; __builtin_expect(bits != 0, 0); bits &= bits - 1)
            *next++ = base + (uint32_t)__builtin_ctzll(bits);
    }
    return (size_t)(next - positions);
}

size_t cscan_drop_plain(
    cscan_variant variant, const uint8_t *text, size_t blocks, uint32_t *numbers, size_t count) {
    switch (variant) {
#if defined(__x86_64__)
    case CSCAN_AVX2: return cscan_drop_plain_avx2(text, blocks, numbers, count);
    case CSCAN_AVX512: return cscan_drop_plain_avx512(text, blocks, numbers, count);
#endif
    default: return cscan_drop_plain_portable(text, blocks, numbers, count);
    }
}
