#include "CTLS.h"
#include <openssl/ssl.h>

static int choose(
    SSL *ssl, const unsigned char **chosen, unsigned char *length, const unsigned char *offered, unsigned int count,
    void *unused
) {
    (void)ssl;
    (void)unused;
    static const unsigned char ours[] = "\x02h2";
    if (SSL_select_next_proto((unsigned char **)chosen, length, ours, 3, offered, count) == OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_OK;
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

void *keur_tls_context(const char *certificate_file, const char *key_file) {
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    if (context == NULL) return NULL;
    if (SSL_CTX_use_certificate_chain_file(context, certificate_file) != 1
        || SSL_CTX_use_PrivateKey_file(context, key_file, SSL_FILETYPE_PEM) != 1) {
        SSL_CTX_free(context);
        return NULL;
    }
    SSL_CTX_set_alpn_select_cb(context, choose, NULL);
    return context;
}

void keur_tls_context_free(void *context) { SSL_CTX_free(context); }

void *keur_tls_accept(void *context, int socket) {
    SSL *connection = SSL_new(context);
    if (connection == NULL) return NULL;
    if (SSL_set_fd(connection, socket) != 1 || SSL_accept(connection) != 1) {
        SSL_free(connection);
        return NULL;
    }
    return connection;
}

int keur_tls_read(void *connection, uint8_t *bytes, int count) { return SSL_read(connection, bytes, count); }

int keur_tls_has_more(void *connection) { return SSL_pending(connection) > 0; }

int keur_tls_write(void *connection, const uint8_t *bytes, int count) { return SSL_write(connection, bytes, count); }

void keur_tls_free(void *connection) { SSL_free(connection); }
