import Foundation

extension StandardLibrary {
    /// Source: cel-go, ext/encoders.go.
    static let encoders: [FunctionDeclaration] = [
        FunctionDeclaration(
            "base64.encode",
            "The bytes as Base64 text.",
            examples: [.init("base64.encode(b'hello')", "'aGVsbG8='")],
            overloads: [
                .global("base64_encode_bytes", [.bytes], .string) { values throws(EvaluationError) in
                    guard case .bytes(let bytes) = values[0] else { throw .doesNotTake("base64.encode", values) }
                    return .string(Data(bytes).base64EncodedString())
                }
            ]
        ),
        FunctionDeclaration(
            "base64.decode",
            "The bytes of a Base64 text; the padding may be missing.",
            examples: [.init("base64.decode('aGVsbG8')", "b'hello'")],
            overloads: [
                .global("base64_decode_string", [.string], .bytes) { values throws(EvaluationError) in
                    let text = try Arguments(values, of: "base64.decode").string(0)
                    let digits = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }.count
                    let padding = (4 - digits % 4) % 4
                    // Foundation also takes padding too much, and nothing but padding.
                    guard padding < 3, [0, padding].contains(text.utf8.count - digits),
                        let data = Data(
                            base64Encoded: text.prefix(digits) + String(repeating: "=", count: padding))
                    else { throw unreadable("Base64") }
                    return .bytes(Array(data))
                }
            ]
        ),
    ]
}
