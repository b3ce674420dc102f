import Foundation
import HTTP
import TestSupport
import Testing

/// Over real TLS, with a server that does to streams and connections what servers do.
@Suite struct HTTP2Tests {
    /// A request for each number from 0, all at once. The answers' texts, or why there is none, in the order of the numbers.
    private func ask(
        _ count: Int,
        inFlight: Int = 200,
        repeatable: Bool = true,
        streamLimit: UInt32 = 100,
        _ react: @escaping @Sendable ([HTTP2Server.Request]) -> [HTTP2Server.Act]
    ) async throws -> (answers: [String], record: HTTP2Server.Record) {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try HTTP2Server(in: folder, streamLimit: streamLimit, react: react)
            let courier = Courier(client: HTTPClient())
            var manners = Courier.Manners()
            manners.inFlight = inFlight
            manners.firstPauseSeconds = 0.01
            let final = manners
            let answers = await withTaskGroup(of: (Int, String).self) { group in
                for number in 0..<count {
                    group.addTask {
                        var request = HTTPRequest(.post, server.url, body: Array("\(number)".utf8))
                        request.limits.totalSeconds = 20
                        request.trust.caFile = server.certificateFile
                        do throws(Courier.Failure) {
                            let answer = try await courier.send(request, on: "x", final, repeatable: repeatable)
                            #expect(answer.majorVersion == 2)
                            return (number, String(decoding: answer.body, as: UTF8.self))
                        } catch {
                            return (number, "\(error)")
                        }
                    }
                }
                var answers = [String](repeating: "", count: count)
                for await (number, answer) in group { answers[number] = answer }
                return answers
            }
            return (answers, server.record)
        }
    }

    private func allAnswered(_ count: Int) -> [String] { (0..<count).map { "to \($0)" } }

    @Test func requestsAtOnceShareOneConnection() async throws {
        // Nobody is answered before all have asked, and then the last comes first.
        let (answers, record) = try await ask(60) { $0.count < 60 ? [] : $0.reversed().map(\.answered) }
        #expect(answers == allAnswered(60))
        #expect(record.connections == 1)
        #expect(record.mostAtOnce == 60)
    }

    @Test func noMoreStreamsAreOpenThanTheConnectorAllows() async throws {
        let (answers, record) = try await ask(30, inFlight: 5) { $0.count < 5 ? [] : $0.map(\.answered) }
        #expect(answers == allAnswered(30))
        #expect(record.connections == 1)
        #expect(record.mostAtOnce == 5)
    }

    @Test func whatTheServerHasNoStreamForTakesAnotherConnection() async throws {
        let (full, others) = (Counter(), Counter())
        let (answers, record) = try await ask(40, streamLimit: 8) { waiting in
            if waiting[0].connection > 1 {
                _ = others.next()
            } else if full.last == 0 {
                // Nobody is answered here before all streams are taken and somebody has come another way.
                guard waiting.count == 8 else { return [] }
                _ = full.next()
                for _ in 0..<1000 where others.last == 0 { Thread.sleep(forTimeInterval: 0.01) }
            }
            return waiting.map(\.answered)
        }
        #expect(answers == allAnswered(40))
        #expect(record.connections > 1)
        #expect(record.mostAtOnce <= 8)
        #expect(record.requests.count == 40, "none is sent twice")
    }

    /// What was refused has not been looked at, so that asking again is safe whatever it asks.
    @Test(arguments: [true, false])
    func refusedStreamIsSentAgain(repeatable: Bool) async throws {
        let refused = Counter()
        let (answers, record) = try await ask(10, repeatable: repeatable) { waiting in
            waiting.map { $0.text == "5" && refused.next() == 1 ? .reset($0, .refusedStream) : $0.answered }
        }
        #expect(answers == allAnswered(10))
        #expect(record.requests.count == 11)
    }

    @Test func goAwayLeavesTheRestToAnotherConnection() async throws {
        let (answers, record) = try await ask(10) { waiting in
            guard waiting[0].connection == 1 else { return waiting.map(\.answered) }
            guard waiting.count == 10 else { return [] }
            return [.goAway(last: 9)] + waiting.filter { $0.stream <= 9 }.map(\.answered)
        }
        #expect(answers == allAnswered(10))
        #expect(record.connections > 1)
        #expect(record.requests.count == 15, "the five that were not looked at are asked again, and nobody else")
    }

    /// Of what broke off, nobody knows whether it was done: it is asked again only where that does no harm.
    @Test(arguments: [("", true), ("to", true), ("", false), ("to", false)])
    func brokenOffStreamHarmsNoOther(begun: String, repeatable: Bool) async throws {
        let broken = Counter()
        let (answers, record) = try await ask(10, repeatable: repeatable) { waiting in
            waiting.flatMap { request -> [HTTP2Server.Act] in
                guard request.text == "5", broken.next() == 1 else { return [request.answered] }
                return (begun.isEmpty ? [] : [.begin(request, begun)]) + [.reset(request, .internalError)]
            }
        }
        var expected = allAnswered(10)
        if !repeatable { expected[5] = "the answer was cut off" }
        #expect(answers == expected)
        #expect(record.requests.count == (repeatable ? 11 : 10))
        #expect(record.connections == (repeatable ? 1 : 10), "what is sent once has a connection of its own")
    }

    @Test func brokenOffConnectionIsNoAnswerForAnyOfItsStreams() async throws {
        let (answers, record) = try await ask(10) { waiting in
            guard waiting[0].connection == 1 else { return waiting.map(\.answered) }
            return waiting.count < 10 ? [] : waiting.prefix(3).map(\.answered) + [.close]
        }
        #expect(answers == allAnswered(10))
        #expect(record.requests.count == 17)
    }
}

extension HTTP2Server.Request {
    fileprivate var answered: HTTP2Server.Act { .answer(self, "to \(text)") }
}
