import Foundation
import HTTP
import Synchronization
import TestSupport
import Testing

@Suite struct CourierTests {
    private func courier() -> Courier { Courier(client: HTTPClient()) }

    private var quick: Courier.Manners {
        var manners = Courier.Manners()
        manners.firstPauseSeconds = 0.01
        return manners
    }

    @Test func passingTroubleIsWaitedOut() async throws {
        let count = Counter()
        let server = try LoopbackServer { _ in
            switch count.next() {
            case 1: .answer(503)
            case 2: .answer(429, headers: ["Retry-After": "0.2"])
            default: .answer(200, body: "now")
            }
        }
        let start = ContinuousClock.now
        let response = try await courier().send(HTTPRequest(.get, server.url), on: "x", quick, repeatable: true)
        #expect(response.status == 200)
        #expect(ContinuousClock.now - start >= .milliseconds(200))
        #expect(server.requests.count == 3)
    }

    @Test(
        arguments: [
            (408, 2), (425, 2), (429, 2), (500, 2), (502, 2), (503, 2), (504, 2), (400, 1), (401, 1), (403, 1),
            (404, 1), (410, 1), (501, 1), (505, 1),
        ])
    func onlyPassingTroubleIsAskedAgain(status: Int, requests: Int) async throws {
        let count = Counter()
        let server = try LoopbackServer { _ in .answer(count.next() == 1 ? status : 200) }
        let response = try await courier().send(HTTPRequest(.get, server.url), on: "x", quick, repeatable: true)
        #expect(response.status == (requests == 2 ? 200 : status))
        #expect(server.requests.count == requests)
    }

    @Test func noMoreAreUnderWayThanTheServiceWants() async throws {
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
        var manners = quick
        manners.inFlight = 3
        let (courier, final) = (courier(), manners)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    _ = try? await courier.send(HTTPRequest(.get, server.url), on: "x", final, repeatable: true)
                }
            }
        }
        #expect(server.requests.count == 20)
        #expect(underWay.withLock { $0.most } <= 3)
    }

    @Test func whatMayNotBeRepeatedIsSentOnce() async throws {
        let server = try LoopbackServer { _ in .answer(500) }
        let response = try await courier().send(
            HTTPRequest(.post, server.url, body: []), on: "x", quick, repeatable: false)
        #expect(response.status == 500)
        #expect(server.requests.count == 1)
    }

    /// libcurl sends again by itself what a kept connection closed upon without a word.
    @Test(arguments: [HTTPRequest.Method.get, .post])
    func whatMayNotBeRepeatedIsSentOnceAlsoWhereAConnectionWasKept(method: HTTPRequest.Method) async throws {
        let server = try LoopbackServer { $0.path == "/first" ? .answer(200) : .close }
        let courier = courier()
        _ = try await courier.send(HTTPRequest(.get, server.url + "/first"), on: "x", quick, repeatable: true)
        await #expect(throws: Courier.Failure.self) {
            try await courier.send(
                HTTPRequest(method, server.url + "/paid", body: method == .post ? [1] : nil), on: "x", quick,
                repeatable: false)
        }
        #expect(server.requests.map(\.path) == ["/first", "/paid"])
    }

    @Test func waitingForAnHourIsLeftToTheNextRun() async throws {
        let date = Date(timeIntervalSinceNow: 3600)
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        let text = formatter.string(from: date)
        let server = try LoopbackServer { _ in .answer(429, headers: ["Retry-After": text]) }
        await #expect {
            try await courier().send(HTTPRequest(.get, server.url), on: "x", quick, repeatable: true)
        } throws: { error in
            guard case .asksToWait(let seconds)? = error as? Courier.Failure else { return false }
            // However long the machine took to get here.
            return (0...3601).contains(seconds)
        }
    }

    @Test(arguments: [
        ("Retry-After", "1e300", "it is busy and asks to wait 1000000000 s"),
        ("Retry-After", "99999999999999999999", "it is busy and asks to wait 1000000000 s"),
        ("Retry-After", "Fri, 01 Jan 9999 00:00:00 GMT", "it is busy and asks to wait 1000000000 s"),
        ("X-Reset", "1e300", "it is busy and asks to wait 1000000000 s"),
        // No number that can be waited for: asked again at the usual pace.
        ("Retry-After", "inf", "429"), ("Retry-After", "nan", "429"), ("Retry-After", "-1e300", "429"),
        ("X-Reset", "inf", "429"), ("X-Reset", "-inf", "429"), ("X-Reset", "nan", "429"),
    ])
    func waitOfAnyLengthIsUnderstood(header: String, value: String, outcome: String) async throws {
        let server = try LoopbackServer { _ in .answer(429, headers: [header: value]) }
        var manners = quick
        manners.resetHeader = "X-Reset"
        manners.attempts = 2
        do {
            let response = try await courier().send(
                HTTPRequest(.get, server.url), on: "x", manners, repeatable: true)
            #expect("\(response.status)" == outcome)
        } catch {
            #expect("\(error)" == outcome)
        }
    }

    @Test func deadHostIsGivenUpOnce() async throws {
        let server = try LoopbackServer { _ in .close }
        let courier = courier()
        var last = ""
        for _ in 0..<50 {
            do {
                _ = try await courier.send(HTTPRequest(.get, server.url), on: "x", quick, repeatable: true)
            } catch {
                last = "\(error)"
            }
        }
        #expect(last.hasPrefix("not asked any more after 20 failures in a row: no connection"))
        #expect(server.requests.count <= 5 * 4)
    }

    /// Nobody pays five times four requests to learn that a service is down.
    @Test func questionsThatAreSentOnceAreGivenUpAfterFiveToo() async throws {
        let server = try LoopbackServer { _ in .answer(500) }
        let courier = courier()
        // A quarter of a failure each, up to here: one question.
        _ = try await courier.send(HTTPRequest(.get, server.url), on: "x", quick, repeatable: true)
        var last = ""
        for _ in 0..<10 {
            do {
                _ = try await courier.send(HTTPRequest(.get, server.url + "/paid"), on: "x", quick, repeatable: false)
            } catch {
                last = "\(error)"
            }
        }
        #expect(last == "not asked any more after 8 failures in a row: it answered with status 500")
        #expect(server.requests.count { $0.path == "/paid" } == 4)
    }

    @Test func meterCountsWhatIsSentAndNothingElse() async throws {
        let server = try LoopbackServer { _ in .answer(503) }
        let courier = courier()
        let sent = Mutex(0)
        let meter = Courier.Meter(
            take: {
                sent.withLock { sent in
                    if sent == 6 { return "no more than six" }
                    sent += 1
                    return nil
                }
            },
            giveBack: { sent.withLock { $0 -= 1 } })
        func ask(_ url: String) async -> String {
            do throws(Courier.Failure) {
                let request = HTTPRequest(.get, url)
                return
                    "\(try await courier.send(request, on: "x", quick, repeatable: true, meter: meter).status)"
            } catch {
                return "\(error)"
            }
        }
        let unreachable = await ask("http://127.0.0.1:1")
        #expect(unreachable.hasPrefix("no connection") && sent.withLock { $0 } == 0, "\(unreachable)")
        #expect(await ask(server.url) == "503")
        #expect(sent.withLock { $0 } == 4)
        // Of the second question two are allowed, of the third none.
        #expect(await ask(server.url) == "503")
        #expect(server.requests.count == 6)
        #expect(await ask(server.url) == "no more than six")
        for _ in 0..<10 { _ = await ask("http://127.0.0.1:1") }
        #expect(server.requests.count == 6 && sent.withLock { $0 } == 6)
    }

    @Test func paceIsKept() async throws {
        let server = try LoopbackServer { _ in .answer(200) }
        var manners = Courier.Manners(perSecond: 20)
        manners.burst = 2
        let (courier, final) = (courier(), manners)
        let start = ContinuousClock.now
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<10 {
                group.addTask {
                    _ = try? await courier.send(HTTPRequest(.get, server.url), on: "x", final, repeatable: true)
                }
            }
        }
        // Two at once, then one each twentieth of a second.
        #expect(ContinuousClock.now - start >= .milliseconds(380))
        #expect(server.requests.count == 10)
    }
}
