#pragma once
#include <stddef.h>
#include <stdint.h>

#define KEUR_SHA256_LENGTH 32

/// Writes the SHA-256 of `count` bytes to the 32 bytes at `digest`.
void keur_sha256(const uint8_t *bytes, size_t count, uint8_t *digest);
