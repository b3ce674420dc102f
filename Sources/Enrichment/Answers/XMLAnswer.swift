public import CEL
import CXML

/// XML as a value: an element is a map from the local names of its children and attributes (`@name`) to their values, a
/// list where a name stands more than once; one with nothing but text is that text.
///
/// Namespaces do not count. Documents with a DTD are refused, and so are encodings, other than UTF-16, that do not
/// write markup as ASCII does.
public enum XMLAnswer {
    /// Under which an element with attributes or children has its text.
    public static let textKey = "#text"

    public struct Failure: Error {
        public var message: String
    }

    public static func read(_ bytes: [UInt8]) throws(Failure) -> Value {
        let bytes = inUTF8(bytes)
        if let objection = bytes.withUnsafeBytes({ XMLOutline($0).objection }) { throw Failure(message: objection) }
        let builder = Builder()
        let sink = keur_xml_sink(
            start: { Builder.of($0)?.start(XMLAnswer.text($1)) },
            attribute: { Builder.of($0)?.add(.string(XMLAnswer.text($2)), under: "@" + XMLAnswer.text($1)) },
            text: { Builder.of($0)?.add(text: XMLAnswer.text($1)) },
            end: { Builder.of($0)?.end() }
        )
        let result = withUnsafePointer(to: sink) { sink in
            bytes.withUnsafeBytes { memory in
                keur_xml_read(
                    memory.bindMemory(to: CChar.self).baseAddress, memory.count, 200, sink,
                    Unmanaged.passUnretained(builder).toOpaque())
            }
        }
        switch result {
        case KEUR_XML_READ: return builder.document
        case KEUR_XML_HAS_DTD: throw Failure(message: "it has a DTD")
        case KEUR_XML_TOO_DEEP: throw Failure(message: "it is nested too deeply")
        default: throw Failure(message: "it is not well-formed XML")
        }
    }

    /// UTF-16 as UTF-8, without the declaration that says otherwise; anything else as it is.
    private static func inUTF8(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count.isMultiple(of: 2), bytes.count >= 4 else { return bytes }
        let isLittle = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0x3C]) else { return bytes }
        let units = stride(from: 0, to: bytes.count, by: 2).map { place in
            UInt16(bytes[place + (isLittle ? 1 : 0)]) << 8 | UInt16(bytes[place + (isLittle ? 0 : 1)])
        }
        guard let text = String(validating: units, as: UTF16.self) else { return bytes }
        let markup = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
        guard markup.starts(with: "<?xml".unicodeScalars), let end = markup.firstIndex(of: ">") else {
            return Array(String(markup).utf8)
        }
        return Array(String(markup[markup.index(after: end)...]).utf8)
    }

    private static func text(_ characters: UnsafePointer<CChar>?) -> String {
        characters.map { String(cString: $0) } ?? ""
    }

    /// Elements that are open, the document itself first.
    private final class Builder {
        private struct Element {
            var name: String
            var names: [String] = []
            var values: [String: [Value]] = [:]
            var text = ""

            mutating func add(_ value: Value, under name: String) {
                if values[name] == nil { names.append(name) }
                values[name, default: []].append(value)
            }

            var value: Value {
                let text = text.trimmed
                if names.isEmpty { return .string(text) }
                var whole = self
                if !text.isEmpty { whole.add(.string(text), under: XMLAnswer.textKey) }
                return whole.map
            }

            var map: Value {
                let entries = names.map { name -> (key: Value, value: Value) in
                    let all = values[name] ?? []
                    return (.string(name), all.count == 1 ? all[0] : .list(all))
                }
                // Names differ, so they always make a map.
                return (try? MapValue(entries)).map { .map($0) } ?? .null
            }
        }

        private var open = [Element(name: "")]

        static func of(_ context: UnsafeMutableRawPointer?) -> Builder? {
            context.map { Unmanaged<Builder>.fromOpaque($0).takeUnretainedValue() }
        }

        var document: Value { open[0].map }

        func start(_ name: String) { open.append(Element(name: name)) }

        func add(_ value: Value, under name: String) { open[open.count - 1].add(value, under: name) }

        func add(text: String) { open[open.count - 1].text += text }

        func end() {
            let element = open.removeLast()
            open[open.count - 1].add(element.value, under: element.name)
        }
    }
}
