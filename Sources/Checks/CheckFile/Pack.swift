public import Diagnostics

/// A check file: checks that belong together, with their defaults.
public struct Pack: Sendable {
    public var name: String
    public var title: LocalizedText
    /// Path as the user named it, for messages.
    public var file: String
    public var parameters: [Parameter]
    public var checks: [Check]
}

extension Pack {
    /// A pack that only has parameters: known names for a plan that runs other packs than its own.
    public init(of parameters: [Parameter], file: String) {
        self.init(name: file, title: LocalizedText(file), file: file, parameters: parameters, checks: [])
    }
}

/// A threshold that a check file names and a plan may override.
public struct Parameter: Sendable {
    public var name: String
    public var value: ParameterValue
    public var location: SourceLocation
}

public indirect enum ParameterValue: Sendable, Hashable {
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case list([ParameterValue])
}

/// A rule on records of one kind, and all that a finding needs to say.
public struct Check: Sendable {
    public enum Rule: Sendable {
        /// False is a finding.
        case assert(SourceText)
        /// Another record with the same values is a finding; absent values never collide.
        case unique([SourceText])
        /// Another record that is probably of the same company is a finding.
        case similar(Similarity<SourceText>)
    }

    public var id: String
    public var location: SourceLocation
    public var pack: String
    public var title: LocalizedText
    /// The record it looks at, e.g. `customer`.
    public var record: String
    public var recordLocation: SourceLocation
    public var severity: Severity
    public var condition: SourceText?
    public var rule: Rule
    /// Where the fix goes; its value is shown.
    public var field: (name: String, location: SourceLocation)?
    public var message: LocalizedSource?
    public var fix: LocalizedText?
    /// Cash at risk, a CEL number; absent means the record's open amount.
    public var impact: SourceText?
    /// A CEL text: the value that would repair the field; empty when there is none to suggest.
    public var suggestion: SourceText?
    public var tolerance: Tolerance
    /// Columns it can do without: when the extract lacks one, it counts as blank.
    public var optional: [(name: String, location: SourceLocation)]
    public var references: [String]
    public var owner: String
    public var cause: String
    public var examples: [Example]
}

/// What a check compares to find records of one company: expressions as written, or compiled.
public struct Similarity<Text> {
    /// The company's name.
    public var name: Text
    /// Have to be equal where both records have them, e.g. the country.
    public var same: [Text]
    /// Speak for or against, the narrowest first, e.g. postcode, street and city.
    public var places: [Text]
    /// Settle it when they are equal, e.g. the VAT number.
    public var identifiers: [Text]
    /// 0…1: from which score on two records count as one company's.
    public var threshold: Double

    public static var defaultThreshold: Double { 0.9 }

    public var all: [Text] { [name] + same + places + identifiers }

    public func map<Other>(_ transform: (Text) -> Other) -> Similarity<Other> {
        Similarity<Other>(
            name: transform(name),
            same: same.map(transform),
            places: places.map(transform),
            identifiers: identifiers.map(transform),
            threshold: threshold
        )
    }
}

extension Similarity: Sendable where Text: Sendable {}

/// How many failing records a check accepts before it counts as failed as a whole.
public enum Tolerance: Sendable, Hashable {
    case records(Int)
    /// Of the records to which the check applies, in millionths of a percent: 29 of 100 are 29 %, which a fraction in binary
    /// cannot tell.
    case share(percentMillionths: Int)

    public static let none = Tolerance.records(0)

    public func accepts(failed: Int, of applicable: Int) -> Bool {
        switch self {
        case .records(let count): failed <= count
        case .share(let millionths): Int128(failed) * 100_000_000 <= Int128(millionths) * Int128(applicable)
        }
    }
}

/// A record, with what it links to, for which a check must give a known result.
public struct Example: Sendable {
    public enum Expectation: String, Sendable {
        case pass, fail
        case notApplicable = "not_applicable"
    }

    public var expectation: Expectation
    public var node: YAMLNode
}

/// The twelve DSO killers a check can guard against.
public enum Cause {
    public static let slugs = [
        "dispute-backlog", "bad-master-data", "unmatched-cash", "rebates-credit-notes", "missing-pod",
        "dunning-blind-spots", "term-creep", "late-billing", "no-credit-gate", "stop-ship-too-late",
        "structural-disputes", "no-segmentation",
    ]
}
