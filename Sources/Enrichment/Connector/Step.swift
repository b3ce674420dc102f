import Checks
import HTTP

/// One request, or one for each of several things, and how to take its answer.
final class Step: Sendable {
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

    init(
        name: String,
        condition: Formula?,
        lookup: FileLookup?,
        isAskable: Bool,
        method: HTTPRequest.Method,
        url: CompiledTemplate,
        mayLeaveHost: Bool,
        query: [(name: String, value: CompiledTemplate)],
        headers: [(name: String, value: CompiledTemplate)],
        body: BodyTemplate?,
        format: Format,
        isRepeatable: Bool,
        notFound: Formula?,
        failure: Formula?,
        transient: Set<String>,
        expected: Formula?,
        identity: AnsweredIdentity?,
        each: (items: Formula, name: String)?,
        next: Formula?,
        pageLimit: Int,
        life: Life,
        lifeWhenNotFound: Double,
        lifeIf: (condition: Formula, seconds: Double)?,
        cost: Cost?
    ) {
        self.name = name
        self.condition = condition
        self.lookup = lookup
        self.isAskable = isAskable
        self.method = method
        self.url = url
        self.mayLeaveHost = mayLeaveHost
        self.query = query
        self.headers = headers
        self.body = body
        self.format = format
        self.isRepeatable = isRepeatable
        self.notFound = notFound
        self.failure = failure
        self.transient = transient
        self.expected = expected
        self.identity = identity
        self.each = each
        self.next = next
        self.pageLimit = pageLimit
        self.life = life
        self.lifeWhenNotFound = lifeWhenNotFound
        self.lifeIf = lifeIf
        self.cost = cost
    }
}

/// The identifier that was asked, and what of the answer repeats it. An answer that repeats another is about somebody else.
struct AnsweredIdentity: Sendable {
    /// Empty when it was not asked by an identifier.
    let asked: Formula
    /// Of `body`: one, or a list of which each has to be the one asked.
    let told: Formula
}
