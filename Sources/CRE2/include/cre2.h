#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled RE2 expression; safe to share between threads.
typedef struct cre2_regex cre2_regex;

/// Compiles a UTF-8 pattern. Nil when it is not one; `error` then holds RE2's text, cut to fit and ended by a zero.
cre2_regex *_Nullable cre2_compile(const char *_Nullable pattern, size_t count, char *_Nonnull error,
                                   size_t error_capacity);

void cre2_free(cre2_regex *_Nonnull regex);

/// Whether the pattern is found anywhere in the text.
int cre2_matches(const cre2_regex *_Nonnull regex, const char *_Nullable text, size_t count);

/// Whether the pattern fits the text from its beginning to its end.
int cre2_matches_whole(const cre2_regex *_Nonnull regex, const char *_Nullable text, size_t count);

#ifdef __cplusplus
}
#endif
