public import Audit
import Checks
import Enrichment
public import Foundation
import HTTP
import Reports

/// Tells the owners of new exceptions, as the plan's `notify` says.
public struct Notices: Sendable {
    /// What became of the telling.
    public struct Outcome: Sendable {
        public var delivered = 0
        /// One line for each message that nobody took; they stay in the outbox for the next run.
        public var failures: [String] = []
        /// What the user should know: owners without an address.
        public var remarks: [String] = []
    }

    private let plan: Plan
    private let environment: [String: String]
    /// Seconds before the second attempt and the ones after it.
    private let pauses: [Double]

    public init(plan: Plan, environment: [String: String], pauses: [Double] = [1, 5]) {
        self.plan = plan
        self.environment = environment
        self.pauses = pauses
    }

    /// Puts what is new into the outbox, and delivers what is in it, also from runs before.
    public func tell(_ result: AuditResult, at moment: Date) async -> Outcome {
        var outcome = Outcome()
        guard !plan.notifications.isEmpty else { return outcome }
        let outbox = Outbox(folder: plan.path(".keur/outbox"))
        var routes: [String: Route] = [:]
        for notification in plan.notifications {
            do {
                let route = try Route(notification, plan, environment)
                routes[route.target] = route
            } catch {
                outcome.failures.append("notify: \(error)")
            }
        }
        do {
            outcome.remarks = try put(News(result), into: outbox, at: moment)
            for item in try outbox.items() {
                guard let route = routes[item.target] else {
                    outcome.failures.append(
                        "\(item.path): not delivered: the plan has no '\(item.target)' any more; remove the file, or restore the entry"
                    )
                    continue
                }
                if let failure = await deliver(item, route) {
                    outcome.failures.append("\(item.path): not delivered: \(failure); the next run tries again")
                } else {
                    try outbox.remove(item)
                    outcome.delivered += 1
                }
            }
        } catch {
            outcome.failures.append("\(plan.path(".keur/outbox")): \(error.localizedDescription)")
        }
        return outcome
    }

    // MARK: What goes out

    private func put(_ news: News, into outbox: Outbox, at moment: Date) throws -> [String] {
        guard news.count > 0 else { return [] }
        var remarks: [String] = []
        var number = 0
        for notification in plan.notifications {
            let target = Route.target(of: notification)
            switch notification {
            case .webhook(let hook):
                try outbox.add(
                    target: target, body: Array(HookBody(news).json(hook.shape).utf8), at: moment, number: number)
                number += 1
            case .email(let email):
                for share in news.shares {
                    guard let address = email.toOwner[share.owner] ?? email.otherwise else {
                        remarks.append(
                            news.text(
                                "notify: no address for '\(share.owner)': \(share.findings.count) new exceptions were told to nobody; add it to 'to_owner', or say 'otherwise'",
                                "notify: geen adres voor '\(share.owner)': \(share.findings.count) nieuwe uitzonderingen zijn aan niemand gemeld; zet het bij 'to_owner', of geef 'otherwise'"
                            ))
                        continue
                    }
                    let message = Self.message(news, share, email, to: address, at: moment)
                    try outbox.add(
                        target: target, from: email.from, to: address, body: message.bytes, at: moment, number: number)
                    number += 1
                }
            }
        }
        return remarks
    }

    private static func message(
        _ news: News,
        _ share: News.Share,
        _ email: EmailPlan,
        to address: String,
        at moment: Date
    ) -> MailMessage {
        let text = MailText(news, share)
        let domain = email.from.split(separator: "@").last.map(String.init) ?? "localhost"
        return MailMessage(
            from: email.from, to: address, subject: text.subject, plain: text.plain, html: text.html,
            attachment: MailMessage.Attachment(
                name: "exceptions-\(news.asOf).csv", type: "text/csv; charset=utf-8",
                content: Array(CSVReport.text(share.findings).utf8)),
            date: moment, messageID: "\(UUID().uuidString.lowercased())@\(domain)")
    }

    // MARK: Delivery

    /// Why nobody took the message, after all attempts; nil when somebody did.
    private func deliver(_ item: Outbox.Item, _ route: Route) async -> String? {
        var reason = ""
        for pause in [0] + pauses {
            do {
                if pause > 0 { try await Task.sleep(for: .seconds(pause)) }
            } catch {
                return reason
            }
            let (failure, isTransient) = await route.send(item)
            guard let failure else { return nil }
            reason = failure
            if !isTransient { break }
        }
        return reason
    }
}
