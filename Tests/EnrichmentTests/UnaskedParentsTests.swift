import CEL
import Checks
import Enrichment
import Foundation
import HTTP
import Synchronization
import TestSupport
import Testing

@Suite struct UnaskedParentsTests {
    /// A parent that nobody was asked about is no parent without proceedings.
    @Test func parentsThatTheTimeDidNotReachAreNotKnown() async throws {
        let server = try LoopbackServer { request in
            let number = request.path.suffix(8)
            let parent = #"{"name":"Parent of \#(number)","number":"9\#(number.dropFirst())"}"#
            return .json(#"{"name":"Number \#(number)","parent":\#(parent)}"#)
        }
        let connector = try Connector.written(
            """
            connector: register
            base_url: \(server.url)
            rate: { in_flight: 50 }
            when: customer.registration_number != ''
            steps: { company: { get: "/companies/{customer.registration_number}", about: none } }
            register: { found: "company != null", legal_name: company.name }
            group:
              found: company != null
              direct_parent: { name: company.parent.name, reg_number: company.parent.number }
            events: { for: list(company.events), kind: item.kind }
            """)
        let fetcher = Fetcher(client: HTTPClient(), store: nil, secrets: Secrets([:]))
        let enricher = Enricher(connectors: [connector], fetcher: fetcher)
        let inquiries = (0..<400).map {
            Inquiry(subject: Subject(["registration_number": String(10_000_000 + $0)]), exposure: 1)
        }
        // The clock strikes when all customers were asked about, and none of their parents.
        let asking = Mutex<Task<[OutsideAnswer], Never>?>(nil)
        let task = Task {
            while asking.withLock({ $0 == nil }) { await Task.yield() }
            return await enricher.answers(to: inquiries) { done in
                if done >= 0.8 { asking.withLock { $0?.cancel() } }
            }
        }
        asking.withLock { $0 = task }
        let answers = await task.value
        #expect(answers.count { $0.notKnownReason?.contains("the time for asking was over") == true } > 100)
        for answer in answers {
            #expect(answer.notKnownReason != nil)
            // Of the stand-in in the list nothing can be read.
            guard case .list(let events)? = answer.record(.group)?["events"] else {
                Issue.record("the group has no events at all")
                continue
            }
            #expect(events.count == 1)
        }
    }
}
