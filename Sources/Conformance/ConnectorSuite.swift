import CEL
import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP
import TestSupport

/// The report on the recorded answers of providers among `files`; nil when there are none.
///
/// A server on this machine plays the provider, and the connector that ships asks it.
func connectorSuite(_ files: [URL]) async -> SuiteReport? {
    var outcomes: [CaseOutcome] = []
    for file in files {
        for sample in ConnectorSample.all(in: file) {
            let id = file.lastPathComponent + (sample.about.isEmpty ? "" : " (\(sample.about))")
            outcomes.append(CaseOutcome(id: id, result: await sample.run()))
        }
    }
    return outcomes.isEmpty ? nil : SuiteReport(name: "connectors", outcomes: outcomes)
}

extension ConnectorSample {
    fileprivate func run() async -> CaseOutcome.Result {
        do {
            let server = try LoopbackServer(reply)
            defer { server.close() }
            let overrides = try YAMLParser.parse(
                """
                base_url: "\(server.url)"
                rate: { per_second: 10000, burst: 10000, first_pause: 0 }
                \(settings.replacing("{server}", with: server.url))
                """,
                file: "the suite")
            let library = ConnectorLibrary(
                folder: TestFiles.root.appending(path: "Sources/Enrichment/Connectors").path)
            let diagnostics = DiagnosticsCollector()
            guard let connector = library.connector(self.connector, overrides: overrides, diagnostics: diagnostics)
            else { return .failed(Diagnostics(diagnostics.all).description) }
            let secrets = Secrets(Dictionary(uniqueKeysWithValues: connector.secrets.map { ($0, "a-secret") }))
            let fetcher = Fetcher(client: HTTPClient(), store: nil, secrets: secrets)
            let answer = await Enricher.ask(connector, about: Subject(customer), fetcher: fetcher)
            return judge(answer)
        } catch {
            return .failed("\(error)")
        }
    }

    private func judge(_ answer: ConnectorAnswer) -> CaseOutcome.Result {
        guard !answer.exchanges.isEmpty else {
            return .skipped(reason: "the company's number is not one that exists, so nobody is asked")
        }
        for part in NormalForm.Part.supplied {
            guard let wanted = outcomes[part.rawValue] else { continue }
            let found = answer.outcome(of: part)
            if found != wanted { return .failed("\(part.rawValue): \(found), expected \(wanted)") }
        }
        for (path, wanted) in facts.sorted(by: { $0.key < $1.key }) where !wanted.isEmpty {
            let told = answer.text(at: path)
            if told != wanted { return .failed("\(path): '\(told)', expected '\(wanted)'") }
        }
        return .passed
    }
}

extension ConnectorAnswer {
    fileprivate func outcome(of part: NormalForm.Part) -> String {
        switch parts[part] {
        case .known(let records): records.isEmpty ? "none" : "found"
        case .notFound: "not found"
        case .notAsked, nil: "not asked"
        default: "not known"
        }
    }

    /// What stands under a path such as `register.address.city`, of the first record and of the first in a list; days without
    /// their time. `count` is how many records there are, `open` the day of the first event that opens something.
    fileprivate func text(at path: String) -> String {
        var names = path.split(separator: ".").map(String.init)
        guard let part = NormalForm.Part(rawValue: names.removeFirst()), case .known(let records)? = parts[part] else {
            return ""
        }
        if names == ["count"] { return String(records.count) }
        var record = records.first
        if names == ["open"] { (record, names) = (records.first { $0.text("effect") == "opened" }, ["date"]) }
        while names.count > 1 {
            let name = names.removeFirst()
            record = record?.record(name) ?? record?.records(name).first
        }
        switch record?[names[0]] {
        case .string(let text)?: return text
        case .timestamp(let moment)?: return String(moment.description.prefix(10))
        default: return record?.reason(names[0]).map { "not known: \($0)" } ?? ""
        }
    }
}
