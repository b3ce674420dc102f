#pragma once
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct keur_re2 keur_re2;

/// Compiles a UTF-8 pattern. On failure gives NULL and writes what is wrong, cut to `errorCapacity` bytes with the closing
/// zero, to `error`.
keur_re2 *keur_re2_compile(const char *pattern, size_t count, char *error, size_t errorCapacity);

/// Whether the pattern is found anywhere in the text. May be called from several threads at once.
bool keur_re2_find(const keur_re2 *pattern, const char *text, size_t count);

/// Whether the pattern fits the text from beginning to end. May be called from several threads at once.
bool keur_re2_match_whole(const keur_re2 *pattern, const char *text, size_t count);

void keur_re2_free(keur_re2 *pattern);

#ifdef __cplusplus
}
#endif
