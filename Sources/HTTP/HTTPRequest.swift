import Foundation

/// One request as it goes out.
public struct HTTPRequest: Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    public var method: Method
    /// Absolute, with its query.
    public var url: String
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]?
    public var limits: Limits
    public var trust: Trust
    /// Whether libcurl may send it again when a connection that was kept turns out to be closed.
    var mayBeResent = true

    public init(
        _ method: Method,
        _ url: String,
        headers: [(name: String, value: String)] = [],
        body: [UInt8]? = nil,
        limits: Limits = Limits(),
        trust: Trust = Trust()
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
        self.trust = trust
    }

    /// How long to wait and how much to take.
    public struct Limits: Sendable {
        public var connectSeconds = 10.0
        public var totalSeconds = 30.0
        /// Of the body after decompression.
        public var bodyBytes = 16 << 20

        public init() {}
    }

    /// Whose certificates count, and which one is shown. There is no way to leave verification out.
    public struct Trust: Sendable, Hashable {
        /// PEM file with the roots to trust in place of the system's.
        public var caFile: String?
        /// PEM files of a client certificate and its key.
        public var certificateFile: String?
        public var keyFile: String?

        public init(caFile: String? = nil, certificateFile: String? = nil, keyFile: String? = nil) {
            self.caFile = caFile
            self.certificateFile = certificateFile
            self.keyFile = keyFile
        }
    }
}

/// What came back, whatever its status.
public struct HTTPResponse: Sendable {
    public var status: Int
    /// Names in lower case, in the order of arrival.
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]
    /// 2 for HTTP/2; else 1.
    public var majorVersion: Int

    public init(status: Int, headers: [(name: String, value: String)], body: [UInt8], majorVersion: Int = 1) {
        self.status = status
        self.headers = headers
        self.body = body
        self.majorVersion = majorVersion
    }

    /// The last header of a name, which is given in lower case.
    public func header(_ name: String) -> String? { headers.last { $0.name == name }?.value }
}

/// Why there is no answer at all. No case carries anything that was sent but the URL, whole and without its query.
public enum HTTPError: Error, Hashable, Sendable {
    case url(String)
    /// Plain HTTP to a host other than this machine, or another protocol.
    case notEncrypted(host: String)
    case unknownHost(String)
    /// No connection came about, so that nothing was sent.
    case unreachable(String)
    /// It broke, and nobody knows how far the request got.
    case connection(String)
    case certificate(String)
    case timeout(seconds: Double)
    /// The answer ended before its announced length.
    case cut
    case tooLarge(limit: Int)
    /// A redirect to another host, or one too many.
    case redirect(to: String)
    case cancelled

    /// Whether asking again may help.
    public var isTransient: Bool {
        switch self {
        case .unreachable, .connection, .unknownHost, .timeout, .cut: true
        case .url, .notEncrypted, .certificate, .tooLarge, .redirect, .cancelled: false
        }
    }

    /// Whether the host said nothing at all.
    var isSilence: Bool {
        switch self {
        case .unreachable, .connection, .unknownHost, .certificate, .timeout: true
        case .url, .notEncrypted, .cut, .tooLarge, .redirect, .cancelled: false
        }
    }

    /// Whether the request surely did not leave.
    var isUnsent: Bool {
        switch self {
        case .unreachable, .unknownHost, .certificate, .url, .notEncrypted: true
        case .connection, .timeout, .cut, .tooLarge, .redirect, .cancelled: false
        }
    }
}

extension HTTPError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .url(let url): "'\(url)' is no URL"
        case .notEncrypted(let host): "refused to ask '\(host)' over a connection that is not encrypted; use https"
        case .unknownHost(let host): "the host '\(host)' is not known; check the network and the base URL"
        case .unreachable(let reason), .connection(let reason): "no connection: \(reason)"
        case .certificate(let reason):
            "the certificate was not accepted: \(reason); name a 'ca_file' if the service has a root of its own"
        case .timeout(let seconds): "no answer within \(seconds.formatted(.number.precision(.fractionLength(0...1)))) s"
        case .cut: "the answer was cut off"
        case .tooLarge(let limit): "the answer is larger than \(limit >> 20) MB"
        case .redirect(let target): "it redirects to '\(target)', which was not followed"
        case .cancelled: "cancelled"
        }
    }
}
