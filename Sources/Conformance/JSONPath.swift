import Foundation

/// Members of a JSON document by path, as text; empty where there is none.
struct JSONPath {
    private let root: Any?

    init(_ root: Any?) { self.root = root }

    private func value(_ path: String) -> Any? {
        path.split(separator: "/").reduce(root) { value, member in
            if let list = value as? [Any], let index = Int(member), list.indices.contains(index) { return list[index] }
            return (value as? [String: Any])?[String(member)]
        }
    }

    subscript(path: String) -> String {
        switch value(path) {
        case let text as String: text
        case let number as NSNumber: number.stringValue
        default: ""
        }
    }

    func count(_ path: String) -> Int { (value(path) as? [Any])?.count ?? 0 }

    /// The members of an object, in order.
    func names(_ path: String) -> [String] { (value(path) as? [String: Any])?.keys.sorted() ?? [] }

    /// What stands there, as JSON.
    func json(_ path: String) -> String {
        let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .sortedKeys]
        let data = value(path).flatMap { try? JSONSerialization.data(withJSONObject: $0, options: options) }
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}
