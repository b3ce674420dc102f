import CEL
public import Checks
public import HTTP

/// How to ask one outside source, and how to read its answers: a connector file, compiled.
public struct Connector: Sendable {
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

    /// The parts of the normal form that it supplies.
    public var parts: [NormalForm.Part] { NormalForm.Part.supplied.filter { mappings[$0] != nil } }

    /// What its requests cost, where they do.
    public var costs: [Cost] { steps.compactMap(\.cost) }

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
struct Formula: Sendable {
    let program: Program
    let names: Set<String>

    init(_ checked: CheckedExpression, in environment: Environment) {
        program = Program(checked, in: environment)
        names = checked.variableReferences
    }
}

/// One request, or one for each of several things, and how to take its answer.
struct Step: Sendable {
    enum Format: Sendable {
        case json, xml, text
    }

    /// How long an answer may be used again.
    enum Life: Sendable {
        /// As the plan says for that kind of datum.
        case part(NormalForm.Part)
        case seconds(Double)
    }

    let name: String
    let condition: Formula?
    /// From an export, when the plan names one.
    let lookup: FileLookup?
    /// Whether there is a request at all; without one it only reads an export.
    let isAskable: Bool
    let method: HTTPRequest.Method
    /// A path below the base URL, or a whole URL.
    let url: CompiledTemplate
    /// Whether a whole URL may lead to another host than the base URL's.
    let mayLeaveHost: Bool
    let query: [(name: String, value: CompiledTemplate)]
    let headers: [(name: String, value: CompiledTemplate)]
    let body: BodyTemplate?
    let format: Format
    /// Whether it may be sent again when nobody knows whether it arrived.
    let isRepeatable: Bool
    /// Of `status` and `body`: the source answers that there is no such thing.
    let notFound: Formula?
    /// Of `status` and `body`: why the answer is none; empty when it is one.
    let failure: Formula?
    /// Reasons of `failure` that pass.
    let transient: Set<String>
    /// Of `body`: whether it has the documented form.
    let expected: Formula?
    /// Which identifier its answer repeats; nil when it repeats none.
    let identity: AnsweredIdentity?
    /// What to ask once for each, and under which name the request sees it.
    let each: (items: Formula, name: String)?
    /// Of `body`: the URL of the next page; empty behind the last.
    let next: Formula?
    let pageLimit: Int
    let life: Life
    let lifeWhenNotFound: Double
    let lifeIf: (condition: Formula, seconds: Double)?
    let cost: Cost?
}

/// The identifier that was asked, and what of the answer repeats it. An answer that repeats another is about somebody else.
struct AnsweredIdentity: Sendable {
    /// Empty when it was not asked by an identifier.
    let asked: Formula
    /// Of `body`: one, or a list of which each has to be the one asked.
    let told: Formula
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

/// How a part, a record or a list of the normal form comes out of the answers.
enum Mapping: Sendable {
    case value(Formula)
    case record(RecordMapping)
    case list([ListMapping])
}

struct RecordMapping: Sendable {
    let type: RecordType
    let fields: [(name: String, mapping: Mapping)]
    /// Of a part: whether the source was in a position to tell at all.
    var premise: Formula? = nil
}

/// A record for each of some items.
struct ListMapping: Sendable {
    /// Whether the source was in a position to tell at all.
    let premise: Formula?
    let items: Formula
    let item: String
    let condition: Formula?
    let record: RecordMapping
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
