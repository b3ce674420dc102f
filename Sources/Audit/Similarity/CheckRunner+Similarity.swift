import CEL
import Checks
import Identifiers
import Tables

/// The records that a check found to be like others: for each, by where it begins, what it is like.
typealias Twins = [Int: Twin]

/// What a finding of a check with `similar` tells of the other record.
struct Twin: Sendable {
    /// Where the other record begins.
    var offset: Int
    var score: Double
    var why: String
    /// How many records are taken for the same company's.
    var accounts: Int
}

extension CheckRunner {
    /// The events of the records that are probably of the same company as another, in file order, and what each is like.
    func similarities(
        _ check: RunnableCheck,
        at index: Int,
        in pieces: [ScanResult<CheckPiece>.Piece],
        language: String
    ) -> (events: [FindingEvent], twins: Twins) {
        guard case .similar(let similarity) = check.rule else { return ([], [:]) }
        var candidates: [SimilarityCandidate] = []
        for piece in pieces {
            for var candidate in piece.state.candidates[index] {
                candidate.line += UInt32(piece.firstLine)
                candidates.append(candidate)
            }
        }
        let profiles = candidates.map(\.profile)
        let found = SimilarRecords(profiles: profiles, threshold: similarity.threshold).find()
        var twins: Twins = [:]
        for record in found {
            twins[candidates[record.index].offset] = Twin(
                offset: candidates[record.twin].offset,
                score: record.score,
                why: EntityMatch(profiles[record.index], profiles[record.twin]).text(language: language),
                accounts: record.clusterSize
            )
        }
        let events = events(
            of: found.map { (offset: candidates[$0.index].offset, line: candidates[$0.index].line) }, check)
        return (events, twins)
    }
}
