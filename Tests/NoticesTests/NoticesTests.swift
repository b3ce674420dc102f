import Audit
import Checks
import Diagnostics
import Foundation
import Notices
import Tables
import TestSupport
import Testing

@Suite struct NoticesTests {
    private static let moment = Date(timeIntervalSince1970: 1_790_000_000)

    private static func finding(_ id: String, _ owner: String, status: Finding.Status = .new) -> Finding {
        Finding(
            FindingKind(
                checkID: "PO-02", title: "Title", severity: .error, cause: "bad-master-data", record: "customer",
                field: "po_format", fix: "Ask for it", owner: owner, source: "c.csv"),
            id: id, status: status, result: .fail, priority: 80, recordID: "1", customerID: "1001",
            customerName: "Evil <b>&\r\nBcc: x</b> {{DATE}} *B.V.*", value: "=1+1", message: "PO format is unknown",
            cashAtRisk: Money(hundredths: 123_456, currency: "EUR"),
            firstSeen: CalendarDate(iso: "2026-09-30") ?? CalendarDate(daysSinceEpoch: 0), runsOpen: 1, line: 2,
            suggestion: "")
    }

    private static func result(_ findings: [Finding]) -> AuditResult {
        let none = Money(hundredths: 0, currency: "EUR")
        return AuditResult(
            plan: PlanSummary(
                name: "Top accounts", asOf: CalendarDate(iso: "2026-09-30") ?? CalendarDate(daysSinceEpoch: 0),
                language: "en",
                toolVersion: "test", failOn: .error),
            datasets: [], scope: ScopeSummary(description: "", customersInScope: 0, customersInTotal: 0),
            findings: FindingList(findings), coverage: [],
            totals: Totals(
                bySeverity: [:], unknownFindings: 0, customers: 0, invoiceReadyCustomers: 0, openAmount: none,
                invoiceReadyOpenAmount: none, cashAtRisk: none, byCause: [], byOwner: [], topCustomers: [],
                mixedCurrencies: []),
            remarks: [])
    }

    private static func plan(_ notify: String, in folder: URL) throws -> (Plan, [String]) {
        let diagnostics = DiagnosticsCollector()
        let text = "name: P\ndatasets:\n  customers: { source: c.csv }\nnotify:\n\(notify)\n"
        let plan = Plan.decode(text, file: "audit.yaml", folder: folder.path, diagnostics: diagnostics)
        return (try #require(plan), diagnostics.all.map(\.description))
    }

    private static func notices(
        _ plan: Plan, file: String = "audit.yaml", _ environment: [String: String] = [:], pauses: [Double] = []
    ) -> Notices {
        Notices(plan: plan, file: file, environment: environment, pauses: pauses)
    }

    private static let news = [
        finding("A", "Order management"), finding("B", "Order management", status: .reopened),
        finding("C", "Master data"),
        finding("D", "Master data", status: .open), finding("E", "Master data", status: .waived),
    ]

    @Test func eachOwnerGetsOneMessageWithItsNewExceptionsAttached() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try SMTPServer()
            let (plan, _) = try Self.plan(
                "  - email: { to_owner: { Order management: orders@example.org }, smtp: 'smtp://127.0.0.1:\(server.port)' }",
                in: folder)
            let notices = Self.notices(plan)
            let remarks = try notices.put(Self.result(Self.news), at: Self.moment)
            #expect(remarks.count == 1 && remarks[0].contains("no address for 'Master data'"))
            let outcome = await notices.deliver()
            #expect(outcome.failures.isEmpty)
            #expect(outcome.delivered == 1)
            let message = try #require(server.messages.first)
            #expect(message.to == ["orders@example.org"])
            let parts = message.text.components(separatedBy: "\r\n\r\n").compactMap { part in
                Data(base64Encoded: part.components(separatedBy: "\r\n--")[0], options: .ignoreUnknownCharacters)
                    .map { String(decoding: $0, as: UTF8.self) }
            }
            let csv = try #require(parts.first { $0.hasPrefix("finding_id,") })
            #expect(csv.contains("A,new,") && csv.contains("B,reopened,") && !csv.contains("C,"))
            let html = try #require(parts.first { $0.hasPrefix("<!DOCTYPE") })
            #expect(html.contains("&lt;b&gt;&amp;") && !html.contains("<b>"))
        }
    }

    @Test func anExpiredWaiverIsTold() throws {
        let day = try #require(CalendarDate(iso: "2026-09-29"))
        let none = Money(hundredths: 0, currency: "EUR")
        let waiver = Waiver(target: .finding(id: "D"), reason: "R", approver: "A", expires: day, line: 2)
        var result = Self.result(Self.news)
        result.waivers = WaiverOutcome(
            file: "waivers.csv",
            uses: [WaiverOutcome.Use(waiver: waiver, state: .expired, findings: 1, cashAtRisk: none)],
            waivedFindings: 0, waivedCash: none)
        let news = News(result)
        #expect(news.shares.map { $0.findings.map(\.id) } == [["C", "D"], ["A", "B"]])
        #expect(
            news.shares.map { news.title($0.findings, owner: $0.owner) } == [
                "1 new exception, 1 whose waiver has expired for Master data: Top accounts",
                "2 new exceptions for Order management: Top accounts",
            ])
        #expect(news.title([Self.news[3]]) == "1 exception whose waiver has expired: Top accounts")
        let body = HookBody(news).json(.json)
        #expect(body.contains(#""new":3,"waiver_expired":1"#))
        #expect(HookBody(news).json(.slack).contains("waiver expired: PO format is unknown"))
    }

    @Test func aMessageThatNobodyTookIsDeliveredByTheNextRunAndOnlyOnce() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            var behaviour = SMTPServer.Behaviour()
            behaviour.replies = ["450 later", "450 later"]
            let server = try SMTPServer(behaviour)
            let (plan, _) = try Self.plan(
                "  - email: { otherwise: all@example.org, smtp: 'smtp://127.0.0.1:\(server.port)' }", in: folder)
            let notices = Self.notices(plan, pauses: [0.01])
            _ = try notices.put(Self.result([Self.news[0]]), at: Self.moment)
            let first = await notices.deliver()
            #expect(first.failures.count == 1 && first.failures[0].contains("the next run tries again"))
            #expect(server.messages.isEmpty)
            // Nothing is new any more, but what waits goes out.
            _ = try notices.put(Self.result([]), at: Self.moment)
            let second = await notices.deliver()
            #expect(second.delivered == 1 && second.failures.isEmpty)
            let third = await notices.deliver()
            #expect(third.delivered == 0 && server.messages.count == 1)
        }
    }

    @Test func aPassingTroubleIsTriedAgainAtOnce() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let counter = Counter()
            let server = try LoopbackServer { _ in counter.next() < 3 ? .answer(503) : .answer(200) }
            let (plan, _) = try Self.plan("  - webhook: { url: '\(server.url)/hook' }", in: folder)
            let notices = Self.notices(plan, pauses: [0.01, 0.01])
            _ = try notices.put(Self.result(Self.news), at: Self.moment)
            let outcome = await notices.deliver()
            #expect(outcome.delivered == 1 && outcome.failures.isEmpty)
            #expect(server.requests.count == 3)
        }
    }

    @Test func plansOfOneFolderLeaveOneAnothersMessagesAlone() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try LoopbackServer { request in .answer(request.path == "/down" ? 400 : 200) }
            let (down, _) = try Self.plan("  - webhook: { url: '\(server.url)/down' }", in: folder)
            let (up, _) = try Self.plan("  - webhook: { url: '\(server.url)/up' }", in: folder)
            let (one, two) = (Self.notices(down, file: "a.yaml"), Self.notices(up, file: "b.yaml"))
            for name in ["a.yaml", "b.yaml"] { try Data().write(to: folder.appending(path: name)) }
            _ = try one.put(Self.result(Self.news), at: Self.moment)
            #expect(await one.deliver().failures.count == 1)
            _ = try two.put(Self.result(Self.news), at: Self.moment)
            let outcome = await two.deliver()
            #expect(outcome.delivered == 1 && outcome.failures.isEmpty && outcome.remarks.isEmpty, "\(outcome)")
            // The entry is gone from the plan itself: then the message is its business.
            let changed = await Self.notices(up, file: "a.yaml").deliver()
            #expect(changed.failures.count == 1 && changed.failures[0].contains("'webhook json"), "\(changed)")
            // The plan is gone: whoever has the entry delivers, and others say that it waits.
            try FileManager.default.removeItem(at: folder.appending(path: "a.yaml"))
            let orphan = await two.deliver()
            #expect(orphan.failures.isEmpty && orphan.remarks.count == 1, "\(orphan)")
        }
    }

    @Test func messagesOfAnEarlierVersionAreDeliveredByThePlanThatHasTheEntry() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try LoopbackServer { _ in .answer(200) }
            let (plan, _) = try Self.plan("  - webhook: { url: '\(server.url)/x' }", in: folder)
            let shared = folder.appending(path: ".keur/outbox")
            try FileManager.default.createDirectory(at: shared, withIntermediateDirectories: true)
            for (name, path) in [("1.msg", "x"), ("2.msg", "other")] {
                try Data("webhook json \(server.url)/\(path)\n\n\n\n{}".utf8).write(to: shared.appending(path: name))
            }
            let outcome = await Self.notices(plan).deliver()
            #expect(outcome.delivered == 1 && outcome.failures.isEmpty && outcome.remarks.count == 1, "\(outcome)")
            #expect(outcome.remarks.first?.contains("2.msg: waits for 'webhook json") == true)
            #expect(FileManager.default.fileExists(atPath: shared.appending(path: "2.msg").path))
        }
    }

    @Test func twoDeliverOneMessageOnce() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try LoopbackServer { _ in .drip(secondsPerByte: 0.01, body: "ok") }
            let (plan, _) = try Self.plan("  - webhook: { url: '\(server.url)/x' }", in: folder)
            let notices = Self.notices(plan)
            _ = try notices.put(Self.result(Self.news), at: Self.moment)
            async let one = notices.deliver()
            async let two = notices.deliver()
            let (first, second) = await (one, two)
            #expect([first.delivered, second.delivered].sorted() == [0, 1], "\(first) \(second)")
            #expect(server.requests.count == 1)
        }
    }

    @Test func anOutboxThatCannotBeWrittenKeepsNothingOfTheRun() throws {
        try TestFiles.withTemporaryFolder { folder in
            let (plan, _) = try Self.plan("  - webhook: { url: 'https://hooks.example/x' }", in: folder)
            try FileManager.default.createDirectory(
                at: folder.appending(path: ".keur"), withIntermediateDirectories: true)
            try Data().write(to: folder.appending(path: ".keur/outbox"))
            let error = #expect(throws: NoticeError.self) {
                try Self.notices(plan).put(Self.result(Self.news), at: Self.moment)
            }
            #expect(error?.description.contains("the next one finds the same things new") == true)
        }
    }

    @Test(arguments: ["json", "slack", "teams"])
    func webhookShapes(shape: String) async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try LoopbackServer { _ in .answer(200) }
            let (plan, _) = try Self.plan("  - webhook: { url_secret: KEUR_HOOK, shape: \(shape) }", in: folder)
            let environment = ["KEUR_HOOK": "\(server.url)/secret-path"]
            let notices = Self.notices(plan, environment)
            _ = try notices.put(Self.result(Self.news), at: Self.moment)
            let outcome = await notices.deliver()
            #expect(outcome.failures.isEmpty)
            let body = try #require(server.requests.first).text
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(body.utf8)) }
            #expect(try Golden.difference(body + "\n", from: TestFiles.fixture("Golden/hook-\(shape).json")) == nil)
        }
    }

    @Test func aSecretAddressIsNotShown() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let (plan, _) = try Self.plan("  - webhook: { url_secret: KEUR_HOOK }", in: folder)
            _ = try Self.notices(plan).put(Self.result(Self.news), at: Self.moment)
            // What waits for the secret gets no other advice beside the true reason.
            let missing = await Self.notices(plan).deliver()
            #expect(
                missing.failures == ["notify: the secret KEUR_HOOK is not set; export it, or name a file of secrets"])
            let broken = await Self.notices(plan, ["KEUR_HOOK": "ht tp://hush"]).deliver()
            #expect(broken.failures.count == 1 && !broken.failures[0].contains("hush"))
        }
    }

    @Test(arguments: [
        (
            "  - email: { smtp: 'mail.example.com', otherwise: a@b.example }",
            "5:20: 'mail.example.com' is no mail server"
        ),
        ("  - email: { smtp: 'smtps://m.example' }", "5:12: nobody is told: 'to_owner' names no address"),
        ("  - email: { smtp: 'smtps://m.example', to_owner: { X: 'a b' } }", "5:56: 'a b' is no e-mail address"),
        (
            "  - email: { smtp: 'smtps://m.example', otherwise: \"a@b.example\\r\\nBcc: c@d.example\" }",
            "is no e-mail address"
        ),
        ("  - webhook: { url: 'http://example.com/x' }", "5:21: 'http://example.com/x' should begin with https://"),
        ("  - webhook: { shape: slack }", "5:14: a webhook has either 'url' or 'url_secret'"),
        ("  - webhook: { url: 'https://e.example', shape: discord }", "5:49: 'discord' is no shape"),
        ("  - sms: {}", "unknown key 'sms'"),
    ])
    func aMistakeIsSaidWithItsPlace(notify: String, message: String) throws {
        let (_, diagnostics) = try Self.plan(notify, in: URL(filePath: "/tmp"))
        #expect(diagnostics.contains { $0.contains(message) }, "\(diagnostics)")
    }
}
