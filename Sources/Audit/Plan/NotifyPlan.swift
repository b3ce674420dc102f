import Checks
import Diagnostics
import Identifiers

/// Who is told of new exceptions, and how.
public enum NotifyPlan: Sendable {
    case email(EmailPlan)
    case webhook(WebhookPlan)
}

/// One message for each owner, with its exceptions attached.
public struct EmailPlan: Sendable {
    /// Addresses by the owners of checks.
    public var toOwner: [String: String]
    /// For owners that are not named; nil when they are told nothing.
    public var otherwise: String?
    public var from: String
    /// `smtps://…` or `smtp://…`.
    public var server: String
    /// Names of files as the plan writes them.
    public var secrets: String?
    public var caFile: String?
}

/// One message for all owners, to a chat or a program.
public struct WebhookPlan: Sendable {
    public enum Shape: String, Sendable, CaseIterable {
        case json, slack, teams
    }

    /// The address itself, or the name of the secret that holds it: with chats, whoever knows the address can post.
    public var url: String?
    public var urlSecret: String?
    public var shape: Shape
    public var secrets: String?
}

extension NotifyPlan {
    /// Reads the list under `notify`; mistakes go to `diagnostics`.
    static func decode(_ nodes: [YAMLNode], diagnostics: DiagnosticsCollector) -> [NotifyPlan] {
        nodes.compactMap { node in
            var reader = MappingReader(node, what: "an entry of 'notify'", diagnostics: diagnostics)
            let email = reader.value("email")
            let webhook = reader.value("webhook")
            reader.finish()
            switch (email, webhook) {
            case (let email?, nil): return EmailPlan.decode(email, diagnostics: diagnostics).map { .email($0) }
            case (nil, let webhook?): return WebhookPlan.decode(webhook, diagnostics: diagnostics).map { .webhook($0) }
            default:
                diagnostics.report("an entry of 'notify' is either 'email' or 'webhook'", at: node.location)
                return nil
            }
        }
    }
}

extension EmailPlan {
    fileprivate static func decode(_ node: YAMLNode, diagnostics: DiagnosticsCollector) -> EmailPlan? {
        var reader = MappingReader(node, what: "email", diagnostics: diagnostics)
        let server = reader.requiredText("smtp")
        var toOwner: [String: String] = [:]
        for entry in reader.mapping("to_owner") {
            guard case .scalar(let address) = entry.value.content else {
                diagnostics.report("'\(entry.key.text)' should have one address", at: entry.value.location)
                continue
            }
            check(address.text, at: entry.value, diagnostics)
            toOwner[entry.key.text] = address.text
        }
        let otherwise = reader.text("otherwise")
        let from = reader.text("from")
        let secrets = reader.text("secrets")?.text
        let caFile = reader.text("ca_file")?.text
        reader.finish()
        for address in [otherwise, from].compactMap(\.self) { check(address.text, at: address.node, diagnostics) }
        if toOwner.isEmpty, otherwise == nil {
            diagnostics.report(
                "nobody is told: 'to_owner' names no address",
                help: "e.g. to_owner: { Order management: orders@example.com }",
                at: node.location)
        }
        guard let server else { return nil }
        guard let host = host(of: server.text) else {
            diagnostics.report(
                "'\(server.text)' is no mail server", help: "write smtps://host, or smtp://host:587 for STARTTLS",
                at: server.node.location)
            return nil
        }
        return EmailPlan(
            toOwner: toOwner, otherwise: otherwise?.text, from: from?.text ?? "keur@\(host)", server: server.text,
            secrets: secrets, caFile: caFile)
    }

    /// Nil when the text is no address of a server, or holds a password.
    private static func host(of server: String) -> String? {
        guard let scheme = ["smtp://", "smtps://"].first(where: { server.hasPrefix($0) }) else { return nil }
        let rest = server.dropFirst(scheme.count).prefix { $0 != "/" }
        let host = rest.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        let isHost =
            !host.isEmpty && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        return isHost && !rest.contains("@") ? host : nil
    }

    private static func check(_ address: String, at node: YAMLNode, _ diagnostics: DiagnosticsCollector) {
        var text = address
        let isValid = text.withUTF8 { EmailAddress.isValid($0) } && address.utf8.allSatisfy { $0 < 0x80 }
        // A host alone, as `localhost`, is good enough for a mail server beside us.
        let isLocal =
            address.split(separator: "@").count == 2 && address.hasSuffix("@localhost")
            && address.utf8.allSatisfy { $0 > 32 && $0 < 127 }
        if !isValid, !isLocal { diagnostics.report("'\(address)' is no e-mail address", at: node.location) }
    }
}

extension WebhookPlan {
    fileprivate static func decode(_ node: YAMLNode, diagnostics: DiagnosticsCollector) -> WebhookPlan? {
        var reader = MappingReader(node, what: "webhook", diagnostics: diagnostics)
        let url = reader.text("url")
        let urlSecret = reader.text("url_secret")?.text
        let shape = reader.choice("shape", of: ["json": Shape.json, "slack": .slack, "teams": .teams])
        let secrets = reader.text("secrets")?.text
        reader.finish()
        guard (url == nil) != (urlSecret == nil) else {
            diagnostics.report(
                "a webhook has either 'url' or 'url_secret'",
                help: "url_secret: KEUR_HOOK_URL names the secret that holds it",
                at: node.location)
            return nil
        }
        if let url, !["https://", "http://127.0.0.1", "http://localhost"].contains(where: { url.text.hasPrefix($0) }) {
            diagnostics.report("'\(url.text)' should begin with https://", at: url.node.location)
        }
        return WebhookPlan(url: url?.text, urlSecret: urlSecret, shape: shape ?? .json, secrets: secrets)
    }
}
