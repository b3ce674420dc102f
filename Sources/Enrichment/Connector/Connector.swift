import CEL
public import Checks
public import HTTP
import Synchronization

/// How to ask one outside source, and how to read its answers: a connector file, compiled.
/// An object, since every question about every customer carries it along.
public final class Connector: Sendable {
    /// As plans name it.
    public let name: String
    public let title: LocalizedText
    /// Where its provider documents it.
    public let documentation: String
    /// Countries whose companies it knows; empty for all.
    public let countries: [String]
    public let baseURL: String
    /// As the connector file has it, whatever the plan says.
    let documentedBaseURL: String
    public let manners: Courier.Manners
    /// Requests that its provider allows in one day; nil for any number.
    public let requestsPerDay: Int?
    public let limits: HTTPRequest.Limits
    public let trust: HTTPRequest.Trust
    /// How long its answers may be kept, in seconds; nil for as long as the plan says.
    public let retentionSeconds: Double?
    /// Names of environment variables.
    public let secrets: [String]
    let settings: OutsideSettings
    let codes: Value
    /// Exports that a plan can name, sorted.
    let fileNames: [String]
    /// Paths of those that it names, by name.
    let files: Value
    let authentication: Authentication
    let headers: [(name: String, value: CompiledTemplate)]
    /// Whether there is anything to ask about a customer at all.
    let condition: Formula?
    let steps: [Step]
    let definitions: [Definition]
    let matching: Matching?
    let mappings: [NormalForm.Part: Mapping]
    let evidence: RecordMapping
    /// What the names in its expressions are, found once rather than for each customer.
    let names: ConnectorNames
    /// As outcomes and evidence name it.
    let shownTitle: String
    /// Compiles the same once more, where it is known what it was compiled from.
    let recompiling = Mutex<(@Sendable () -> Connector?)?>(nil)

    init(
        name: String,
        title: LocalizedText,
        documentation: String,
        countries: [String],
        baseURL: String,
        documentedBaseURL: String,
        manners: Courier.Manners,
        requestsPerDay: Int?,
        limits: HTTPRequest.Limits,
        trust: HTTPRequest.Trust,
        retentionSeconds: Double?,
        secrets: [String],
        settings: OutsideSettings,
        codes: Value,
        fileNames: [String],
        files: Value,
        authentication: Authentication,
        headers: [(name: String, value: CompiledTemplate)],
        condition: Formula?,
        steps: [Step],
        definitions: [Definition],
        matching: Matching?,
        mappings: [NormalForm.Part: Mapping],
        evidence: RecordMapping
    ) {
        self.name = name
        self.title = title
        self.documentation = documentation
        self.countries = countries
        self.baseURL = baseURL
        self.documentedBaseURL = documentedBaseURL
        self.manners = manners
        self.requestsPerDay = requestsPerDay
        self.limits = limits
        self.trust = trust
        self.retentionSeconds = retentionSeconds
        self.secrets = secrets
        self.settings = settings
        self.codes = codes
        self.fileNames = fileNames
        self.files = files
        self.authentication = authentication
        self.headers = headers
        self.condition = condition
        self.steps = steps
        self.definitions = definitions
        self.matching = matching
        self.mappings = mappings
        self.evidence = evidence
        shownTitle = title.text(in: "en")
        names = ConnectorNames(steps: steps, definitions: definitions, matching: matching)
    }

    /// The parts of the normal form that it supplies.
    public var parts: [NormalForm.Part] { NormalForm.Part.supplied.filter { mappings[$0] != nil } }

    /// What its requests cost, where they do.
    public var costs: [Cost] { steps.compactMap(\.cost) }

    /// Steps that cost money and may be sent again when nobody knows whether they arrived.
    package var stepsThatMayCostTwice: [String] { steps.filter { $0.cost != nil && $0.isRepeatable }.map(\.name) }

    /// Where it logs in, below the base URL; nil when it does not.
    package var loginPath: String? {
        authentication.login.map { login in
            login.url.parts.map { if case .text(let text) = $0 { text } else { "" } }.joined()
        }
    }

    /// Steps whose answer repeats the identifier that was asked.
    package var stepsThatRepeatWhatWasAsked: [String] { steps.filter { $0.identity != nil }.map(\.name) }

    /// Whether everything comes from files, so that no secrets are needed.
    var isFromFilesAlone: Bool { steps.allSatisfy { $0.lookup != nil || !$0.isAskable } }

    /// A name for an expression over the answers.
    struct Definition: Sendable {
        let name: String
        let formula: Formula
    }
}

/// An expression ready to run.
final class Formula: Sendable {
    let program: Program
    let names: Set<String>

    init(_ checked: CheckedExpression, in environment: Environment) {
        program = Program(checked, in: environment)
        names = checked.variableReferences
    }
}

/// What one request costs.
public struct Cost: Hashable, Sendable {
    public var amount: Double
    public var currency: String
}

/// What stands in the body of a request.
indirect enum BodyTemplate: Sendable {
    case json(JSONTemplate)
    case form([(name: String, value: CompiledTemplate)])
    case xml(CompiledTemplate)
}

indirect enum JSONTemplate: Sendable {
    case object([(name: String, value: JSONTemplate)])
    case array([JSONTemplate])
    case value(CompiledTemplate)
}

/// How a connector shows who is asking.
struct Authentication: Sendable {
    var headers: [(name: String, value: CompiledTemplate)] = []
    var query: [(name: String, value: CompiledTemplate)] = []
    var basic: (user: CompiledTemplate, password: CompiledTemplate)?
    var login: Login?

    /// A request that gives a token, which `headers` then name as `token`.
    struct Login: Sendable {
        let url: CompiledTemplate
        let headers: [(name: String, value: CompiledTemplate)]
        let basic: (user: CompiledTemplate, password: CompiledTemplate)?
        let body: BodyTemplate?
        let token: Formula
        /// How long it lives, in seconds.
        let life: Formula
    }
}

/// Candidates of a search by name.
struct Matching: Sendable {
    let items: Formula
    let item: String
    let key: Formula
    let name: Formula
    let places: [(field: String, formula: Formula)]
}

/// What a connector file lets its users set.
struct OutsideSettings: RecordValue {
    let recordType: RecordType
    let values: [String]

    func value(at fieldIndex: Int) -> Value? {
        values[fieldIndex].isEmpty ? nil : .string(values[fieldIndex])
    }

    func isMalformed(at fieldIndex: Int) -> Bool { false }
}
