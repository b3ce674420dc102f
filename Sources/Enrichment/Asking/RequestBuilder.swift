import CEL
import Checks
import Foundation
import HTTP

/// Why a source's answer is not known; lower case, without a full stop, and never with a secret in it.
public struct NotKnown: Error, Hashable, Sendable {
    public let reason: String
    /// There is an answer, and somebody has to judge whether it is about the customer.
    let isUndecided: Bool

    /// The source has answered, and would answer the same again.
    let isRefusal: Bool

    init(_ reason: String, isUndecided: Bool = false, isRefusal: Bool = false) {
        self.reason = reason
        self.isUndecided = isUndecided
        self.isRefusal = isRefusal
    }

    static let undocumented = "the answer is not as it is documented"

    /// What an expression says itself with `notKnown`; else `what`, and why it failed.
    init(_ error: EvaluationError, failing what: String) {
        self.init(error.kind == .notKnown ? error.message : "\(what): \(error.message)")
    }
}

/// A request, and the same as it may be shown and kept: without secrets.
struct BuiltRequest: Sendable {
    var request: HTTPRequest
    var shown: ShownRequest
}

/// A request as evidence.
public struct ShownRequest: Hashable, Sendable {
    public var method: String
    public var url: String
    public var headers: [String]
    public var body: String

    /// Tells questions apart: whatever of a request differs from customer to customer is in it.
    func key(of step: String, of connector: String) -> String {
        // A header cannot hold a line break: the empty line ends them.
        let parts = [connector, step, method, url] + headers + ["", body]
        return ConnectorFunctions.sha256(parts.joined(separator: "\n")).hexText
    }
}

/// Fills in the templates of a request, each value escaped for its place.
struct RequestBuilder {
    let activation: Activation

    func text(_ template: CompiledTemplate, escaping: (String) -> String) throws(NotKnown) -> String {
        var text = ""
        for part in template.parts {
            switch part {
            case .text(let plain): text += plain
            case .expression(_, let program): text += escaping(try value(program).plainText)
            }
        }
        return text
    }

    private func value(_ program: Program) throws(NotKnown) -> Value {
        switch program.evaluate(activation) {
        case .success(let value): return value
        case .failure(let error): throw NotKnown(error, failing: "the request cannot be put together")
        }
    }

    /// The only part of a template, if it is an expression.
    private func single(_ template: CompiledTemplate) -> Program? {
        if template.parts.count == 1, case .expression(_, let program) = template.parts[0] { program } else { nil }
    }

    /// A whole URL, or one below `base`, be there a slash between them or not; every value in its path is one segment.
    func url(_ template: CompiledTemplate, base: String) throws(NotKnown) -> String {
        if let program = single(template) { return Self.absolute(try value(program).plainText, base: base) }
        for part in template.parts {
            if case .expression(_, let program) = part, try value(program).plainText.isEmpty {
                throw NotKnown("the request cannot be put together: a part of its path is empty")
            }
        }
        var text = try text(template, escaping: Self.escaped)
        // What a setting puts in front, as in `{setting.login}/token`, is an address rather than a segment.
        if case .expression(_, let program)? = template.parts.first {
            let address = try value(program).plainText
            if address.contains("://") { text = address.withoutSlash + text.dropFirst(Self.escaped(address).count) }
        }
        if text.contains("://") { return text }
        return text.isEmpty || "/?".contains(text.prefix(1)) ? base + text : "\(base)/\(text)"
    }

    /// A link as answers give it: whole, from the host's root, or below the base.
    static func absolute(_ link: String, base: String) -> String {
        if link.contains("://") { return link }
        guard link.hasPrefix("/") else { return "\(base)/\(link)" }
        let host = base.range(of: "://").map { base[$0.upperBound...] } ?? base[...]
        return String(base[..<(host.firstIndex(of: "/") ?? base.endIndex)]) + link
    }

    /// Parameters whose value is empty are left out.
    func query(_ parameters: [(name: String, value: CompiledTemplate)]) throws(NotKnown) -> [String] {
        var pairs: [String] = []
        for parameter in parameters {
            if let program = single(parameter.value), case .list(let items) = try value(program) {
                pairs += items.map { "\(Self.escaped(parameter.name))=\(Self.escaped($0.plainText))" }
                continue
            }
            let text = try text(parameter.value) { $0 }
            if !text.isEmpty { pairs.append("\(Self.escaped(parameter.name))=\(Self.escaped(text))") }
        }
        return pairs
    }

    /// Line breaks and other control characters cannot stand in a header.
    func headers(_ headers: [(name: String, value: CompiledTemplate)]) throws(NotKnown) -> [(
        name: String, value: String
    )] {
        var result: [(name: String, value: String)] = []
        for header in headers {
            let value = try text(header.value) {
                String($0.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
            }
            if !value.isEmpty { result.append((header.name, value)) }
        }
        return result
    }

    func basic(_ pair: (user: CompiledTemplate, password: CompiledTemplate)) throws(NotKnown) -> String {
        let text = "\(try text(pair.user) { $0 }):\(try text(pair.password) { $0 })"
        return "Basic \(Data(text.utf8).base64EncodedString())"
    }

    /// The body and its content type.
    func body(_ body: BodyTemplate) throws(NotKnown) -> (text: String, type: String) {
        switch body {
        case .json(let template): return (try json(template)?.jsonText ?? "{}", "application/json")
        case .form(let fields):
            return (try query(fields).joined(separator: "&"), "application/x-www-form-urlencoded")
        case .xml(let template):
            return (try text(template, escaping: Self.escapedForXML), "text/xml; charset=utf-8")
        }
    }

    /// A template that is one expression keeps its value's type; what is empty is left out.
    private func json(_ template: JSONTemplate) throws(NotKnown) -> Value? {
        switch template {
        case .object(let members):
            var entries: [(key: Value, value: Value)] = []
            for member in members {
                if let value = try json(member.value) { entries.append((.string(member.name), value)) }
            }
            do throws(EvaluationError) {
                return .map(try MapValue(entries))
            } catch {
                throw NotKnown(error, failing: "the request cannot be put together")
            }
        case .array(let items):
            var values: [Value] = []
            for item in items { if let value = try json(item) { values.append(value) } }
            return .list(values)
        case .value(let template):
            if let program = single(template) {
                let value = try value(program)
                return value.isNothing ? nil : value
            }
            let text = try text(template) { $0 }
            return text.isEmpty ? nil : .string(text)
        }
    }

    /// Percent encoding of all but RFC 3986's unreserved characters.
    static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let code = String(byte, radix: 16, uppercase: true)
                result += "%" + (code.count < 2 ? "0" + code : code)
            }
        }
        // As a whole segment, these would walk up the path.
        return result == "." ? "%2E" : result == ".." ? "%2E%2E" : result
    }

    static func escapedForXML(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&apos;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
