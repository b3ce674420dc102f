#pragma once
#include <curl/curl.h>

/// libcurl's setters and getters are variadic, which Swift cannot call: one function for each type of argument.
typedef size_t (*keur_curl_sink)(char *bytes, size_t size, size_t count, void *context);

CURLcode keur_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode keur_curl_set_size(CURL *handle, CURLoption option, curl_off_t value);
CURLcode keur_curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode keur_curl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode keur_curl_set_sink(CURL *handle, CURLoption option, keur_curl_sink sink);
CURLcode keur_curl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode keur_curl_get_text(CURL *handle, CURLINFO info, const char **value);
CURLcode keur_curl_get_pointer(CURL *handle, CURLINFO info, void **value);
CURLMcode keur_curl_multi_set_long(CURLM *multi, CURLMoption option, long value);

/// The next finished transfer, taken out of the multi handle, or NULL when there is none.
CURL *keur_curl_finished(CURLM *multi, CURLcode *result);
