import Audit
import Enrichment
import HTTP

/// How a message gets to where one entry of `notify` sends it.
struct Route: Sendable {
    private enum Way: Sendable {
        case mail(MailClient)
        case hook(HTTPClient, url: String)
    }

    /// The name of the entry in the outbox; holds no secret.
    let target: String
    private let way: Way

    static func target(of notification: NotifyPlan) -> String {
        switch notification {
        case .email(let email): "email \(email.server)"
        case .webhook(let hook): "webhook \(hook.shape.rawValue) \(hook.url ?? hook.urlSecret ?? "")"
        }
    }

    /// Throws a text that says which secret is missing, or why secrets cannot be read.
    init(_ notification: NotifyPlan, _ plan: Plan, _ environment: [String: String]) throws {
        target = Self.target(of: notification)
        switch notification {
        case .email(let email):
            let secrets = try Secrets(
                environment: environment, names: ["KEUR_SMTP_USER", "KEUR_SMTP_PASSWORD"],
                file: email.secrets.map { plan.path($0) })
            way = .mail(
                MailClient(
                    MailServer(
                        url: email.server, user: secrets["KEUR_SMTP_USER"], password: secrets["KEUR_SMTP_PASSWORD"],
                        caFile: email.caFile.map { plan.path($0) })))
        case .webhook(let hook):
            let secrets = try Secrets(
                environment: environment, names: [hook.urlSecret].compactMap(\.self),
                file: hook.secrets.map { plan.path($0) })
            guard let url = hook.url ?? hook.urlSecret.flatMap({ secrets[$0] }) else {
                throw RouteError(
                    description: "the secret \(hook.urlSecret ?? "") is not set; export it, or name a file of secrets")
            }
            way = .hook(HTTPClient(environment: environment), url: url)
        }
    }

    /// Why the message was not taken over, and whether trying again may help; nil when it was.
    func send(_ item: Outbox.Item) async -> (failure: String?, isTransient: Bool) {
        switch way {
        case .mail(let client):
            do throws(MailError) {
                try await client.send(item.body, from: item.from, to: item.to)
                return (nil, false)
            } catch {
                return ("\(item.to): \(error.description)", error.isTransient)
            }
        case .hook(let client, let url):
            let request = HTTPRequest(
                .post, url, headers: [(name: "Content-Type", value: "application/json; charset=utf-8")], body: item.body
            )
            do throws(HTTPError) {
                let response = try await client.send(request)
                if (200..<300).contains(response.status) { return (nil, false) }
                let isTransient = response.status >= 500 || response.status == 429 || response.status == 408
                return ("the webhook answered with status \(response.status)", isTransient)
            } catch {
                return ("the webhook cannot be reached: \(Self.words(error))", error.isTransient)
            }
        }
    }

    /// An error of the address itself would show it, and a chat's address is a secret.
    private static func words(_ error: HTTPError) -> String {
        if case .url = error { "its address is malformed" } else { error.description }
    }
}

/// Why an entry of `notify` cannot be used.
struct RouteError: Error, CustomStringConvertible {
    let description: String
}
