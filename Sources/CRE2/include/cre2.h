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

/// How many instructions the pattern became: what matching costs at worst for each byte of a text.
int cre2_program_size(const cre2_regex *_Nonnull regex);

/// Whether the pattern is found anywhere in the text.
int cre2_matches(const cre2_regex *_Nonnull regex, const char *_Nullable text, size_t count);

/// Whether the pattern fits the text from its beginning to its end.
int cre2_matches_whole(const cre2_regex *_Nonnull regex, const char *_Nullable text, size_t count);

/// Where the pattern's first group, or all of it where it has none, is found first in the text. False when it is not found;
/// a group that took no part is empty.
int cre2_extract(const cre2_regex *_Nonnull regex, const char *_Nullable text, size_t count, size_t *_Nonnull start,
                 size_t *_Nonnull length);

/// The first occurrence of `wanted` (not empty) in `text`, in linear time; nil when there is none. The C library's `memmem`,
/// which Swift does not see on Linux.
const void *_Nullable cre2_find_bytes(const void *_Nonnull text, size_t count, const void *_Nonnull wanted,
                                      size_t wanted_count);

#ifdef __cplusplus
}
#endif
