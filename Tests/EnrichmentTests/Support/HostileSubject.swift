import Foundation
import TestSupport

/// A customer whose texts try to get out of their place in a request.
enum HostileSubject {
    static let value = "../../x\"&injected=1#<injected/>','\",\"injected\":\"1\\\r\nX-Injected: 1\r\n\r\n{token}"

    /// Fields that nothing can be told from but what the customer is called and where it sits.
    private static let prose = ["legal_name", "trading_name", "legal_form", "region", "postcode", "city", "street"]

    /// The customer with hostile prose; with hostile identifiers besides a hostile name; and with both.
    static func variants(of customer: [String: String]) -> [[String: String]] {
        let hostileProse = customer.merging(prose.map { ($0, value) }) { $1 }
        let identifiers = customer.keys.filter { !prose.contains($0) && $0 != "country" }
        let hostileIdentifiers = customer.merging(identifiers.map { ($0, (customer[$0] ?? "") + value) }) { $1 }
        let nameAlone = hostileProse.filter { prose.contains($0.key) || $0.key == "country" }
        return [hostileProse, hostileIdentifiers, nameAlone]
    }

    /// How a request gives way; nil when every value stayed in its place.
    static func breach(in request: LoopbackServer.Request) -> String? {
        let line = "\(request.method) \(request.target)"
        if request.headers.keys.contains("x-injected") { return "\(line): a header was added" }
        if !request.target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}#".utf8.contains($0) }) {
            return "\(line): characters that cannot stand in a URL"
        }
        if request.path.split(separator: "/").contains(where: { ["..", "."].contains($0) || $0 == "%2E%2E" }) {
            return "\(line): a path that leads upwards"
        }
        let names = request.target.drop { $0 != "?" }.dropFirst().split(separator: "&").map { $0.prefix { $0 != "=" } }
        if names.contains("injected") { return "\(line): a parameter was added" }
        return breach(inBody: request).map { "\(line): \($0)" }
    }

    private static func breach(inBody request: LoopbackServer.Request) -> String? {
        let type = request.headers["content-type"] ?? ""
        if request.body.isEmpty { return nil }
        if type.contains("json") {
            guard let json = try? JSONSerialization.jsonObject(with: Data(request.body)) else {
                return "a body that is not JSON"
            }
            return hasMember("injected", json) ? "a member was added" : nil
        }
        if type.contains("xml") {
            return request.text.contains("<injected") ? "an element was added" : nil
        }
        return request.text.split(separator: "&").contains { $0.hasPrefix("injected=") } ? "a field was added" : nil
    }

    private static func hasMember(_ name: String, _ json: Any) -> Bool {
        if let object = json as? [String: Any] {
            return object.contains { $0.key == name || hasMember(name, $0.value) }
        }
        return (json as? [Any])?.contains { hasMember(name, $0) } ?? false
    }
}
