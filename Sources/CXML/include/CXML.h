#pragma once
#include <stddef.h>

/// What stands in a document, in order. Names are local; all texts are UTF-8 and end with a NUL.
struct keur_xml_sink {
    void (*start)(void *context, const char *name);
    void (*attribute)(void *context, const char *name, const char *value);
    void (*text)(void *context, const char *text);
    void (*end)(void *context);
};

enum keur_xml_result { KEUR_XML_READ, KEUR_XML_MALFORMED, KEUR_XML_HAS_DTD, KEUR_XML_TOO_DEEP };

/// Reads a whole document. Nothing is fetched, no entity beyond XML's own five is expanded, and a DTD ends the reading.
enum keur_xml_result keur_xml_read(
    const char *bytes, size_t count, int depth_limit, const struct keur_xml_sink *sink, void *context);
