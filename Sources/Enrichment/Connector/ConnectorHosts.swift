import CEL
import Foundation

extension Connector {
    /// Whether a step would take the bytes for a whole answer of its format.
    package func canRead(_ body: [UInt8], ofStep name: String) -> Bool {
        guard let step = steps.first(where: { $0.name == name }) else { return false }
        guard case .success = step.format.read(body) else { return false }
        return true
    }

    /// Whether a step would take the body for "there is no such thing".
    package func saysNotFound(_ body: [UInt8], status: Int, ofStep name: String) -> Bool {
        guard let step = steps.first(where: { $0.name == name }), let notFound = step.notFound,
            case .success(let value) = step.format.read(body),
            case .success(let answer) = notFound.program.evaluate(
                Activation(["body": value, "status": .int(Int64(status))]))
        else { return status == 404 }
        return answer.isTrue
    }

    private static func origin(of url: String) -> Substring {
        let start = url.range(of: "://")?.upperBound ?? url.startIndex
        return url[..<(url[start...].firstIndex { "/?#".contains($0) } ?? url.endIndex)]
    }

    /// Whether it is scheme, host and port of the base URL that are asked.
    func isOnOwnHost(_ url: String) -> Bool {
        // Nearly every URL begins with the base, byte by byte, and goes on with a path.
        if url.utf8.starts(with: baseURL.utf8),
            let next = url.utf8.dropFirst(baseURL.utf8.count).first, next == UInt8(ascii: "/")
        {
            return true
        }
        return Self.origin(of: url).lowercased() == Self.origin(of: baseURL).lowercased()
    }

    func requireOwnHost(_ url: String) throws(NotKnown) {
        guard isOnOwnHost(url) else {
            throw NotKnown("refused to ask another host than \(Self.origin(of: baseURL))")
        }
    }

    /// Another host may be one that an answer names: it does not get a plain connection, which is made with this machine alone, unless
    /// the plan makes one too.
    func requireEncryption(_ url: String) throws(NotKnown) {
        let pointsHere = ([baseURL] + settings.values).contains { $0.hasPrefix("http://") }
        guard url.hasPrefix("https://") || pointsHere else {
            throw NotKnown("refused to ask \(Self.origin(of: url)) over a connection that is not encrypted")
        }
    }

    /// The URL of a next page. A link to the documented base leads to wherever the base now is.
    func followed(_ link: String) throws(NotKnown) -> String {
        if link.hasPrefix(documentedBaseURL) { return baseURL + link.dropFirst(documentedBaseURL.count) }
        return RequestBuilder.absolute(link, base: baseURL)
    }
}
