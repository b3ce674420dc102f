#include "CXML.h"
#include <limits.h>
#include <libxml/xmlreader.h>

static enum keur_xml_result take(
    xmlTextReaderPtr reader, int depth_limit, const struct keur_xml_sink *sink, void *context) {
    switch (xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
        return KEUR_XML_HAS_DTD;
    case XML_READER_TYPE_ELEMENT: {
        if (xmlTextReaderDepth(reader) > depth_limit) return KEUR_XML_TOO_DEEP;
        int is_empty = xmlTextReaderIsEmptyElement(reader);
        sink->start(context, (const char *)xmlTextReaderConstLocalName(reader));
        while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
            if (xmlTextReaderIsNamespaceDecl(reader) == 1) continue;
            sink->attribute(
                context, (const char *)xmlTextReaderConstLocalName(reader),
                (const char *)xmlTextReaderConstValue(reader));
        }
        if (is_empty) sink->end(context);
        return KEUR_XML_READ;
    }
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        sink->text(context, (const char *)xmlTextReaderConstValue(reader));
        return KEUR_XML_READ;
    case XML_READER_TYPE_END_ELEMENT:
        sink->end(context);
        return KEUR_XML_READ;
    default:
        return KEUR_XML_READ;
    }
}

enum keur_xml_result keur_xml_read(
    const char *bytes, size_t count, int depth_limit, const struct keur_xml_sink *sink, void *context) {
    if (count > INT_MAX) return KEUR_XML_MALFORMED;
    xmlTextReaderPtr reader = xmlReaderForMemory(
        bytes, (int)count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (reader == NULL) return KEUR_XML_MALFORMED;
    enum keur_xml_result result = KEUR_XML_READ;
    int state;
    while (result == KEUR_XML_READ && (state = xmlTextReaderRead(reader)) != 0) {
        result = state < 0 ? KEUR_XML_MALFORMED : take(reader, depth_limit, sink, context);
    }
    xmlFreeTextReader(reader);
    return result;
}
