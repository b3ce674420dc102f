public import Foundation
public import Reports

/// Where the assessment of a prospect is kept, so that what was known and asked can be shown later.
public struct EvidenceFile: Sendable {
    public let path: String

    /// `folder` is that of the plan, empty for the present one.
    public init(of prospect: Prospect, at moment: Date, beside folder: String) {
        let time = moment.formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: false).timeSeparator(.omitted)
                .dateSeparator(.dash))
        let name = prospect["legal_name"].lowercased().unicodeScalars.map { scalar in
            "a"..."z" ~= scalar || "0"..."9" ~= scalar ? Character(scalar) : "-"
        }
        let words = String(name).split(separator: "-").joined(separator: "-").prefix(40)
        let file = [time + "Z", words.isEmpty ? "prospect" : String(words)].joined(separator: "-") + ".json"
        let keur = folder.isEmpty ? ".keur" : folder + "/.keur"
        path = "\(keur)/onboarding/\(file)"
    }

    /// Writes it whole or not at all.
    public func write(_ text: String) throws(ReportError) {
        let folder = try OutputFolder(path: (path as NSString).deletingLastPathComponent)
        let file = try AtomicFile(path: path)
        try file.write(text)
        try file.finish()
        try file.publish()
        try folder.synchronise()
    }
}
