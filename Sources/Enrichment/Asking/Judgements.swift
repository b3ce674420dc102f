import CEL
import Identifiers
import Synchronization

/// A company that a search by name came up with.
struct MatchCandidate: Sendable {
    /// What the source knows it by.
    var key: String
    var name: String
    /// By field of the customer.
    var places: [String: String]
}

/// What people decided on matches by name, and what is left for them to decide.
///
/// Nothing is taken for the customer by its name alone: a match is sure when the place agrees too and no other candidate
/// is as good. All else waits for a judgement, which then holds for every later run.
public final class Judgements: Sendable {
    public enum Verdict: String, Sendable, CaseIterable {
        case same
        case notSame = "not_same"
        case open = ""
    }

    /// One line of the file of judgements.
    public struct Entry: Sendable, Hashable {
        public var connector: String
        public var legalName: String
        public var country: String
        public var postcode: String
        public var city: String
        public var candidateKey: String
        public var candidateName: String
        /// 0…1.
        public var score: Double
        public var why: String
        public var verdict: Verdict

        public init(
            connector: String, legalName: String, country: String, postcode: String, city: String, candidateKey: String,
            candidateName: String, score: Double, why: String, verdict: Verdict
        ) {
            self.connector = connector
            self.legalName = legalName
            self.country = country
            self.postcode = postcode
            self.city = city
            self.candidateKey = candidateKey
            self.candidateName = candidateName
            self.score = score
            self.why = why
            self.verdict = verdict
        }

        fileprivate var id: [String] { [connector, legalName, country, postcode, city, candidateKey] }
    }

    static let sureScore = 0.95
    static let judgeScore = 0.75

    private struct State {
        var known: [[String]: Entry]
        /// What this run came up with.
        var proposed: Set<[String]> = []
    }

    private let state: Mutex<State>

    public init(_ entries: [Entry] = []) {
        state = Mutex(State(known: Self.byID(entries)))
    }

    private static func byID(_ entries: [Entry]) -> [[String]: Entry] {
        Dictionary(entries.map { ($0.id, $0) }) { $1 }
    }

    /// Takes over what the file holds by now, and adds what this run came up with and the file does not have; true when there
    /// was something to add. Somebody may have judged while the run was asking: the file's word goes first.
    public func merge(over written: [Entry]) -> Bool {
        state.withLock { state in
            let proposed = state.known.filter { state.proposed.contains($0.key) }
            let written = Self.byID(written)
            state.known = written.merging(proposed) { file, _ in file }
            return state.known.count > written.count
        }
    }

    /// Whether this run came up with candidates that wait for a judgement.
    public var hasProposals: Bool { state.withLock { !$0.proposed.isEmpty } }

    /// All, the undecided first, in a stable order.
    public var entries: [Entry] {
        state.withLock { Array($0.known.values) }.sorted {
            ($0.verdict == .open ? 0 : 1, $0.legalName, $0.connector, -$0.score, $0.candidateKey)
                < ($1.verdict == .open ? 0 : 1, $1.legalName, $1.connector, -$1.score, $1.candidateKey)
        }
    }

    /// The candidate that is the customer: `key`, `name`, `strength`, `candidates`; null when none comes near.
    func pick(_ candidates: [MatchCandidate], for subject: Subject, connector: String) throws(NotKnown) -> Value {
        let own = EntityProfile(
            name: subject["legal_name"], same: [],
            places: Self.places { subject[$0] }, identifiers: [])
        var open: [(entry: Entry, hasPlace: Bool)] = []
        for candidate in candidates {
            let profile = EntityProfile(
                name: candidate.name, same: [],
                places: Self.places { candidate.places[$0] ?? "" }, identifiers: [])
            let match = EntityMatch(own, profile)
            let entry = Entry(
                connector: connector, legalName: subject["legal_name"], country: subject["country"],
                postcode: subject["postcode"], city: subject["city"], candidateKey: candidate.key,
                candidateName: candidate.name, score: (match.score * 100).rounded() / 100, why: match.text(),
                verdict: .open)
            switch state.withLock({ $0.known[entry.id]?.verdict }) {
            case .same: return picked(entry, of: candidates.count, strength: 1)
            case .notSame: continue
            case .open, nil:
                if match.score >= Self.judgeScore {
                    let agreeing = match.evidence.contains(.samePlace) || match.evidence.contains(.partOfPlace)
                    open.append((entry, agreeing))
                }
            }
        }
        open.sort { ($1.entry.score, $0.entry.candidateKey) < ($0.entry.score, $1.entry.candidateKey) }
        guard let best = open.first else { return .null }
        let rival = open.dropFirst().first { $0.entry.candidateKey != best.entry.candidateKey }
        if best.entry.score >= Self.sureScore, best.hasPlace,
            rival.map({ best.entry.score - $0.entry.score >= 0.05 }) ?? true
        {
            return picked(best.entry, of: candidates.count, strength: best.entry.score)
        }
        state.withLock { state in
            for (entry, _) in open {
                state.known[entry.id] = entry
                state.proposed.insert(entry.id)
            }
        }
        let names = open.prefix(3).map { "\($0.entry.candidateName) (\($0.entry.candidateKey))" }.joined(
            separator: ", ")
        throw NotKnown(
            "found by name only, and not surely the same company: \(names); write 'same' or 'not_same' into the file of matches",
            isUndecided: true)
    }

    /// Postcodes without blanks: `602 00` and `60200` are one.
    private static func places(_ text: (String) -> String) -> [String] {
        [text("postcode").filter { !$0.isWhitespace }, text("street"), text("city")]
    }

    private func picked(_ entry: Entry, of count: Int, strength: Double) -> Value {
        let members: [(key: Value, value: Value)] = [
            (.string("key"), .string(entry.candidateKey)), (.string("name"), .string(entry.candidateName)),
            (.string("strength"), .double(strength)), (.string("candidates"), .int(Int64(count))),
        ]
        return (try? MapValue(members)).map { .map($0) } ?? .null
    }
}
