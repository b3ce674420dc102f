import Foundation
import Identifiers

/// The report on a file of identifier vectors, or nil when the lines are none.
func identifierSuite(_ lines: Data, name: String) -> SuiteReport? {
    let vectors = lines.split(separator: UInt8(ascii: "\n")).compactMap { line in
        try? JSONDecoder().decode(IdentifierVector.self, from: Data(line))
    }
    guard !vectors.isEmpty else { return nil }
    return SuiteReport(
        name: "identifiers \(name)",
        outcomes: vectors.enumerated().map { index, vector in
            CaseOutcome(id: "\(name):\(index + 1) '\(vector.value)'", result: vector.run())
        }
    )
}

/// A value with what a reader must make of it.
private struct IdentifierVector: Decodable {
    var kind: String
    var country: String?
    var value: String
    var valid: Bool
    var normalized: String?

    /// VAT and organisation numbers are a kind for each country.
    private var identifierKind: IdentifierKind? {
        guard let country else { return Identifiers.kind(kind) }
        let local = country == "GR" ? "el" : country.lowercased()
        return Identifiers.kind("\(kind)-\(local)") ?? Identifiers.kind(kind)
    }

    func run() -> CaseOutcome.Result {
        guard let found = identifierKind else {
            return .skipped(reason: "no kind '\(kind)' for \(country ?? "any country")")
        }
        let normal = found.normalized(value)
        if found.isValid(value) != (normal != nil) { return .failed("isValid and normalized disagree") }
        guard (normal != nil) == valid else { return .failed(valid ? "should be valid" : "should not be valid") }
        guard valid, let wanted = normalized, normal != wanted else { return .passed }
        return .failed("normal form \(normal ?? "none"), expected \(wanted)")
    }
}
