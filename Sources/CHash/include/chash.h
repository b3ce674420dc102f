#pragma once
#include <stddef.h>
#include <stdint.h>

#define KEUR_SHA256_LENGTH 32

/// Writes the SHA-256 of `count` bytes to the 32 bytes at `digest`.
void keur_sha256(const uint8_t *bytes, size_t count, uint8_t *digest);

/// The first eight bytes of the SHA-256 of `count` bytes, the first one on top.
uint64_t keur_sha256_top(const uint8_t *bytes, size_t count);
