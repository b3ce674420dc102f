import Checks
import Enrichment
import Foundation
import TestSupport
import Testing

/// What every connector keeps to, whoever wrote it. The connectors are the files in the folder, the cases those of
/// `Fixtures/<connector>/cases.yaml`; neither is named here.
@Suite struct ConnectorContractTests {
    static let connectors = Stage.names

    /// The first case of each connector whose customer is known: its answers are what the others spoil.
    static let known = connectors.compactMap { connector in
        (try? ContractCase.all(of: connector))?.first { $0.outcomes.values.contains("found") && !$0.exchanges.isEmpty }
    }

    static let cases = connectors.flatMap { (try? ContractCase.all(of: $0)) ?? [] }

    @Test(arguments: connectors)
    func everyConnectorHasCasesOfEachOutcome(connector: String) throws {
        let outcomes = try ContractCase.all(of: connector).flatMap { Set($0.outcomes.values) }
        #expect(outcomes.contains("found"), "a known entity, with outcome: found")
        #expect(outcomes.contains("not known"), "an answer that is none, with outcome: not known")
        // Only a source that answers for every number has nothing that is not found.
        let isUnknown =
            outcomes.contains("not found") || outcomes.contains("none") || ["peppol", "vies"].contains(connector)
        #expect(isUnknown, "an unknown entity, with outcome: not found")
    }

    @Test(arguments: cases)
    func askedAndUnderstoodAsRecorded(script: ContractCase) async throws {
        let stage = try Stage(script)
        let performance = try await stage.play()
        #expect(performance.unexpected.isEmpty)
        for (part, outcome) in performance.answer.parts {
            let found = Faithfulness.word(outcome)
            if let wanted = script.outcomes[part.rawValue] {
                #expect(found == wanted, "\(part.rawValue)")
            } else if let wanted = script.outcomes[""], !["not asked", "none"].contains(found) {
                #expect(found == wanted, "\(part.rawValue)")
            }
        }
        #expect(try Golden.difference(performance.script(script.about), from: script.golden) == nil)
    }

    @Test(arguments: known)
    func refusalIsNotKnown(script: ContractCase) async throws {
        let performance = try await Stage(script).play { _, _ in .json(#"{"message":"who are you"}"#, status: 401) }
        for (part, outcome) in performance.answer.parts {
            #expect(["not known", "not asked"].contains(Faithfulness.word(outcome)), "\(part.rawValue)")
        }
        #expect(performance.answer.isNotKnown)
        // One look at each address: what refuses once refuses again. A login is tried once more at most.
        #expect(performance.requests.count <= 2)
    }

    @Test(arguments: known)
    func tokenThatDiedEarlyIsRenewedOnce(script: ContractCase) async throws {
        let stage = try Stage(script)
        let whole = try await stage.play()
        guard let login = whole.connector.loginPath else { return }
        let logins = Set(script.exchanges.indices.filter { script.exchanges[$0].request.hasSuffix(login) })
        let counter = Counter()
        let performance = try await stage.play { index, reply in
            logins.contains(index) || counter.next() > 1 ? reply : .json("{}", status: 401)
        }
        #expect(performance.requests.count == whole.requests.count + 2, "one refusal, one login more")
        for part in NormalForm.Part.allCases {
            let lie = Faithfulness.lie(
                in: performance.answer.parts[part], about: whole.answer.parts[part], named: part.rawValue)
            #expect(lie == nil)
            #expect(Faithfulness.word(performance.answer.parts[part]) == Faithfulness.word(whole.answer.parts[part]))
        }
    }

    /// What the steps say under `about`, held against answers that repeat another identifier than the one asked.
    @Test(arguments: connectors)
    func answerAboutAnotherIsNoAnswer(connector: String) async throws {
        var spoilt: Set<String> = []
        var repeating: Set<String> = []
        for script in try ContractCase.all(of: connector) where script.outcomes.values.contains("found") {
            let stage = try Stage(script)
            let whole = try await stage.play()
            repeating.formUnion(whole.connector.stepsThatRepeatWhatWasAsked)
            for answered in whole.answer.exchanges where repeating.contains(answered.step) {
                let isNone = whole.connector.saysNotFound(
                    Array(answered.body.utf8), status: answered.status ?? 0, ofStep: answered.step)
                let line = "\(answered.request.method) \(answered.request.url.dropFirst(whole.server.count))"
                guard !isNone, let body = Impostor.body(of: answered, answering: line, about: script.customer)
                else { continue }
                let performance = try await stage.play { index, reply in
                    let exchange = script.exchanges[index]
                    let isMeant = exchange.having.isEmpty || answered.request.body.contains(exchange.having)
                    guard isMeant, exchange.request == line else { return reply }
                    return .answer(exchange.status, headers: exchange.headers, body: body)
                }
                spoilt.insert(answered.step)
                for part in NormalForm.Part.allCases {
                    let lie = Faithfulness.lie(
                        in: performance.answer.parts[part], about: whole.answer.parts[part], named: part.rawValue)
                    #expect(lie == nil, "\(script.name): \(answered.step)")
                }
                #expect(
                    performance.answer.isNotKnown || performance.answer.isPartlyNotKnown,
                    "\(script.name): the answer of \(answered.step) is about another")
            }
        }
        #expect(repeating.subtracting(spoilt) == [], "a case in which the answer repeats what was asked")
    }

    @Test(arguments: cases)
    func hostileValuesStayInTheirPlace(script: ContractCase) async throws {
        let stage = try Stage(script)
        for customer in HostileSubject.variants(of: script.customer) {
            let performance = try await stage.play(customer: customer)
            for request in performance.requests { #expect(HostileSubject.breach(in: request) == nil) }
        }
    }

    @Test(arguments: known)
    func secretsAreNowhereToBeSeen(script: ContractCase) async throws {
        let stage = try Stage(script)
        let performance = try await stage.play()
        let shown = performance.answer.exchanges.map { exchange in
            ([exchange.request.url, exchange.request.body, exchange.body] + exchange.request.headers).joined()
        }
        let everything = shown.joined() + performance.answer.readableText + performance.answer.jsonText
        for (name, secret) in script.secrets { #expect(!everything.contains(secret), "\(name)") }
    }
}
