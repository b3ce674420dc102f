/// Writes JSON piece by piece: commas and escapes are its business, the order of members is the caller's.
package struct JSONWriter: ~Copyable {
    var buffer = ByteBuffer()
    private var needsComma = false

    package init() {}

    package consuming func finish() -> ByteBuffer { buffer }

    package mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    package mutating func array<Element>(_ elements: [Element], _ body: (inout JSONWriter, Element) -> Void) {
        open(UInt8(ascii: "["))
        for element in elements { body(&self, element) }
        close(UInt8(ascii: "]"))
    }

    package mutating func key(_ name: StaticString) {
        comma()
        buffer.append(UInt8(ascii: "\""))
        buffer.append(name)
        buffer.append("\":")
        needsComma = false
    }

    package mutating func string(_ text: String) {
        comma()
        JSONText.append(text, to: &buffer)
    }

    package mutating func number(_ number: Int) {
        comma()
        buffer.append(number: number)
    }

    package mutating func bool(_ flag: Bool) {
        comma()
        buffer.append(flag ? "true" : "false")
    }

    package mutating func null() {
        comma()
        buffer.append("null")
    }

    /// An amount in units with two decimals; a number, exact to the hundredth.
    package mutating func amount(hundredths: Int64) {
        comma()
        buffer.append(hundredths: hundredths)
    }

    package mutating func member(_ name: StaticString, _ text: String) {
        key(name)
        string(text)
    }

    package mutating func member(_ name: StaticString, _ value: Int) {
        key(name)
        number(value)
    }

    package mutating func member(_ name: StaticString, hundredths: Int64) {
        key(name)
        amount(hundredths: hundredths)
    }

    package mutating func member(_ name: StaticString, _ texts: [String]) {
        key(name)
        array(texts) { $0.string($1) }
    }

    /// Begins a new line, for the eyes of whoever opens the file.
    package mutating func newline() {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        needsComma = false
        buffer.append(UInt8(ascii: "\n"))
    }

    private mutating func comma() {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        comma()
        buffer.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        buffer.append(bracket)
        needsComma = true
    }
}

/// A text of JSON with its quotes.
enum JSONText {
    /// Escapes what JSON asks for, DEL, and the byte order mark, which some readers drop at the start of a text.
    static func append(_ text: String, to buffer: inout ByteBuffer) {
        text.withUTF8Bytes { bytes in
            buffer.append(UInt8(ascii: "\""))
            var start = 0
            for index in bytes.indices {
                let byte = bytes[index]
                let isMark = byte == 0xEF && bytes[index...].starts(with: [0xEF, 0xBB, 0xBF])
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F || isMark
                else { continue }
                buffer.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                if isMark { buffer.append("\\ufeff") } else { appendEscape(byte, to: &buffer) }
                start = index + (isMark ? 3 : 1)
            }
            buffer.append(UnsafeBufferPointer(rebasing: bytes[start...]))
            buffer.append(UInt8(ascii: "\""))
        }
    }

    private static func appendEscape(_ byte: UInt8, to buffer: inout ByteBuffer) {
        switch byte {
        case UInt8(ascii: "\""): buffer.append("\\\"")
        case UInt8(ascii: "\\"): buffer.append("\\\\")
        case 0x09: buffer.append("\\t")
        case 0x0A: buffer.append("\\n")
        case 0x0D: buffer.append("\\r")
        default:
            buffer.append("\\u00")
            for digit in [byte >> 4, byte & 15] {
                buffer.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}
