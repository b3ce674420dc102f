public import Checks
public import Diagnostics
public import Tables

/// What to audit, against which checks, and where the results go: `audit.yaml`.
public struct Plan: Sendable {
    public var name: String
    /// `today` in every check; absent means the day of the run.
    public var asOf: CalendarDate?
    public var language: String
    public var datasets: [DatasetPlan]
    public var scope: ScopePlan
    /// Names of packs that ship, or paths of check files.
    public var checks: [CheckReference]
    public var parameters: [Parameter]
    public var reportsDirectory: String
    public var reportFormats: [String]
    /// How many runs' reports are kept, each in a folder of its own; nil when each run replaces the last.
    public var reportsKept: Int?
    public var failOn: Severity
    /// Nil when the plan accepts no exceptions.
    public var waivers: WaiverPlan?
    /// Checks that no new customer may fail, by id.
    public var rejectingChecks: Set<String> = Plan.standardRejections
    /// Where the plan itself names them; empty when it leaves them to keur.
    public var rejectionLocations: [(id: String, location: SourceLocation)] = []
    /// Who is told of new exceptions.
    public var notifications: [NotifyPlan] = []
    /// Nil when nothing may leave the machine.
    public var enrichment: EnrichmentPlan?
    /// Where runs are remembered; nil when they are not.
    public var history: String?
    /// Folder that relative paths start from.
    public var folder: String
}

extension Plan {
    public static let defaultHistory = ".keur/history.sqlite"

    /// A path as the plan writes it, from where keur runs: it starts from the plan's folder.
    public func path(_ path: String) -> String { Self.path(path, in: folder) }

    public static func path(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    }
}

public struct CheckReference: Sendable {
    public var name: String
    public var location: SourceLocation?

    public init(name: String, location: SourceLocation? = nil) {
        self.name = name
        self.location = location
    }
}

/// Which customers to look at.
public struct ScopePlan: Sendable {
    public var condition: SourceText?
    public var top: Int?
    /// A field name or a CEL number.
    public var measure: SourceText?
    /// Of `where`, `top` and `by` together; nil where the plan has none of them.
    public var location: SourceLocation?

    public static let everyone = ScopePlan(condition: nil, top: nil, measure: nil)
}

/// Where a dataset comes from and how its columns are to be read.
public struct DatasetPlan: Sendable {
    public var name: String
    public var nameLocation: SourceLocation?
    /// As written in the plan.
    public var source: String
    public var record: String
    /// The field that tells records apart; absent means the first standard key of the dataset.
    public var key: String?
    public var fields: [FieldPlan]
    /// Name of the link in checks, the linked dataset's record, and the field that holds the linked record's key.
    public var links: [LinkPlan]
    public var options: CSVOptions
    /// The records themselves, as CSV in UTF-8 with commas, where no file holds them; `source` then is their name.
    var text: String?
    /// Where the plan says what one row is called.
    var recordLocation: SourceLocation?
}

public struct LinkPlan: Sendable {
    public var name: String
    public var field: String
    public var location: SourceLocation?
}

/// What a plan says of one field.
public struct FieldPlan: Sendable {
    public var field: String
    public var column: String
    public var location: SourceLocation
    public var type: FieldType?
    public var decimalMark: UInt8?
    public var dateFormat: DateFormat?
    public var trueTexts: [String]
    public var falseTexts: [String]
}
