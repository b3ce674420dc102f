import Audit
import Checks
import Foundation
import Synchronization

/// A line for each step of a run, for whoever keeps watch over many: what was done and how it ended, never whose data.
///
/// The file is opened for each line, at its end: one that was moved away by a rotation is made anew, and two runs
/// can write to one file.
final class RunLog: Sendable {
    enum Format: String, CaseIterable, Sendable {
        case text, json
    }

    private let path: String
    private let format: Format
    private let lastStep = Mutex("")

    /// Nil when nothing can be written there.
    init?(_ path: String, format: Format) {
        self.path = path
        self.format = format
        guard append("") else { return nil }
    }

    /// A step that has begun; one that is the same as the last is left out.
    func step(_ name: String) {
        let isNew = lastStep.withLock { last in
            defer { last = name }
            return last != name
        }
        if isNew { write("step", ["name": .text(name)]) }
    }

    enum Value {
        case text(String)
        case number(Int)

        fileprivate var json: String {
            switch self {
            case .number(let number): String(number)
            case .text(let text):
                "\""
                    + text.unicodeScalars.map { scalar in
                        switch scalar {
                        case "\"": "\\\""
                        case "\\": "\\\\"
                        default:
                            scalar.value < 0x20 ? String(format: "\\u%04x", scalar.value) : String(scalar)
                        }
                    }.joined() + "\""
            }
        }

        fileprivate var plain: String {
            switch self {
            case .number(let number): String(number)
            case .text(let text):
                String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
            }
        }
    }

    /// One line. A line that cannot be written is lost; the run goes on.
    func write(_ event: String, _ values: KeyValuePairs<String, Value>) {
        let time = Date().formatted(.iso8601)
        let line: String
        switch format {
        case .text:
            line = (["\(time) keur[\(getpid())] \(event)"] + values.map { "\($0)=\($1.plain)" }).joined(separator: " ")
        case .json:
            let members: [(String, Value)] =
                [("time", .text(time)), ("pid", .number(Int(getpid()))), ("event", .text(event))]
                + values.map { ($0.key, $0.value) }
            line = "{" + members.map { "\"\($0)\":\($1.json)" }.joined(separator: ",") + "}"
        }
        append(line + "\n")
    }

    @discardableResult
    private func append(_ line: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return line.isEmpty || line.withCString { Foundation.write(descriptor, $0, strlen($0)) } >= 0
    }
}

extension RunLog {
    /// What a run found, in numbers alone.
    func write(_ result: AuditResult, _ alarm: Alarm?, reports: String) {
        let totals = result.totals
        write(
            "result",
            [
                "customers": .number(totals.customers), "blockers": .number(totals.bySeverity[.blocker] ?? 0),
                "errors": .number(totals.bySeverity[.error] ?? 0),
                "warnings": .number(totals.bySeverity[.warning] ?? 0), "info": .number(totals.bySeverity[.info] ?? 0),
                "unknown": .number(totals.unknownFindings), "waived": .number(result.waivers?.waivedFindings ?? 0),
                "fixed": .number(result.fixed?.count ?? 0), "raised": .number(alarm?.findings ?? -1),
                "reports": .text(reports),
            ])
    }

    func end(code: Int32, since start: Date) {
        write(
            "end",
            ["exit": .number(Int(code)), "milliseconds": .number(Int(Date().timeIntervalSince(start) * 1000))])
    }
}
