/// Why a text is not JSON.
public struct JSONError: Error, Hashable, Sendable {
    public var message: String
    /// In bytes.
    public var offset: Int

    public init(message: String, offset: Int) {
        self.message = message
        self.offset = offset
    }
}

extension Value {
    /// Reads one JSON text: whole numbers that fit are ints, others doubles; of members with the same name the last counts.
    ///
    /// Source: RFC 8259. Strict: no comments, no trailing commas, nothing behind the value, at most 200 levels.
    public init(json bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes)
        self = try reader.document()
    }
}

private struct JSONReader {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A byte order mark is not allowed, and all too common.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func document() throws(JSONError) -> Value {
        let value = try value()
        skipBlanks()
        guard position == bytes.count else { throw error("there is something behind the value") }
        return value
    }

    private func error(_ message: String) -> JSONError { JSONError(message: message, offset: position) }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(JSONError) -> Value {
        skipBlanks()
        guard let byte = next else { throw error("the text ends too early") }
        switch byte {
        case UInt8(ascii: "{"): return try nested { (reader) throws(JSONError) in try reader.object() }
        case UInt8(ascii: "["): return try nested { (reader) throws(JSONError) in try reader.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(_ body: (inout JSONReader) throws(JSONError) -> Value) throws(JSONError) -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 200 else { throw error("it is nested too deeply") }
        position += 1
        return try body(&self)
    }

    private mutating func word(_ text: StaticString, _ value: Value) throws(JSONError) -> Value {
        let count = text.utf8CodeUnitCount
        let isThere = text.withUTF8Buffer { bytes[position...].prefix(count).elementsEqual($0) }
        guard isThere else { throw error("unexpected character") }
        position += count
        return value
    }

    private mutating func object() throws(JSONError) -> Value {
        var keys: [String] = []
        var values: [String: Value] = [:]
        skipBlanks()
        if !take(UInt8(ascii: "}")) {
            repeat {
                skipBlanks()
                guard next == UInt8(ascii: "\"") else { throw error("a name is missing") }
                let key = try string()
                skipBlanks()
                guard take(UInt8(ascii: ":")) else { throw error("':' is missing") }
                let member = try value()
                if values.updateValue(member, forKey: key) == nil { keys.append(key) }
                skipBlanks()
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "}")) else { throw error("'}' is missing") }
        }
        var map = MapBuilder()
        for key in keys {
            // Names that Swift takes for the same text may differ in bytes, never the other way round.
            do throws(EvaluationError) {
                try map.insert(values[key] ?? .null, for: .string(key))
            } catch {
                throw self.error(error.message)
            }
        }
        return .map(map.map)
    }

    private mutating func array() throws(JSONError) -> Value {
        var items: [Value] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .list(items) }
        repeat {
            items.append(try value())
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw error("']' is missing") }
        return .list(items)
    }

    private mutating func string() throws(JSONError) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw error("a text is not in UTF-8")
                }
                return string
            case UInt8(ascii: "\\"):
                position += 1
                text += try escape()
            case 0..<0x20: throw error("a control character stands in a text")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw error("the text ends too early")
    }

    /// What a backslash and the following stand for, in UTF-8.
    private mutating func escape() throws(JSONError) -> [UInt8] {
        guard let byte = next else { throw error("the text ends too early") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"):
            var code = try fourDigits()
            if (0xD800..<0xDC00).contains(code), next == UInt8(ascii: "\\"), position + 1 < bytes.count,
                bytes[position + 1] == UInt8(ascii: "u")
            {
                position += 2
                let low = try fourDigits()
                guard (0xDC00..<0xE000).contains(low) else { throw error("half a surrogate pair") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw error("half a surrogate pair") }
            return Array(String(scalar).utf8)
        default: throw error("unknown escape")
        }
    }

    private mutating func fourDigits() throws(JSONError) -> UInt32 {
        guard position + 4 <= bytes.count,
            let code = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16),
            bytes[position] != UInt8(ascii: "+"), bytes[position] != UInt8(ascii: "-")
        else { throw error("four hexadecimal digits are missing") }
        position += 4
        return code
    }

    private mutating func number() throws(JSONError) -> Value {
        let start = position
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 &- 48 < 10 } ?? false }
        _ = take(UInt8(ascii: "-"))
        guard isDigit(next) else { throw error("unexpected character") }
        if !take(UInt8(ascii: "0")) { while isDigit(next) { position += 1 } }
        if isDigit(next) { throw error("a number begins with 0") }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard isDigit(next) else { throw error("a digit is missing") }
            while isDigit(next) { position += 1 }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            position += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard isDigit(next) else { throw error("a digit is missing") }
            while isDigit(next) { position += 1 }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let whole = Int64(text) { return .int(whole) }
        guard let number = Double(text) else { throw error("a number cannot be read") }
        return .double(number)
    }
}
