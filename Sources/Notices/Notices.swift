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
        /// What the user should know: messages of other plans that wait.
        public var remarks: [String] = []
    }

    private let plan: Plan
    private let environment: [String: String]
    /// Seconds before the second attempt and the ones after it.
    private let pauses: [Double]
    private let outbox: Outbox

    /// `file` is the plan's path: each plan of a folder has an outbox of its own.
    public init(plan: Plan, file: String, environment: [String: String], pauses: [Double] = [1, 5]) {
        self.plan = plan
        self.environment = environment
        self.pauses = pauses
        // A plan is the same by whatever link it is reached.
        let name = URL(filePath: file).resolvingSymlinksInPath().lastPathComponent
        outbox = Outbox(folder: "\(plan.path(Self.folder))/\(name)")
    }

    private static let folder = ".keur/outbox"

    // MARK: What goes out

    /// Puts a message for whom it concerns into the outbox; gives remarks for the user, on owners without an address.
    ///
    /// Comes before the run is recorded, so that a crash between the two tells twice rather than never.
    public func put(_ result: AuditResult, at moment: Date) throws(NoticeError) -> [String] {
        guard !plan.notifications.isEmpty else { return [] }
        var added: [String] = []
        do {
            return try put(News(result), at: moment, &added)
        } catch {
            // All or none: the next run puts them there again.
            for path in added { unlink(path) }
            throw NoticeError(
                description:
                    "\(outbox.folder): messages cannot be put there: \(error.localizedDescription); the run was not"
                    + " recorded, so the next one finds the same things new")
        }
    }

    private func put(_ news: News, at moment: Date, _ added: inout [String]) throws -> [String] {
        guard news.count > 0 else { return [] }
        var remarks: [String] = []
        for notification in plan.notifications {
            let target = Route.target(of: notification)
            switch notification {
            case .webhook(let hook):
                added.append(
                    try outbox.add(
                        target: target, body: Array(HookBody(news).json(hook.shape).utf8), at: moment,
                        number: added.count))
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
                    added.append(
                        try outbox.add(
                            target: target, from: email.from, to: address, body: message.bytes, at: moment,
                            number: added.count))
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

    /// Delivers what is in the outbox, also from runs before.
    public func deliver() async -> Outcome {
        var outcome = Outcome()
        guard !plan.notifications.isEmpty else { return outcome }
        let routes = Routes(plan, environment)
        outcome.failures = routes.failures
        await deliver(from: outbox, routes, isOwn: true, &outcome)
        for orphan in outbox.orphans { await deliver(from: orphan, routes, isOwn: false, &outcome) }
        return outcome
    }

    /// One process at a time delivers from an outbox: two would send the same message twice. In one that is not the plan's
    /// own, what the plan has no entry for is somebody else's.
    private func deliver(from outbox: Outbox, _ routes: Routes, isOwn: Bool, _ outcome: inout Outcome) async {
        do {
            guard try !outbox.items().isEmpty else { return }
            let lock = try FileLock(at: outbox.folder + ".lock", patience: isOwn ? 10 : 0)
            defer { withExtendedLifetime(lock) {} }
            for item in try outbox.items() where !routes.unusable.contains(item.target) {
                guard let route = routes.usable[item.target] else {
                    if isOwn {
                        outcome.failures.append(
                            "\(item.path): not delivered: the plan has no '\(item.target)' any more; remove the file, or restore the entry"
                        )
                    } else {
                        outcome.remarks.append(
                            "\(item.path): waits for '\(item.target)', which this plan does not have; the next run of the plan that has it delivers it"
                        )
                    }
                    continue
                }
                if let failure = await deliver(item, route) {
                    outcome.failures.append("\(item.path): not delivered: \(failure); the next run tries again")
                } else {
                    try outbox.remove(item)
                    outcome.delivered += 1
                }
            }
        } catch let holder as FileLock.Holder {
            guard isOwn else { return }
            outcome.failures.append(
                "\(outbox.folder): another keur delivers from it (\(holder.text)); what is left waits for the next run")
        } catch {
            outcome.failures.append("\(outbox.folder): \(error.localizedDescription)")
        }
    }

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

/// Why the owners could not be told.
public struct NoticeError: Error, Sendable, CustomStringConvertible {
    public let description: String
}

/// The entries of a plan's `notify`, ready to be used.
private struct Routes {
    private(set) var usable: [String: Route] = [:]
    /// Targets of entries that cannot be used now, e.g. because a secret is not set; what is for them waits.
    private(set) var unusable: Set<String> = []
    private(set) var failures: [String] = []

    init(_ plan: Plan, _ environment: [String: String]) {
        for notification in plan.notifications {
            do {
                let route = try Route(notification, plan, environment)
                usable[route.target] = route
            } catch {
                unusable.insert(Route.target(of: notification))
                failures.append("notify: \(error)")
            }
        }
    }
}
