import CCurl
import Foundation
import Synchronization

/// HTTP over one libcurl multi handle: connections are kept and shared, and any number of tasks may ask at once.
///
/// Certificates are always verified; plain HTTP is spoken with this machine only; redirects are followed on the same
/// origin only, at most five. Proxies come from the usual environment (`https_proxy`, `all_proxy`, `no_proxy`), roots from
/// `CURL_CA_BUNDLE` or `SSL_CERT_FILE`, where neither the user nor the request names others.
public final class HTTPClient: Sendable {
    private let loop: TransferLoop
    private let defaultCAFile: String?
    private let route: ProxyRoute

    /// `proxy` and `caFile` take the place of what the environment says.
    public init(environment: [String: String] = [:], proxy: String? = nil, caFile: String? = nil) {
        defaultCAFile = caFile ?? environment["CURL_CA_BUNDLE"] ?? environment["SSL_CERT_FILE"]
        func variable(_ name: String) -> String? { environment[name] ?? environment[name.uppercased()] }
        route = ProxyRoute(
            proxy: proxy ?? variable("https_proxy") ?? variable("all_proxy") ?? "",
            exceptions: variable("no_proxy") ?? "")
        loop = TransferLoop()
    }

    deinit { loop.close() }

    /// The answer, whatever its status; throws when there is none. Cancelling the task ends the transfer.
    public func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        var request = request
        if request.trust.caFile == nil { request.trust.caFile = defaultCAFile }
        for _ in 0...5 {
            let origin = try Origin(request.url)
            let answer = try await transfer(request, to: origin)
            guard let target = answer.redirect, request.method == .get else { return answer.response }
            guard (try? Origin(target)) == origin else {
                throw .redirect(to: (try? Origin(target))?.description ?? target.withoutQuery)
            }
            request.url = target
        }
        throw .redirect(to: "itself, in a circle")
    }

    private func transfer(_ request: HTTPRequest, to origin: Origin) async throws(HTTPError) -> Transfer.Answer {
        if Task.isCancelled { throw .cancelled }
        let transfer = Transfer(request, to: origin, route: route)
        let result: Result<Transfer.Answer, HTTPError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.add(transfer) { continuation.resume(returning: $0) }
            }
        } onCancel: {
            loop.cancel(transfer)
        }
        return try result.get()
    }
}

/// Through which proxy requests leave, and for which hosts they do not.
struct ProxyRoute: Sendable {
    /// Empty for none.
    var proxy: String
    /// Hosts and domains, separated by commas.
    var exceptions: String
}

/// Scheme, host and port: where a redirect may lead.
struct Origin: Hashable, CustomStringConvertible {
    var scheme: String
    var host: String
    var port: Int

    /// Refuses what keur does not speak.
    init(_ text: String) throws(HTTPError) {
        guard let url = URLComponents(string: text), let scheme = url.scheme?.lowercased(),
            let host = url.host?.lowercased(), !host.isEmpty
        else { throw .url(text.withoutQuery) }
        self.scheme = scheme
        self.host = host
        port = url.port ?? (scheme == "https" ? 443 : 80)
        guard scheme == "https" || (scheme == "http" && isLoopback) else { throw .notEncrypted(host: host) }
    }

    var isLoopback: Bool { Loopback.isHost(host) }

    var description: String { "\(scheme)://\(host):\(port)" }
}

extension String {
    /// What a URL may be shown by. It is not shortened further: whoever blots secrets out has to find them whole.
    var withoutQuery: String { String(prefix { $0 != "?" && $0 != "#" }) }
}
