public import Audit
public import Enrichment
import CEL
import Checks
public import Tables

/// Whether a prospect can be taken on.
public enum Verdict: String, Sendable, CaseIterable {
    case accept
    /// Somebody has to look, or to ask.
    case refer
    case reject
}

/// One reason of a verdict, in words.
public struct Reason: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A finding that no customer may have.
        case rejection
        case finding
        case missing
        case duplicate
        /// A source found companies by name, and somebody has to judge whether one of them is this one.
        case candidates
        /// A configured source could not tell, or a check could not be evaluated.
        case unknown
    }

    public var kind: Kind
    public var text: String
    /// Empty where no single check says it.
    public var checkID: String
}

/// A datum that the customer is asked for.
public struct MissingDatum: Sendable, Hashable {
    public enum Problem: String, Sendable {
        case absent
        /// There is a value, and a check says that it is wrong.
        case invalid
    }

    public var field: String
    /// Fields that would do in its place.
    public var alternatives: [String]
    public var problem: Problem
    /// What stands there; empty when nothing does.
    public var value: String
    /// The value that is probably meant; empty when none is known.
    public var suggestion: String
    /// In the desk's language.
    public var label: String
    public var reason: String
    /// Checks that miss it.
    public var checkIDs: [String]
    /// Whether the customer can be asked; the rest is for ourselves to fill in.
    public var isForCustomer: Bool
}

/// Everything that was found out about a prospect.
public struct Assessment: Sendable {
    public var verdict: Verdict
    public var reasons: [Reason]
    public var missing: [MissingDatum]
    /// Fails first, most urgent first; then what could not be evaluated.
    public var findings: [Finding]
    public var duplicates: [ExistingAccount]
    /// Nil when there is nothing to ask.
    public var letter: Letter?
    public var prospect: Prospect
    public var language: String
    public var today: CalendarDate
    /// Checks by result; those on what a prospect cannot have are in none.
    public var checks: [CheckResult]
    public var sources: [AskedSource]

    public struct CheckResult: Sendable, Hashable {
        public var checkID: String
        /// `pass`, `fail`, `not_applicable` or `unknown`.
        public var result: String
    }

    /// An answer of an outside source, as the proof that it was asked.
    public struct AskedSource: Sendable, Hashable {
        public var part: String
        public var provider: String
        public var url: String
        public var requestID: String
        /// RFC 3339.
        public var askedAt: String
    }

    /// Whether nothing but missing answers keeps the prospect from being taken on.
    public var isOnlyUnknown: Bool { verdict == .refer && reasons.allSatisfy { $0.kind == .unknown } }
}

extension Assessment {
    /// Puts an audit of the one record, the accounts like it and the answers about it together.
    ///
    /// `rejecting` are ids of checks that no customer may fail; `failOn` of the plan decides which other findings refer.
    public init(
        _ prospect: Prospect,
        _ result: AuditResult,
        duplicates: [ExistingAccount],
        answer: OutsideAnswer?,
        rejecting: Set<String>
    ) {
        let language = result.plan.language
        let wording = OnboardingWording(language: language)
        let findings = Array(result.findings[0..<result.findings.count])
        let fails = findings.filter { $0.result == .fail }
        let serious = fails.filter { $0.severity >= result.plan.failOn }
        let rejections = fails.filter { rejecting.contains($0.checkID) }
        missing = MissingData(prospect, serious, language: language).all
        reasons =
            Self.reasons(rejections, serious, missing, wording)
            + duplicates.filter { $0.relation != .sameGroup }.map {
                Reason(kind: .duplicate, text: wording.duplicate($0), checkID: "")
            }
            + Self.unknown(findings, result.coverage, answer) + Self.candidates(answer)
        verdict = !rejections.isEmpty ? .reject : reasons.isEmpty ? .accept : .refer
        self.findings = findings
        self.duplicates = duplicates
        // Who is turned away is asked for nothing.
        letter = verdict == .reject ? nil : Letter(asking: missing, of: prospect)
        self.prospect = prospect
        self.language = language
        today = result.plan.asOf
        checks = Self.checks(result.coverage, findings)
        sources = answer.map { AskedSource.all(in: $0) } ?? []
    }

    /// What is wrong or missing; each once, the gravest first.
    private static func reasons(
        _ rejections: [Finding],
        _ serious: [Finding],
        _ missing: [MissingDatum],
        _ wording: OnboardingWording
    ) -> [Reason] {
        let covered = Set(missing.flatMap(\.checkIDs) + rejections.map(\.checkID))
        return rejections.map { Reason(kind: .rejection, text: $0.message, checkID: $0.checkID) }
            + serious.filter { !covered.contains($0.checkID) }.map {
                Reason(kind: .finding, text: $0.message, checkID: $0.checkID)
            }
            + missing.filter { !rejections.map(\.field).contains($0.field) }.map {
                Reason(kind: .missing, text: wording.isMissing($0), checkID: $0.checkIDs.first ?? "")
            }
    }

    private static func unknown(_ findings: [Finding], _ coverage: [CheckCoverage], _ answer: OutsideAnswer?)
        -> [Reason]
    {
        let told = findings.filter { $0.result == .unknown }.map {
            Reason(kind: .unknown, text: "\($0.title): \($0.message)", checkID: $0.checkID)
        }
        // A source that could not tell is no clean record, whichever packs run.
        guard coverage.contains(where: { $0.notKnown > 0 }), coverage.allSatisfy({ $0.notKnownFindings == 0 }) else {
            return told
        }
        return told
            + [answer?.notKnownReason].compactMap(\.self).map { Reason(kind: .unknown, text: $0, checkID: "") }
    }

    /// The source did answer: what it found waits for somebody to judge it.
    private static func candidates(_ answer: OutsideAnswer?) -> [Reason] {
        (answer?.outcomes ?? []).filter { $0.kind == .candidates }.map {
            Reason(kind: .candidates, text: "\($0.title): \($0.reason)", checkID: "")
        }
    }

    private static func checks(_ coverage: [CheckCoverage], _ findings: [Finding]) -> [CheckResult] {
        coverage.compactMap { coverage in
            // What a prospect cannot have, and what nobody was asked for, says nothing of it.
            if coverage.unknown > 0, coverage.notKnown == 0,
                !findings.contains(where: { $0.checkID == coverage.checkID })
            {
                return nil
            }
            let results = [
                ("fail", coverage.fail), ("unknown", coverage.unknown), ("pass", coverage.pass),
                ("not_applicable", coverage.notApplicable),
            ]
            return results.first { $0.1 > 0 }.map { CheckResult(checkID: coverage.checkID, result: $0.0) }
        }
    }
}

extension Assessment.AskedSource {
    fileprivate static func all(in answer: OutsideAnswer) -> [Self] {
        NormalForm.Part.allCases.flatMap { part -> [Self] in
            if part.isList {
                return answer.records(part).map { record in
                    Self(
                        part: part.rawValue, provider: record.text("source"), url: record.text("url"), requestID: "",
                        askedAt: "")
                }
            }
            return (answer.record(part)?.records("evidence") ?? []).map { evidence in
                var askedAt = ""
                if case .timestamp(let moment)? = evidence["asked_at"] { askedAt = moment.description }
                return Self(
                    part: part.rawValue, provider: evidence.text("provider"), url: evidence.text("url"),
                    requestID: evidence.text("request_id"), askedAt: askedAt)
            }
        }
    }
}
