import Foundation
import Tables

/// Why the file of matches cannot be used.
public struct MatchFileError: Error, Sendable, CustomStringConvertible {
    public let description: String
}

/// Matches by name on their way to people and back: a CSV file, one candidate on each line, `judgement` filled in by hand.
public enum MatchFile {
    private static let columns = [
        "judgement", "legal_name", "country", "postcode", "city", "connector", "candidate", "candidate_name", "score",
        "why",
    ]

    /// Empty when there is no such file.
    public static func read(_ path: String) throws(MatchFileError) -> [Judgements.Entry] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let rows: [[String]]
        do throws(SourceError) {
            rows = try CSVFile(path: path).texts(of: columns).map { $0.map(FormulaGuard.restore) }
        } catch {
            throw MatchFileError(description: error.description)
        }
        var entries: [Judgements.Entry] = []
        for (index, row) in rows.enumerated() {
            let word = row[0].trimmed.lowercased()
            guard let verdict = Judgements.Verdict(rawValue: word) else {
                throw MatchFileError(
                    description:
                        "\(path): record \(index + 1): '\(word)' is no judgement; write 'same' or 'not_same', or leave it empty"
                )
            }
            entries.append(
                Judgements.Entry(
                    connector: row[5], legalName: row[1], country: row[2], postcode: row[3], city: row[4],
                    candidateKey: row[6], candidateName: row[7], score: Double(row[8]) ?? 0, why: row[9],
                    verdict: verdict))
        }
        return entries
    }

    private static func quoted(_ cell: String) -> String {
        "\"\(FormulaGuard.defuse(cell).replacing("\"", with: "\"\""))\""
    }

    /// Writes the file whole or not at all; nothing when there is nothing to write.
    public static func write(_ entries: [Judgements.Entry], to path: String) throws(MatchFileError) {
        guard !entries.isEmpty else { return }
        var text = columns.joined(separator: ",") + "\n"
        for entry in entries {
            let cells = [
                entry.verdict.rawValue, entry.legalName, entry.country, entry.postcode, entry.city, entry.connector,
                entry.candidateKey, entry.candidateName, String(entry.score), entry.why,
            ]
            text += cells.map(quoted).joined(separator: ",") + "\n"
        }
        do {
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw MatchFileError(description: "\(path): cannot be written: \(error.localizedDescription)")
        }
    }
}
