import Checks
import Enrichment
import Foundation
import TestSupport
import Testing

/// Answers that were damaged on their way, of every connector's first known customer.
@Suite struct DamagedAnswerTests {
    static let known = ConnectorContractTests.known

    /// In this process: what cannot be read is not known before anything else looks at it, wherever it was cut.
    @Test(arguments: known)
    func answerCutAtAnyByteIsNoAnswer(script: ContractCase) async throws {
        let whole = try await Stage(script).play()
        for exchange in whole.answer.exchanges where (200..<300).contains(exchange.status ?? 0) {
            let body = exchange.bytes
            for count in body.indices where whole.connector.canRead(Array(body[..<count]), ofStep: exchange.step) {
                Issue.record("\(exchange.step) is read when cut after \(count) bytes")
            }
        }
    }

    @Test(arguments: known)
    func cutAnswerSpoilsNoOther(script: ContractCase) async throws {
        let stage = try Stage(script)
        let whole = try await stage.play()
        for spoilt in script.exchanges.indices {
            let exchange = script.exchanges[spoilt]
            let body = exchange.body
            let isAskedOnce =
                script.exchanges.count { $0.request == exchange.request && $0.having == exchange.having } == 1
            guard isAskedOnce, (200..<300).contains(exchange.status), body.utf8.count > 8 else { continue }
            for (share, isAnnounced) in [(0.1, false), (0.5, true), (0.9, false)] {
                let count = Int(Double(body.utf8.count) * share)
                let performance = try await stage.play { index, reply in
                    guard index == spoilt else { return reply }
                    return isAnnounced
                        ? .cut(after: count, body: body) : .answer(200, body: String(body.prefix(count)))
                }
                for part in NormalForm.Part.allCases {
                    let lie = Faithfulness.lie(
                        in: performance.answer.parts[part], about: whole.answer.parts[part], named: part.rawValue)
                    #expect(lie == nil, "\(exchange.request) cut after \(count) bytes")
                }
                #expect(performance.answer.isNotKnown || performance.answer.isPartlyNotKnown)
            }
        }
    }

    /// One bit of the answer is another: it may say something else then, but where it cannot be read any more it says nothing.
    @Test(arguments: known)
    func answerWithAFlippedBitIsReadOrNotKnown(script: ContractCase) async throws {
        let stage = try Stage(script)
        let whole = try await stage.play()
        var random = SeededRandom(seed: 2026)
        for (step, body) in whole.answer.exchanges.filter({ $0.status == 200 }).map({ ($0.step, $0.bytes) }) {
            var (unread, tried) = (0, 0)
            // All are read here; some of each kind go over the wire and through the mappings too.
            for _ in 0..<500 {
                var damaged = body
                let place = Int.random(in: body.indices, using: &random)
                damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                let isRead = whole.connector.canRead(damaged, ofStep: step)
                guard isRead ? tried < 4 : unread < 4 else { continue }
                if isRead { tried += 1 } else { unread += 1 }
                let sent = damaged
                let performance = try await stage.play { index, reply in
                    let answer = script.exchanges[index].body.replacing("{server}", with: whole.server)
                    return Array(answer.utf8).starts(with: body) ? .bytes(200, body: sent) : reply
                }
                let answer = performance.answer
                if isRead {
                    #expect(!answer.parts.isEmpty)
                    continue
                }
                for part in NormalForm.Part.allCases {
                    let lie = Faithfulness.lie(
                        in: answer.parts[part], about: whole.answer.parts[part], named: part.rawValue)
                    #expect(lie == nil, "\(step), byte \(place)")
                }
                #expect(answer.isNotKnown || answer.isPartlyNotKnown, "\(step), byte \(place)")
            }
        }
    }
}

extension Exchange {
    /// The body without what stands behind its last character.
    fileprivate var bytes: [UInt8] {
        Array(body.utf8.reversed().drop { [10, 13, 32].contains($0) }.reversed())
    }
}
