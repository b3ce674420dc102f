// The three functions below go straight to the algorithm. What OpenSSL 3 offers in their stead reads its configuration
// file and looks for providers first, which takes longer than the audit of a short list.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "chash.h"
#include <openssl/sha.h>

void keur_sha256(const uint8_t *bytes, size_t count, uint8_t *digest) {
    SHA256_CTX state;
    SHA256_Init(&state);
    SHA256_Update(&state, bytes, count);
    SHA256_Final(digest, &state);
}

uint64_t keur_sha256_top(const uint8_t *bytes, size_t count) {
    uint8_t digest[KEUR_SHA256_LENGTH];
    uint64_t top = 0;
    keur_sha256(bytes, count, digest);
    for (int i = 0; i < 8; i++) top = top << 8 | digest[i];
    return top;
}
