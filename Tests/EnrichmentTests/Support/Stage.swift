import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP
import Synchronization
import TestSupport

/// Where a case is played: the connector as it ships asks a server on this machine that answers from the fixtures.
final class Stage: Sendable {
    private static let library = ConnectorLibrary(
        folder: TestFiles.root.appending(path: "Sources/Enrichment/Connectors").path)

    /// The connectors that ship, and the sample to start one's own from.
    static let names = library.names + ["example-bureau"]

    private final class Act: Sendable {
        struct State {
            var altered: @Sendable (Int, LoopbackServer.Reply) -> LoopbackServer.Reply = { $1 }
            var served: [Int: Int] = [:]
            var unexpected: [String] = []
        }

        let state = Mutex(State())
        let address = Mutex("")

        func reply(to request: LoopbackServer.Request, of script: ContractCase) -> LoopbackServer.Reply {
            let line = "\(request.method) \(request.target)"
            let fitting = script.exchanges.indices.filter { index in
                let exchange = script.exchanges[index]
                return exchange.request == line && (exchange.having.isEmpty || request.text.contains(exchange.having))
            }
            let (index, altered) = state.withLock { state in
                let index = fitting.first { state.served[$0] == nil } ?? fitting.last
                if let index { state.served[index, default: 0] += 1 } else { state.unexpected.append(line) }
                return (index, state.altered)
            }
            guard let index else { return .answer(418, body: "no such request in the case") }
            let exchange = script.exchanges[index]
            let body = exchange.body.replacing("{server}", with: address.withLock { $0 })
            return altered(index, .answer(exchange.status, headers: exchange.headers, body: body))
        }
    }

    private let script: ContractCase
    private let act: Act
    private let server: LoopbackServer
    private let connector: Connector
    private let exports: URL

    init(_ script: ContractCase) throws {
        let act = Act()
        server = try LoopbackServer { act.reply(to: $0, of: script) }
        let url = server.url
        act.address.withLock { $0 = url }
        exports = try Self.exports(of: script)
        connector = try Self.connector(script, at: url, exports.path)
        self.script = script
        self.act = act
    }

    deinit {
        server.close()
        try? FileManager.default.removeItem(at: exports)
    }

    /// The connector's CSV files in a folder of their own, as if they had been written on a certain day.
    private static func exports(of script: ContractCase) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keur-test-\(UUID().uuidString)")
        let manager = FileManager.default
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        let fixtures = ContractCase.folder(script.connector)
        for name in try manager.contentsOfDirectory(atPath: fixtures.path) where name.hasSuffix(".csv") {
            let copy = folder.appending(path: name)
            try manager.copyItem(at: fixtures.appending(path: name), to: copy)
            let day = Date(timeIntervalSince1970: 1_788_220_800)
            try manager.setAttributes([.modificationDate: day], ofItemAtPath: copy.path)
        }
        return folder
    }

    /// Plays the case. `customer` takes the place of the case's own; `altered` that of an answer, given the position of its
    /// exchange.
    func play(
        customer: [String: String]? = nil,
        altered: @escaping @Sendable (Int, LoopbackServer.Reply) -> LoopbackServer.Reply = { $1 }
    ) async throws -> Performance {
        act.state.withLock { $0 = Act.State(altered: altered) }
        let before = server.requests.count
        let fetcher = Fetcher(client: HTTPClient(), store: nil, secrets: Secrets(script.secrets))
        let answer = await Enricher.ask(connector, about: Subject(customer ?? script.customer), fetcher: fetcher)
        return Performance(
            connector: connector, answer: answer, requests: Array(server.requests.dropFirst(before)),
            unexpected: act.state.withLock { $0.unexpected }, server: server.url, exports: exports.path)
    }

    /// The connector as a plan would have it that points it here: the path of its base URL stays, its pace does not.
    private static func connector(_ script: ContractCase, at server: String, _ exports: String) throws -> Connector {
        let path = try URL(string: shipped(script.connector).baseURL)?.path ?? ""
        var overrides = try YAMLParser.parse(
            """
            base_url: "\(server)\(path)"
            rate: { per_second: 10000, burst: 10000, first_pause: 0, longest_wait: 1 }
            timeout: { total: 20 }
            """, file: "the stage")
        if let own = script.overrides, case .mapping(let entries)? = overrides?.content {
            overrides?.content = .mapping(
                entries + own.replacing("{server}", with: server).replacing("{fixtures}", with: exports).entries)
        }
        return try shipped(script.connector, overrides: overrides)
    }

    static func shipped(_ name: String, overrides: YAMLNode? = nil) throws -> Connector {
        let diagnostics = DiagnosticsCollector()
        let sample = TestFiles.root.appending(path: "samples/connectors/\(name).yaml").path
        let reference = library.names.contains(name) ? name : sample
        let connector = library.connector(reference, overrides: overrides, diagnostics: diagnostics)
        try diagnostics.throwIfAny()
        guard let connector else { throw FixtureError("there is no connector \(name)") }
        return connector
    }
}

/// What happened on a stage.
struct Performance {
    var connector: Connector
    var answer: ConnectorAnswer
    var requests: [LoopbackServer.Request]
    /// Requests for which the case has no answer.
    var unexpected: [String]
    var server: String
    var exports: String

    /// The requests as they came over the wire, then the answer in the normal form.
    func script(_ about: String) -> String {
        let asked = requests.map { request in
            let headers = request.headers.filter { !Self.routine.contains($0.key) }.sorted { $0.key < $1.key }
                .map { "\($0.key): \($0.value)\n" }.joined()
            let body = request.text.isEmpty ? "" : "\n\(request.text)\n"
            return "\(request.method) \(request.target)\n\(headers)\(body)\n"
        }
        let text = "# \(about)\n\n\(asked.joined())--- in the normal form\n\(answer.readableText)"
        return text.replacing(server, with: "{server}").replacing(exports, with: "{fixtures}")
            .replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/) { match in
                Self.isAboutNow(String(match.output.0)) ? "<now>" : String(match.output.0)
            }
            .replacing(/urn:uuid:[0-9a-f-]{36}/, with: "urn:uuid:<uuid>")
    }

    private static let routine: Set<String> = ["host", "user-agent", "accept-encoding", "content-length"]

    private static func isAboutNow(_ text: String) -> Bool {
        guard let date = try? Date(text, strategy: .iso8601) else { return false }
        return abs(date.timeIntervalSinceNow) < 3600
    }
}

extension YAMLNode {
    fileprivate func replacing(_ text: String, with other: String) -> YAMLNode {
        var node = self
        switch content {
        case .scalar(var scalar):
            scalar.text = scalar.text.replacing(text, with: other)
            node.content = .scalar(scalar)
        case .sequence(let items): node.content = .sequence(items.map { $0.replacing(text, with: other) })
        case .mapping(let entries):
            node.content = .mapping(
                entries.map { entry in
                    var entry = entry
                    entry.value = entry.value.replacing(text, with: other)
                    return entry
                })
        }
        return node
    }
}
