import CCurl
import Foundation

/// One request under way. Only the loop's thread touches it after it was added.
final class Transfer: @unchecked Sendable {
    struct Answer: Sendable {
        var response: HTTPResponse
        /// Where the answer sends the asker, absolute.
        var redirect: String?
    }

    let request: HTTPRequest
    private let origin: Origin
    private let route: ProxyRoute
    private var body: [UInt8] = []
    private var headers: [(name: String, value: String)] = []
    private var isTooLarge = false
    private var headerList: UnsafeMutablePointer<curl_slist>?

    /// `origin` is that of the request's URL.
    init(_ request: HTTPRequest, to origin: Origin, route: ProxyRoute) {
        self.route = route
        self.request = request
        self.origin = origin
    }

    deinit { curl_slist_free_all(headerList) }

    /// Tells a handle, fresh or reset, all about the request; it must not be used after the transfer is gone.
    func prepare(_ handle: UnsafeMutableRawPointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        keur_curl_set_text(handle, CURLOPT_URL, request.url)
        keur_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, origin.isLoopback ? "http,https" : "https")
        keur_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        // Many requests at once share the first connection, once it is known to speak HTTP/2. Plain HTTP never does.
        keur_curl_set_long(handle, CURLOPT_PIPEWAIT, origin.scheme == "https" ? 1 : 0)
        // Over a connection of its own it is sent once; over a kept one libcurl sends again what got no answer at all.
        keur_curl_set_long(handle, CURLOPT_FRESH_CONNECT, request.mayBeResent ? 0 : 1)
        keur_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "")
        keur_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(request.limits.connectSeconds * 1000))
        keur_curl_set_long(handle, CURLOPT_TIMEOUT_MS, Int(request.limits.totalSeconds * 1000))
        keur_curl_set_text(handle, CURLOPT_USERAGENT, "keur")
        // A proxy is no way to this machine itself. Always set, so that libcurl does not look into the environment too.
        keur_curl_set_text(handle, CURLOPT_PROXY, origin.isLoopback ? "" : route.proxy)
        keur_curl_set_text(handle, CURLOPT_NOPROXY, route.exceptions)
        if let file = request.trust.caFile { keur_curl_set_text(handle, CURLOPT_CAINFO, file) }
        if let file = request.trust.certificateFile { keur_curl_set_text(handle, CURLOPT_SSLCERT, file) }
        if let file = request.trust.keyFile { keur_curl_set_text(handle, CURLOPT_SSLKEY, file) }
        for header in request.headers {
            headerList = curl_slist_append(headerList, "\(header.name): \(header.value)")
        }
        // Waiting for '100 Continue' costs a round trip and brings nothing for bodies of this size.
        if request.body != nil { headerList = curl_slist_append(headerList, "Expect:") }
        keur_curl_set_pointer(handle, CURLOPT_HTTPHEADER, headerList)
        if request.method == .post {
            let body = request.body ?? []
            keur_curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            // Copied by libcurl.
            body.withUnsafeBytes { bytes in
                _ = keur_curl_set_pointer(
                    handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
            }
            if body.isEmpty { keur_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, "") }
        }
        keur_curl_set_sink(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().take(bytes, size * count)
        }
        keur_curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        keur_curl_set_sink(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().takeHeader(bytes, size * count)
        }
        keur_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
    }

    private func take(_ bytes: UnsafePointer<CChar>, _ count: Int) -> Int {
        guard body.count + count <= request.limits.bodyBytes else {
            isTooLarge = true
            return 0
        }
        bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
            body.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
        }
        return count
    }

    private func takeHeader(_ bytes: UnsafePointer<CChar>, _ count: Int) -> Int {
        let line = bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
        if line.hasPrefix("HTTP/") { headers.removeAll() }
        if let colon = line.firstIndex(of: ":"), headers.count < 200 {
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
            headers.append((line[..<colon].lowercased(), value))
        }
        return count
    }

    /// What the finished handle has to say.
    func result(_ code: CURLcode, _ handle: UnsafeMutableRawPointer) -> Result<Answer, HTTPError> {
        if isTooLarge { return .failure(.tooLarge(limit: request.limits.bodyBytes)) }
        guard code == CURLE_OK else { return .failure(error(code)) }
        var status = 0
        var version = 0
        var redirect: UnsafePointer<CChar>?
        keur_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        keur_curl_get_long(handle, CURLINFO_HTTP_VERSION, &version)
        keur_curl_get_text(handle, CURLINFO_REDIRECT_URL, &redirect)
        return .success(
            Answer(
                response: HTTPResponse(
                    status: status,
                    headers: headers,
                    body: body,
                    majorVersion: version >= Int(CURL_HTTP_VERSION_2_0) ? 2 : 1
                ),
                redirect: redirect.map { String(cString: $0) }
            )
        )
    }

    private func error(_ code: CURLcode) -> HTTPError {
        let reason = String(cString: curl_easy_strerror(code)).lowercased()
        return switch code {
        case CURLE_OPERATION_TIMEDOUT: .timeout(seconds: request.limits.totalSeconds)
        case CURLE_COULDNT_RESOLVE_HOST: .unknownHost(origin.host)
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_PROXY, CURLE_SSL_CONNECT_ERROR: .unreachable(reason)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR:
            .certificate(reason)
        case CURLE_PARTIAL_FILE, CURLE_BAD_CONTENT_ENCODING, CURLE_HTTP2_STREAM: .cut
        case CURLE_URL_MALFORMAT: .url(request.url.withoutQuery)
        case CURLE_UNSUPPORTED_PROTOCOL: .notEncrypted(host: origin.host)
        default: .connection(reason)
        }
    }
}
