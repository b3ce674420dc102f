#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "cre2.h"

#include <re2/re2.h>

#include <cstring>
#include <memory>
#include <new>

struct cre2_regex {
    RE2 regex;
    cre2_regex(re2::StringPiece pattern, const RE2::Options &options) : regex(pattern, options) {}
};

static const int64_t max_memory = 8 << 20;

static re2::StringPiece piece(const char *text, size_t count) { return re2::StringPiece(text ? text : "", count); }

cre2_regex *cre2_compile(const char *pattern, size_t count, char *error, size_t error_capacity) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(max_memory);
    std::unique_ptr<cre2_regex> compiled(new (std::nothrow) cre2_regex(piece(pattern, count), options));
    if (compiled && compiled->regex.ok()) return compiled.release();
    if (error_capacity > 0) {
        const char *text = compiled ? compiled->regex.error().c_str() : "out of memory";
        strncpy(error, text, error_capacity - 1);
        error[error_capacity - 1] = 0;
    }
    return nullptr;
}

void cre2_free(cre2_regex *regex) { delete regex; }

int cre2_program_size(const cre2_regex *regex) { return regex->regex.ProgramSize(); }

int cre2_matches(const cre2_regex *regex, const char *text, size_t count) {
    re2::StringPiece whole = piece(text, count);
    return regex->regex.Match(whole, 0, whole.size(), RE2::UNANCHORED, nullptr, 0);
}

int cre2_matches_whole(const cre2_regex *regex, const char *text, size_t count) {
    re2::StringPiece whole = piece(text, count);
    return regex->regex.Match(whole, 0, whole.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

int cre2_extract(const cre2_regex *regex, const char *text, size_t count, size_t *start, size_t *length) {
    re2::StringPiece whole = piece(text, count);
    re2::StringPiece found[2];
    int groups = regex->regex.NumberOfCapturingGroups() > 0 ? 2 : 1;
    if (!regex->regex.Match(whole, 0, whole.size(), RE2::UNANCHORED, found, groups)) return 0;
    const re2::StringPiece &part = found[groups - 1];
    *start = part.data() ? (size_t)(part.data() - whole.data()) : 0;
    *length = part.size();
    return 1;
}

const void *cre2_find_bytes(const void *text, size_t count, const void *wanted, size_t wanted_count) {
    return memmem(text, count, wanted, wanted_count);
}
