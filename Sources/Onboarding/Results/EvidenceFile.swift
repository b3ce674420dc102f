public import Foundation
public import Reports

/// Where the assessment of a prospect is kept, so that what was known and asked can be shown later.
public struct EvidenceFile: Sendable {
    public let path: String

    /// Takes a name in the folder for itself, whoever else assesses the same prospect at the same moment.
    ///
    /// The file holds what the prospect gave away of itself, its IBAN perhaps: nobody else may read it.
    /// `folder` is that of the plan, empty for the present one.
    public init(of prospect: Prospect, at moment: Date, beside folder: String) throws(ReportError) {
        let keur = folder.isEmpty ? ".keur" : folder + "/.keur"
        _ = try OutputFolder(path: "\(keur)/onboarding")
        let stem = "\(keur)/onboarding/\(Self.name(of: prospect, at: moment))"
        var (path, count) = ("\(stem).json", 1)
        while true {
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if descriptor >= 0 {
                close(descriptor)
                self.path = path
                return
            }
            guard errno == EEXIST else { throw .system(errno, doing: "write here", at: path) }
            count += 1
            path = "\(stem)-\(count).json"
        }
    }

    private static func name(of prospect: Prospect, at moment: Date) -> String {
        let time = moment.formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: false).timeSeparator(.omitted)
                .dateSeparator(.dash))
        let plain = prospect["legal_name"].folding(options: .diacriticInsensitive, locale: nil).lowercased()
        let name = plain.unicodeScalars.map { scalar in
            "a"..."z" ~= scalar || "0"..."9" ~= scalar ? Character(scalar) : "-"
        }
        let words = String(name).split(separator: "-").joined(separator: "-").prefix(40)
        return [time + "Z", words.isEmpty ? "prospect" : String(words)].joined(separator: "-")
    }

    /// Writes it whole or not at all.
    public func write(_ text: String) throws(ReportError) {
        do {
            let folder = try OutputFolder(path: (path as NSString).deletingLastPathComponent)
            let file = try AtomicFile(path: path)
            try file.write(text)
            try file.finish()
            try file.publish()
            try folder.synchronise()
        } catch {
            unlink(path)
            throw error
        }
    }
}
