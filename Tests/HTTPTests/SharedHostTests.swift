import Foundation
import HTTP
import Synchronization
import TestSupport
import Testing

/// Several services on one host, and one service on several.
@Suite struct SharedHostTests {
    private let courier = Courier(client: HTTPClient())

    private static func manners(_ change: (inout Courier.Manners) -> Void = { _ in }) -> Courier.Manners {
        var manners = Courier.Manners()
        manners.firstPauseSeconds = 0.001
        change(&manners)
        return manners
    }

    /// The status of an answer, or why there is none.
    private func ask(_ service: String, _ url: String, _ manners: Courier.Manners = manners()) async -> String {
        do throws(Courier.Failure) {
            return "\(try await courier.send(HTTPRequest(.get, url), on: service, manners, repeatable: true).status)"
        } catch {
            return "\(error)"
        }
    }

    @Test func hostThatSaysNothingIsGivenUpOnceForAllItsServices() async throws {
        let server = try LoopbackServer { _ in .close }
        for number in 0..<20 { _ = await ask(number.isMultiple(of: 2) ? "a" : "b", server.url) }
        #expect(server.requests.count == 5 * 4)
        let last = await ask("c", server.url)
        #expect(last.hasPrefix("not asked any more after 20 failures in a row: no connection"), "\(last)")
    }

    @Test func serviceThatIsAnsweredWithTroubleIsGivenUpAlone() async throws {
        let server = try LoopbackServer { .answer($0.path == "/a" ? 500 : 200) }
        var answers: [String] = []
        for _ in 0..<20 {
            answers.append(await ask("a", server.url + "/a"))
            #expect(await ask("b", server.url + "/b") == "200")
        }
        #expect(answers.prefix(5) == ["500", "500", "500", "500", "500"])
        #expect(
            Set(answers.dropFirst(5)) == ["not asked any more after 20 failures in a row: it answered with status 500"])
        #expect(server.requests.count { $0.path == "/a" } == 5 * 4)
    }

    @Test func waitThatOneServiceIsAskedForHoldsUpNoOther() async throws {
        let server = try LoopbackServer {
            $0.path == "/a" ? .answer(429, headers: ["Retry-After": "3600"]) : .answer(200)
        }
        #expect(await ask("a", server.url + "/a") == "it is busy and asks to wait 3600 s")
        #expect(await ask("b", server.url + "/b") == "200")
        #expect(await ask("a", server.url + "/a") == "not asked any more: it is busy and asks to wait 3600 s")
    }

    @Test func deadHostOfAServiceLeavesItsOtherHostsAlone() async throws {
        let (login, api) = (try LoopbackServer { _ in .close }, try LoopbackServer { _ in .answer(200) })
        for _ in 0..<10 { _ = await ask("a", login.url) }
        #expect(login.requests.count == 5 * 4)
        for _ in 0..<10 { #expect(await ask("a", api.url) == "200") }
    }

    @Test func placesOnAHostAreAsManyAsItsMostModestServiceWants() async throws {
        let underWay = Mutex((now: 0, most: 0))
        let server = try LoopbackServer { _ in
            underWay.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            Thread.sleep(forTimeInterval: 0.02)
            underWay.withLock { $0.now -= 1 }
            return .answer(200)
        }
        let (modest, other) = (Self.manners { $0.inFlight = 2 }, Self.manners { $0.inFlight = 8 })
        #expect(await ask("a", server.url, modest) == "200")
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<24 {
                group.addTask {
                    let isModest = number.isMultiple(of: 3)
                    #expect(await ask(isModest ? "a" : "b", server.url, isModest ? modest : other) == "200")
                }
            }
        }
        #expect(underWay.withLock { $0.most } == 2)
    }

    /// Whoever has to wait for its pace waits outside.
    @Test func slowPaceOfOneServiceTakesNoPlaceFromAnother() async throws {
        let server = try LoopbackServer { _ in .answer(200) }
        let slow = Self.manners {
            $0.perSecond = 0.001
            $0.inFlight = 1
        }
        #expect(await ask("slow", server.url, slow) == "200")
        let waiting = Task { await ask("slow", server.url, slow) }
        try await Task.sleep(for: .milliseconds(50))
        for _ in 0..<10 { #expect(await ask("b", server.url) == "200") }
        waiting.cancel()
        #expect(await waiting.value == "cancelled")
        #expect(server.requests.count == 11)
    }
}
