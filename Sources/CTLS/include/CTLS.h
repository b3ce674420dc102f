#pragma once
#include <stddef.h>
#include <stdint.h>

/// TLS for a server of the tests that speaks HTTP/2: OpenSSL's side of it. Nothing that ships links this.

/// A context for a certificate and its key (PEM) that agrees to HTTP/2 alone, or NULL.
void *keur_tls_context(const char *certificate_file, const char *key_file);
void keur_tls_context_free(void *context);

/// Takes over a connected socket; NULL when the other side does not agree.
void *keur_tls_accept(void *context, int socket);

/// Bytes read into `bytes`; 0 or less at the end.
int keur_tls_read(void *connection, uint8_t *bytes, int count);
/// Whether bytes have come already that `keur_tls_read` would give without waiting.
int keur_tls_has_more(void *connection);
int keur_tls_write(void *connection, const uint8_t *bytes, int count);
void keur_tls_free(void *connection);
