import CCurl
import Foundation

/// A mail server that takes messages in.
public struct MailServer: Sendable {
    /// `smtps://host:port` (TLS from the first byte) or `smtp://host:port` (STARTTLS; without it only to this machine).
    public var url: String
    /// With its password, where the server asks for one.
    public var user: String?
    public var password: String?
    /// PEM file with the roots to trust in place of the system's.
    public var caFile: String?
    public var totalSeconds = 60.0

    public init(url: String, user: String? = nil, password: String? = nil, caFile: String? = nil) {
        self.url = url
        self.user = user
        self.password = password
        self.caFile = caFile
    }
}

/// Why a message was not taken in; says nothing of what was sent, nor of the password.
public struct MailError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
    /// Whether trying again may help.
    public let isTransient: Bool
}

/// Hands messages to a mail server, one at a time.
public struct MailClient: Sendable {
    private let server: MailServer

    public init(_ server: MailServer) { self.server = server }

    /// Returns when the server has taken the message over.
    ///
    /// Certificates are always verified, and a server elsewhere has to encrypt: no message goes over a line in the clear.
    public func send(_ message: [UInt8], from sender: String, to recipient: String) async throws(MailError) {
        let result: Result<Void, MailError> = await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: self.deliver(message, sender, recipient)) }
        }
        try result.get()
    }

    private func deliver(_ message: [UInt8], _ sender: String, _ recipient: String) -> Result<Void, MailError> {
        guard let url = URLComponents(string: server.url), let host = url.host, ["smtp", "smtps"].contains(url.scheme),
            let handle = curl_easy_init()
        else {
            return .failure(MailError(description: "'\(server.url)' is no mail server's address", isTransient: false))
        }
        defer { curl_easy_cleanup(handle) }
        keur_curl_set_text(handle, CURLOPT_URL, server.url)
        keur_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        keur_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        keur_curl_set_text(handle, CURLOPT_PROXY, "")
        keur_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, 10_000)
        keur_curl_set_long(handle, CURLOPT_TIMEOUT_MS, Int(server.totalSeconds * 1000))
        let encryption = Loopback.isHost(host) ? CURLUSESSL_TRY : CURLUSESSL_ALL
        keur_curl_set_long(handle, CURLOPT_USE_SSL, Int(encryption.rawValue))
        if let file = server.caFile { keur_curl_set_text(handle, CURLOPT_CAINFO, file) }
        if let user = server.user { keur_curl_set_text(handle, CURLOPT_USERNAME, user) }
        if let password = server.password { keur_curl_set_text(handle, CURLOPT_PASSWORD, password) }
        keur_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(sender)>")
        let recipients = curl_slist_append(nil, "<\(recipient)>")
        defer { curl_slist_free_all(recipients) }
        keur_curl_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients)
        keur_curl_set_long(handle, CURLOPT_UPLOAD, 1)
        let upload = Upload(message)
        keur_curl_set_sink(handle, CURLOPT_READFUNCTION) { buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            return Unmanaged<Upload>.fromOpaque(context).takeUnretainedValue().fill(buffer, size * count)
        }
        keur_curl_set_pointer(handle, CURLOPT_READDATA, Unmanaged.passUnretained(upload).toOpaque())
        let code = withExtendedLifetime(upload) { curl_easy_perform(handle) }
        guard code != CURLE_OK else { return .success(()) }
        var status = 0
        keur_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        return .failure(Self.error(code, status: status, host: host))
    }

    private static func error(_ code: CURLcode, status: Int, host: String) -> MailError {
        let reason = String(cString: curl_easy_strerror(code)).lowercased()
        return switch code {
        case CURLE_LOGIN_DENIED:
            MailError(
                description:
                    "\(host) does not accept the user or password; look at KEUR_SMTP_USER and KEUR_SMTP_PASSWORD",
                isTransient: false)
        case CURLE_USE_SSL_FAILED:
            MailError(description: "\(host) does not encrypt (no STARTTLS); use smtps://", isTransient: false)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            MailError(description: "the certificate of \(host) cannot be trusted: \(reason)", isTransient: false)
        case _ where (500..<600).contains(status):
            MailError(description: "\(host) refused the message with status \(status)", isTransient: false)
        case _ where (400..<500).contains(status):
            MailError(description: "\(host) does not take the message now (status \(status))", isTransient: true)
        default: MailError(description: "\(host): \(reason)", isTransient: true)
        }
    }

    /// The message on its way out; only libcurl's thread touches it.
    private final class Upload {
        private let bytes: [UInt8]
        private var sent = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        func fill(_ buffer: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
            let count = min(room, bytes.count - sent)
            bytes.withUnsafeBytes { source in
                UnsafeMutableRawPointer(buffer).copyMemory(
                    from: UnsafeRawPointer(source.baseAddress ?? UnsafeRawPointer(buffer)).advanced(
                        by: count == 0 ? 0 : sent),
                    byteCount: count)
            }
            sent += count
            return count
        }
    }
}
