import Checks
import Diagnostics
import Enrichment
import Foundation
import TestSupport
import Testing

@Suite struct ConnectorReferenceTests {
    @Test func connectorReferenceIsCurrent() throws {
        let diagnostics = DiagnosticsCollector()
        let library = ConnectorLibrary(folder: TestFiles.root.appending(path: "Sources/Enrichment/Connectors").path)
        let connectors = library.names.compactMap { library.connector($0, diagnostics: diagnostics) }
        try diagnostics.throwIfAny()
        let page = ConnectorReference.markdown(connectors, functions: ConnectorFunctions.all)
        #expect(try Golden.difference(page, from: TestFiles.root.appending(path: "docs/connector-reference.md")) == nil)
    }

    @Test(arguments: [
        (
            "steps: { a: { get: /x, file: { name: lei3, key: A, of: \"'1'\", answer: rows }, about: none } }",
            "'lei3' is not among 'files'; did you mean 'lei2'"
        ),
        ("rows: { lei3: row }", "'lei3' is not among 'files'; did you mean 'lei2'"),
        (
            "steps: { a: { get: /x, file: { name: lei2, key: A }, about: none } }",
            "a file needs 'name', 'key', 'of' and 'answer'"
        ),
        ("steps: { a: { get: /x, post: /y, about: none } }", "a step asks with either 'get' or 'post'"),
        ("steps: { files: { get: /x, about: none } }", "'files' has a meaning already; give it another name"),
        ("steps: { a: { get: /x } }", "'about' is missing in step 'a'; write about: { asked: number"),
        ("steps: { a: { get: /x, about: number } }", "about should be a mapping of keys to values"),
        ("steps: { a: { get: /x, about: { asked: b } } }", "'about' needs 'asked' and 'told', or is none"),
        ("steps: { a: { get: /x, about: { asked: b, told: body.c } } }", "unknown name 'b'"),
        (
            "base_url: http://bureau.example",
            "'http://bureau.example' is not asked over a connection that is not encrypted"
        ),
        (
            "register: { found: \"true\", legal_nam: a }",
            "unknown key 'legal_nam'; did you mean 'legal_name'"
        ),
        (
            "base_url: http://127.0.0.1.bureau.example/x",
            "'http://127.0.0.1.bureau.example/x' is not asked over a connection that is not encrypted"
        ),
        ("base_url: http://localhost@bureau.example", "over a connection that is not encrypted"),
        ("register: { found: stepp }", "unknown name 'stepp'"),
        ("when: now > timestamp('2026-01-01T00:00:00Z')", "unknown name 'now'; 'now' stands in requests alone"),
        ("let: { key: secret.KEUR_X }", "unknown name 'secret'; 'secret' stands in requests alone"),
        ("register: { found: uuid != '' }", "unknown name 'uuid'; 'uuid' stands in requests alone"),
        ("register: { legal_name: a }", "'found' is missing; say when the answers mean that there is such an entity"),
    ])
    func mistakeIsShownWithItsPlace(line: String, message: String) throws {
        var parts = [
            "connector": "connector: test", "base_url": "base_url: https://bureau.example",
            "files": "files: { lei2: }",
            "steps": "steps: { a: { get: /x, file: { name: lei2, key: A, of: \"'1'\", answer: rows }, about: none } }",
            "register": "register: { found: a != null }",
        ]
        parts[String(line.prefix { $0 != ":" })] = line
        let diagnostics = DiagnosticsCollector()
        let text = parts.sorted { $0.key < $1.key }.map { $0.value + "\n" }.joined()
        #expect(Connector.decode(text, file: "my/bureau.yaml", diagnostics: diagnostics) == nil)
        let messages = diagnostics.all.map(\.description)
        #expect(messages.contains { $0.hasPrefix("my/bureau.yaml:") && $0.contains(message) }, "\(messages)")
    }
}
