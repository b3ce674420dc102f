#include "cre2.h"
#include <algorithm>
#include <cstring>
#include <new>
#include <re2/re2.h>

struct keur_re2 {
    re2::RE2 pattern;

    keur_re2(const char *text, size_t count, const re2::RE2::Options &options)
        : pattern(std::string(text, count), options) {}
};

extern "C" {

keur_re2 *keur_re2_compile(const char *pattern, size_t count, char *error, size_t errorCapacity) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    // A pattern that needs more is refused: a stranger's check file must not exhaust memory.
    options.set_max_mem(8 << 20);
    auto *compiled = new (std::nothrow) keur_re2(pattern, count, options);
    if (compiled == nullptr) return nullptr;
    if (compiled->pattern.ok()) return compiled;
    const std::string &message = compiled->pattern.error();
    if (errorCapacity > 0) {
        size_t length = std::min(message.size(), errorCapacity - 1);
        std::memcpy(error, message.data(), length);
        error[length] = 0;
    }
    delete compiled;
    return nullptr;
}

bool keur_re2_find(const keur_re2 *pattern, const char *text, size_t count) {
    return pattern->pattern.Match({text, count}, 0, count, re2::RE2::UNANCHORED, nullptr, 0);
}

bool keur_re2_match_whole(const keur_re2 *pattern, const char *text, size_t count) {
    return pattern->pattern.Match({text, count}, 0, count, re2::RE2::ANCHOR_BOTH, nullptr, 0);
}

void keur_re2_free(keur_re2 *pattern) { delete pattern; }
}
