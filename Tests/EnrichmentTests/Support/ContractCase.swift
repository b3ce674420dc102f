import Checks
import Foundation
import TestSupport
import Testing

/// One case of a connector's `cases.yaml`: whom it is asked about, what the provider answers, and what must come out.
struct ContractCase: Sendable, CustomTestStringConvertible {
    /// A request that the provider expects, and its answer. Of several for the same request each serves once, the last
    /// for good.
    struct Exchange: Sendable {
        /// `GET /path?query`, as it goes over the wire.
        var request: String
        /// What the request's body has to contain; tells calls of one address apart.
        var having: String
        var status: Int
        var headers: [String: String]
        var body: String
    }

    var connector: String
    var name: String
    var about: String
    var customer: [String: String]
    var secrets: [String: String]
    /// What a plan would say under `settings`, apart from the base URL and the pace.
    var overrides: YAMLNode?
    /// By part of the normal form; under `` that of all parts that were asked.
    var outcomes: [String: String]
    var exchanges: [Exchange]

    var testDescription: String { "\(connector): \(name)" }

    /// What must have been asked, and what must come out of it.
    var golden: URL { Self.folder(connector).appending(path: "\(name).txt") }

    static func folder(_ connector: String) -> URL { TestFiles.fixture("../Fixtures/\(connector)") }

    /// The cases of one connector in their order.
    static func all(of connector: String) throws -> [ContractCase] {
        let file = folder(connector).appending(path: "cases.yaml")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw FixtureError("\(connector) has no Fixtures/\(connector)/cases.yaml")
        }
        let root = try YAMLParser.parse(text, file: "Fixtures/\(connector)/cases.yaml")
        let secrets = root?["secrets"]?.texts ?? [:]
        return try (root?["cases"]?.entries ?? []).map { entry in
            let node = entry.value
            return ContractCase(
                connector: connector,
                name: entry.key.text,
                about: node["about"]?.text ?? "",
                customer: node["customer"]?.texts ?? [:],
                secrets: secrets,
                overrides: node["settings"],
                outcomes: node["outcome"]?.text.map { ["": $0] } ?? node["outcome"]?.texts ?? [:],
                exchanges: try (node["exchanges"]?.items ?? []).map { try exchange($0, of: connector) }
            )
        }
    }

    private static func exchange(_ node: YAMLNode, of connector: String) throws -> Exchange {
        guard let request = node["request"]?.text else {
            throw FixtureError("\(connector): an exchange has no request")
        }
        var headers = node["headers"]?.texts ?? [:]
        var body = node["text"]?.text ?? ""
        if let file = node["answer"]?.text {
            body = try String(contentsOf: folder(connector).appending(path: file), encoding: .utf8)
            headers["Content-Type"] =
                headers["Content-Type"] ?? (file.hasSuffix(".xml") ? "text/xml" : "application/json")
        }
        return Exchange(
            request: request, having: node["having"]?.text ?? "", status: node["status"]?.text.flatMap(Int.init) ?? 200,
            headers: headers, body: body)
    }
}

struct FixtureError: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}

extension YAMLNode {
    var text: String? { if case .scalar(let scalar) = content, !isNull { scalar.text } else { nil } }
    var items: [YAMLNode] { if case .sequence(let items) = content { items } else { [] } }
    var entries: [Entry] { if case .mapping(let entries) = content { entries } else { [] } }
    var texts: [String: String] {
        Dictionary(entries.map { ($0.key.text, $0.value.text ?? "") }) { $1 }
    }

    subscript(key: String) -> YAMLNode? { entries.first { $0.key.text == key }?.value }
}
