#if defined(__x86_64__)
#include "variants.h"
#include <immintrin.h>

// One function for each instruction set; `target` lets a function use more than the rest of the program is built for.

/// A text is read in windows, with other work between them, so that the processor's own prefetching falls behind. What lies
/// beyond the text is not touched by this.
static inline void prefetch(const uint8_t *block) { _mm_prefetch((const char *)(block + 3072), _MM_HINT_T1); }

static inline uint64_t equal_sse2(const __m128i part[4], uint8_t byte) {
    __m128i wanted = _mm_set1_epi8((char)byte);
    uint64_t bits = 0;
    for (int i = 0; i < 4; i++)
        bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part[i], wanted)) << 16 * i;
    return bits;
}

uint32_t cscan_find_sse2(const uint8_t *text, size_t blocks, uint8_t delimiter, cscan_masks masks) {
    uint64_t quotes = 0, returns = 0, non_ascii = 0;
    __m128i nul = _mm_setzero_si128();
    for (size_t block = 0; block < blocks; block++) {
        __m128i part[4];
        uint64_t high = 0;
        prefetch(text + 64 * block);
        for (int i = 0; i < 4; i++) {
            part[i] = _mm_loadu_si128((const __m128i *)(text + 64 * block + 16 * i));
            high |= (uint64_t)(uint32_t)_mm_movemask_epi8(part[i]) << 16 * i;
            nul = _mm_or_si128(nul, _mm_cmpeq_epi8(part[i], _mm_setzero_si128()));
        }
        masks.delimiters[block] = equal_sse2(part, delimiter);
        masks.line_feeds[block] = equal_sse2(part, '\n');
        quotes |= masks.quotes[block] = equal_sse2(part, '"');
        returns |= masks.carriage_returns[block] = equal_sse2(part, '\r');
        non_ascii |= masks.non_ascii[block] = high;
    }
    return cscan_flags_of(quotes, returns, non_ascii, _mm_movemask_epi8(nul) != 0);
}

#define AVX2 __attribute__((target("avx2,bmi,popcnt")))

AVX2 static inline uint64_t joined(__m256i low, __m256i high) {
    return (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32 | (uint32_t)_mm256_movemask_epi8(low);
}

AVX2 static inline uint64_t equal_avx2(__m256i low, __m256i high, uint8_t byte) {
    __m256i wanted = _mm256_set1_epi8((char)byte);
    return joined(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high, wanted));
}

AVX2 uint32_t cscan_find_avx2(const uint8_t *text, size_t blocks, uint8_t delimiter, cscan_masks masks) {
    uint64_t quotes = 0, returns = 0, non_ascii = 0;
    __m256i nul = _mm256_setzero_si256();
    for (size_t block = 0; block < blocks; block++) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(text + 64 * block));
        __m256i high = _mm256_loadu_si256((const __m256i *)(text + 64 * block + 32));
        prefetch(text + 64 * block);
        masks.delimiters[block] = equal_avx2(low, high, delimiter);
        masks.line_feeds[block] = equal_avx2(low, high, '\n');
        quotes |= masks.quotes[block] = equal_avx2(low, high, '"');
        returns |= masks.carriage_returns[block] = equal_avx2(low, high, '\r');
        non_ascii |= masks.non_ascii[block] = joined(low, high);
        // The smaller of two bytes is 0 exactly when one of them is.
        nul = _mm256_or_si256(nul, _mm256_cmpeq_epi8(_mm256_min_epu8(low, high), _mm256_setzero_si256()));
    }
    return cscan_flags_of(quotes, returns, non_ascii, !_mm256_testz_si256(nul, nul));
}

// Eight bits at a time, set or not, since a loop that ends after the last one is mispredicted for nearly every block;
// what is written too much is overwritten by the next block.
AVX2 size_t cscan_positions_avx2(const uint64_t *masks, size_t blocks, uint32_t *positions) {
    uint32_t *next = positions;
    for (size_t block = 0; block < blocks; block++) {
        uint64_t bits = masks[block];
        if (bits == 0) continue;
        uint32_t base = (uint32_t)(64 * block), *end = next + __builtin_popcountll(bits);
        do {
            for (int i = 0; i < 8; i++) {
                next[i] = base + (uint32_t)_tzcnt_u64(bits);
                bits = _blsr_u64(bits);
            }
            next += 8;
        } while (bits);
        next = end;
    }
    return (size_t)(next - positions);
}

AVX2 size_t cscan_drop_plain_avx2(const uint8_t *text, size_t blocks, uint32_t *numbers, size_t count) {
    return drop_plain(is_plain, text, blocks, numbers, count);
}

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi2,popcnt")))

AVX512 uint32_t cscan_find_avx512(const uint8_t *text, size_t blocks, uint8_t delimiter, cscan_masks masks) {
    uint64_t quotes = 0, returns = 0, non_ascii = 0;
    __m512i least = _mm512_set1_epi8(-1);
    __m512i d = _mm512_set1_epi8((char)delimiter), q = _mm512_set1_epi8('"');
    __m512i feed = _mm512_set1_epi8('\n'), carriage_return = _mm512_set1_epi8('\r');
    for (size_t block = 0; block < blocks; block++) {
        __m512i bytes = _mm512_loadu_si512(text + 64 * block);
        prefetch(text + 64 * block);
        masks.delimiters[block] = _mm512_cmpeq_epi8_mask(bytes, d);
        masks.line_feeds[block] = _mm512_cmpeq_epi8_mask(bytes, feed);
        quotes |= masks.quotes[block] = _mm512_cmpeq_epi8_mask(bytes, q);
        returns |= masks.carriage_returns[block] = _mm512_cmpeq_epi8_mask(bytes, carriage_return);
        non_ascii |= masks.non_ascii[block] = _mm512_movepi8_mask(bytes);
        least = _mm512_min_epu8(least, bytes);
    }
    return cscan_flags_of(quotes, returns, non_ascii, _mm512_testn_epi8_mask(least, least) != 0);
}

// Compresses the numbers 0…63 to those whose bit is set, and widens them sixteen at a time.
AVX512 size_t cscan_positions_avx512(const uint64_t *masks, size_t blocks, uint32_t *positions) {
    uint8_t numbers[64];
    for (int i = 0; i < 64; i++) numbers[i] = (uint8_t)i;
    const __m512i all = _mm512_loadu_si512(numbers);
    uint32_t *next = positions;
    for (size_t block = 0; block < blocks; block++) {
        uint64_t bits = masks[block];
        int count = __builtin_popcountll(bits);
        __m512i base = _mm512_set1_epi32((int)(64 * block));
        __m512i set = _mm512_maskz_compress_epi8(bits, all);
        _mm512_storeu_si512(next, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(set))));
        if (__builtin_expect(count > 16, 0)) {
            _mm512_storeu_si512(
                next + 16, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(set, 1))));
            if (count > 32) {
                _mm512_storeu_si512(
                    next + 32, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(set, 2))));
                _mm512_storeu_si512(
                    next + 48, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(set, 3))));
            }
        }
        next += count;
    }
    return (size_t)(next - positions);
}

// Eight masks at a time.
AVX512 size_t cscan_words_avx512(const uint64_t *masks, size_t blocks, uint32_t *numbers) {
    uint32_t *next = numbers;
    __m512i eight = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0);
    for (size_t block = 0; block < blocks; block += 8) {
        __mmask8 there = blocks - block < 8 ? (__mmask8)((1 << (blocks - block)) - 1) : (__mmask8)0xFF;
        __m512i words = _mm512_maskz_loadu_epi64(there, masks + block);
        __mmask8 set = _mm512_test_epi64_mask(words, words);
        __m512i found = _mm512_add_epi32(_mm512_maskz_compress_epi32(set, eight), _mm512_set1_epi32((int)block));
        _mm256_storeu_si256((__m256i *)next, _mm512_castsi512_si256(found));
        next += __builtin_popcount(set);
    }
    return (size_t)(next - numbers);
}

// The loop of `is_plain` by hand: what compilers make of it takes twice as long.
AVX512 static inline bool is_plain_avx512(const uint8_t *block) {
    __m512i bytes = _mm512_loadu_si512(block), first = _mm512_set1_epi8((char)0xC2);
    uint64_t begin = _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, first), _mm512_set1_epi8(0xE0 - 0xC2));
    uint64_t go_on = _mm512_cmplt_epi8_mask(bytes, _mm512_set1_epi8((char)0xC0));
    uint64_t other = _mm512_movepi8_mask(bytes) & ~(begin | go_on);
    return (((begin << 1 | begins_pair(block[-1])) ^ go_on) | other | begin >> 63) == 0;
}

AVX512 size_t cscan_drop_plain_avx512(const uint8_t *text, size_t blocks, uint32_t *numbers, size_t count) {
    return drop_plain(is_plain_avx512, text, blocks, numbers, count);
}
#endif
