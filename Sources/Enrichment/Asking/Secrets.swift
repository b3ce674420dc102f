import CEL
import Foundation

/// What only the services asked may know: from the environment, or from a file that nobody else can read.
public struct Secrets: Sendable {
    private let values: [String: String]
    private let blots: Blots

    public init(_ values: [String: String]) {
        self.values = values
        blots = Blots(values.values)
    }

    /// The names that connectors want, from the environment; what it lacks, from a file of `NAME=value` lines with mode 0600.
    public init(environment: [String: String], names: [String], file: String?) throws(SecretsError) {
        var values: [String: String] = [:]
        if let file { values = try Self.read(file) }
        for name in names where environment[name]?.isEmpty == false { values[name] = environment[name] }
        self.init(values)
    }

    /// Nil when it is not set, or empty.
    public subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    private static func read(_ path: String) throws(SecretsError) -> [String: String] {
        // Of a link, the file that it leads to.
        let file = URL(filePath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
            let data = FileManager.default.contents(atPath: path)
        else { throw SecretsError(description: "\(path): there is no such file of secrets, or it cannot be read") }
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
        guard mode & 0o077 == 0 else {
            throw SecretsError(
                description: "\(path): others can read the secrets in it; run 'chmod 600 \(path)'")
        }
        var values: [String: String] = [:]
        let lines = String(decoding: data, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let line = line.trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let equals = line.firstIndex(of: "=") else {
                throw SecretsError(description: "\(path):\(index + 1): write NAME=value on each line")
            }
            var value = line[line.index(after: equals)...].trimmed
            if value.count >= 2, let quote = value.first, quote == "\"" || quote == "'", value.last == quote {
                value = String(value.dropFirst().dropLast())
            }
            values[line[..<equals].trimmed] = value
        }
        return values
    }

    /// The text with every secret in it blotted out, for whatever is shown or kept.
    public func redacted(_ text: String) -> String { blots.applied(to: text) }

    func redacted(_ bytes: [UInt8]) -> [UInt8] { blots.applied(to: bytes) }

    func redacted(_ value: Value) -> Value { blots.applied(to: value) }
}

extension Connector {
    /// The secrets without which it cannot ask, sorted.
    public func missing(in secrets: Secrets) -> [String] {
        isFromFilesAlone ? [] : Set(self.secrets.filter { secrets[$0] == nil }).sorted()
    }
}

/// Why secrets could not be read; never shows one.
public struct SecretsError: Error, Sendable, CustomStringConvertible {
    public let description: String
}
