import Checks
import Diagnostics
import Enrichment
import HTTP
import Testing

extension Connector {
    /// A connector that a test writes itself.
    static func written(_ text: String) throws -> Connector {
        let diagnostics = DiagnosticsCollector()
        let connector = Connector.decode(text, file: "written.yaml", diagnostics: diagnostics)
        try diagnostics.throwIfAny()
        return try #require(connector)
    }

    /// What it tells of a company, asked by a fetcher of its own unless one is given.
    func answer(
        about fields: [String: String],
        secrets: [String: String] = [:],
        fetcher: Fetcher? = nil
    ) async -> ConnectorAnswer {
        let own = Fetcher(client: HTTPClient(), store: nil, secrets: Secrets(secrets))
        return await Enricher.ask(self, about: Subject(fields), fetcher: fetcher ?? own)
    }
}
