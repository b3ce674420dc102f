import Foundation
import Tables

/// The report on a set of CSV cases, or nil when the object is none. `folder` holds the files the cases name.
func csvSuite(_ object: [String: Any], folder: URL) -> SuiteReport? {
    guard let cases = object["cases"] as? [[String: Any]], cases.allSatisfy({ $0["file"] is String }) else {
        return nil
    }
    let outcomes = cases.map { json in
        CaseOutcome(id: json["id"] as? String ?? "?", result: CSVCase(json, folder: folder).run())
    }
    return SuiteReport(name: "csv \(object["part"] as? String ?? folder.lastPathComponent)", outcomes: outcomes)
}

/// One file, and what a reader must make of it.
private struct CSVCase {
    private let json: [String: Any]
    private let path: String
    private let options: CSVOptions

    init(_ json: [String: Any], folder: URL) {
        self.json = json
        path = folder.appending(path: json["file"] as? String ?? "").path
        let wanted = json["options"] as? [String: Any] ?? [:]
        options = CSVOptions(
            encoding: (wanted["encoding"] as? String).flatMap(TextEncoding.init(name:)),
            delimiter: (wanted["delimiter"] as? String)?.utf8.first,
            hasHeader: wanted["header"] as? Bool ?? true,
            comment: (wanted["comment"] as? String)?.utf8.first,
            skipLines: wanted["skip_lines"] as? Int ?? 0)
    }

    func run() -> CaseOutcome.Result {
        let problems: [String]
        do {
            problems = differences(in: try CSVReading(path, options))
        } catch {
            problems = differences(in: error)
        }
        return problems.isEmpty ? .passed : .failed(problems.joined(separator: "; "))
    }

    // MARK: - A file that cannot be read

    private func differences(in error: SourceError) -> [String] {
        if json["refuse"] != nil { return error.reason == .notText ? [] : ["refused as \(error.reason.rawValue)"] }
        var problems: [String] = []
        for mode in ["lenient", "strict"] {
            let expected = json[mode] as? [String: Any] ?? [:]
            guard expected["ok"] as? Bool == false else {
                problems.append("\(mode): not read: \(error)")
                continue
            }
            let reason = expected["reason"] as? String
            if reason != error.reason.rawValue {
                problems.append("\(mode): \(error.reason.rawValue), not \(reason ?? "")")
            }
            if expected["line"] as? Int != error.line { problems.append("\(mode): line \(error.line ?? 0)") }
        }
        return problems
    }

    // MARK: - A file that can

    private func differences(in reading: CSVReading) -> [String] {
        if json["refuse"] != nil { return ["read, but should be refused"] }
        let lenient = json["lenient"] as? [String: Any] ?? [:]
        guard lenient["ok"] as? Bool == true else { return ["read, but should fail: \(lenient["reason"] ?? "")"] }
        return detectionDifferences(reading) + headerDifferences(reading) + recordDifferences(reading, lenient)
            + strictDifferences(reading) + typeDifferences(reading) + outputDifferences(reading)
    }

    private func detectionDifferences(_ reading: CSVReading) -> [String] {
        let found = reading.detected
        let others = json["detect_also_ok"]
        let alternatives = (others as? [[String: Any]]) ?? (others as? [String: Any]).map { [$0] } ?? []
        return (json["detect"] as? [String: Any] ?? [:]).sorted { $0.key < $1.key }.compactMap { key, expected in
            let fair = [expected] + alternatives.flatMap { [$0[key]].compactMap(\.self) + ($0[key] as? [Any] ?? []) }
            let value = found[key] ?? nil
            return fair.contains { $0 as? String == value && ($0 is NSNull || $0 is String) || "\($0)" == value ?? "" }
                ? nil : "\(key): \(value ?? "none"), not \(expected)"
        }
    }

    private func headerDifferences(_ reading: CSVReading) -> [String] {
        if let digest = json["header_digest"] as? [String: Any] {
            return digestDifference("header", [reading.header], count: reading.header.count, digest)
        }
        guard let expected = json["header"] as? [String] else { return [] }
        return sameText(expected, reading.header) ? [] : ["header: \(reading.header)"]
    }

    private func recordDifferences(_ reading: CSVReading, _ lenient: [String: Any]) -> [String] {
        let quarantine = (lenient["quarantine"] as? [[String: Any]] ?? []).map(Remark.init)
        let found = reading.quarantine
        var problems: [String] = []
        if let resync = json["lenient_resync"] as? [String: Any], quarantine != found {
            problems += resyncDifferences(reading, lenient, resync)
        } else {
            if quarantine != found { problems.append("quarantine: \(found), not \(quarantine)") }
            if let digest = lenient["rows_digest"] as? [String: Any] {
                problems += digestDifference("rows", reading.rows, count: reading.rows.count, digest)
            } else {
                problems += rowDifferences(reading.rows, lenient["rows"] as? [[String]] ?? [])
            }
        }
        return problems + warningDifferences(reading, lenient)
    }

    /// What a case leaves open, such as the line of a remark on the whole file, does not matter.
    private func warningDifferences(_ reading: CSVReading, _ lenient: [String: Any]) -> [String] {
        let expected = (lenient["warnings"] as? [[String: Any]] ?? []).map(Remark.init)
        var surplus = reading.warnings
        let missing = expected.filter { wanted in
            let place = surplus.firstIndex {
                $0.kind == wanted.kind && wanted.line ?? $0.line == $0.line && wanted.column ?? $0.column == $0.column
            }
            if let place { surplus.remove(at: place) }
            return place == nil
        }
        return missing.map { "no warning of \($0)" } + surplus.map { "warning of \($0)" }
    }

    /// The other fair way with a quote that is never closed: only its line is put aside.
    private func resyncDifferences(
        _ reading: CSVReading, _ lenient: [String: Any], _ resync: [String: Any]
    ) -> [String] {
        let first = Remark(resync["quarantine_first"] as? [String: Any] ?? [:])
        var problems = reading.quarantine.contains(first) ? [] : ["quarantine: \(reading.quarantine) without \(first)"]
        let before = lenient["rows"] as? [[String]] ?? []
        problems += rowDifferences(reading.rows, before + (resync["rows_after"] as? [[String]] ?? []))
        return problems
    }

    private func rowDifferences(_ rows: [[String]], _ expected: [[String]]) -> [String] {
        if rows.count != expected.count { return ["\(rows.count) rows, not \(expected.count)"] }
        for (index, (row, wanted)) in zip(rows, expected).enumerated() where !sameText(row, wanted) {
            return ["row \(index + 1): \(row), not \(wanted)"]
        }
        return []
    }

    private func digestDifference(_ what: String, _ rows: [[String]], count: Int, _ digest: [String: Any]) -> [String] {
        let text = rows.map { $0.joined(separator: "\u{1F}") }.joined(separator: "\u{1E}")
        let isSame =
            digest["count"] as? Int == count && digest["sha256"] as? String == SHA256.hexDigest(Array(text.utf8))
        return isSame ? [] : ["\(what): \(count), other text"]
    }

    private func strictDifferences(_ reading: CSVReading) -> [String] {
        let expected = json["strict"] as? [String: Any] ?? [:]
        let found = reading.firstStrictProblem
        if expected["ok"] as? Bool == true { return found.map { ["strict: \($0)"] } ?? [] }
        let isSame = expected["reason"] as? String == found?.kind && expected["line"] as? Int == found?.line
        return isSame ? [] : ["strict: \(found.map(String.init(describing:)) ?? "nothing"), not \(expected)"]
    }

    private func typeDifferences(_ reading: CSVReading) -> [String] {
        (json["typed"] as? [[String: Any]] ?? []).flatMap { typed -> [String] in
            guard let name = typed["column"] as? String, let column = reading.header.firstIndex(of: name) else {
                return ["typed: no column \(typed["column"] ?? "")"]
            }
            return TypedColumn(reading.rows.map { $0[column] }, type: typed["type"] as? String ?? "").differences(typed)
        }
    }

    private func outputDifferences(_ reading: CSVReading) -> [String] {
        let output = json["output"] as? [String: Any] ?? [:]
        return (output["neutralise"] as? [[Any]] ?? []).compactMap { entry in
            guard let row = entry.first as? Int, let text = entry.last as? String else { return "output: \(entry)" }
            guard reading.rows[row - 1].contains(text) else { return "output: no cell \(text)" }
            let written = FormulaGuard.defuse(text)
            return written.hasPrefix("'") && FormulaGuard.restore(written) == text
                ? nil : "output: \(written) could run"
        }
    }
}

/// Whether two lists have the same scalars: Swift's `==` takes two normal forms of a text for the same.
///
/// A byte-order mark at the start of a text does not count, since `JSONSerialization` drops it from the cases.
private func sameText(_ left: [String], _ right: [String]) -> Bool {
    func scalars(_ text: String) -> Substring.UnicodeScalarView {
        Substring(text).unicodeScalars.drop { $0 == "\u{FEFF}" }
    }
    return left.count == right.count && zip(left, right).allSatisfy { scalars($0).elementsEqual(scalars($1)) }
}
