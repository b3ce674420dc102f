public import CEL
public import Tables

/// What the expressions of a check may name: the record, what it links to, what links to it, `params` and `today`.
public struct CheckEnvironment: Sendable {
    public let schema: AuditSchema
    public let record: String
    public let environment: Environment
    /// The record type of `params`.
    public let parameterType: RecordType

    /// `knowsOutside` is false where nobody outside was asked yet and the last run is not read: in a scope.
    public init?(schema: AuditSchema, record: String, parameters: [Parameter], knowsOutside: Bool = true) {
        guard schema.dataset(ofRecord: record) != nil else { return nil }
        self.schema = schema
        self.record = record
        parameterType = RecordType(
            name: "params",
            fields: parameters.map { RecordType.Field(name: $0.name, type: $0.value.type) }
        )
        var variables: [String: CELType] = ["params": .record("params"), "today": .timestamp]
        variables[record] = .record(record)
        for dataset in schema.datasets(linkingTo: record) {
            variables[dataset.dataset] = .list(.record(dataset.record))
        }
        for part in NormalForm.Part.allCases where knowsOutside && variables[part.rawValue] == nil {
            variables[part.rawValue] = NormalForm.variableType(of: part)
        }
        if knowsOutside, record == "customer", variables[PreviousRecord.name] == nil {
            variables[PreviousRecord.name] = .record(PreviousRecord.name)
        }
        environment = Environment(
            variables: variables,
            recordTypes: schema.recordTypes + [parameterType] + NormalForm.recordTypes,
            functions: StandardLibrary.all + DomainFunctions.all,
            allowsNumericComparisonsAcrossTypes: true
        )
    }
}

extension CheckEnvironment {
    /// What expressions name and nobody supplies, in words, each once: columns, datasets, outside data.
    public func notSupplied(in expressions: [CheckedExpression]) -> [String] {
        MissingData(environment: self, optional: []).names(in: expressions)
    }

    /// Whether a variable stands for what history or outside sources would have to supply, and do not.
    func isMissingOutside(_ variable: String) -> Bool {
        guard let part = NormalForm.Part(rawValue: variable), schema.datasets.allSatisfy({ $0.dataset != variable })
        else { return false }
        return !schema.outsideParts.contains(part)
    }
}

/// The record that another was found to be like, as messages of checks with `similar` see it.
public struct MatchRecord: RecordValue {
    public static let type = RecordType(
        name: "match",
        fields: [
            .init(name: "key", type: .string), .init(name: "name", type: .string), .init(name: "score", type: .double),
            .init(name: "why", type: .string), .init(name: "accounts", type: .int),
        ]
    )

    private let values: [Value]

    /// `accounts` is how many records the cluster has.
    public init(key: String, name: String, score: Double, why: String, accounts: Int) {
        values = [
            .string(key), .string(name), .double((score * 100).rounded() / 100), .string(why), .int(Int64(accounts)),
        ]
    }

    public var recordType: RecordType { Self.type }
    public func value(at fieldIndex: Int) -> Value? { values[fieldIndex] }
    public func isMalformed(at fieldIndex: Int) -> Bool { false }
}

extension CheckEnvironment {
    private init(_ other: CheckEnvironment, environment: Environment) {
        schema = other.schema
        record = other.record
        parameterType = other.parameterType
        self.environment = environment
    }

    /// What the message of a check may name besides what decides on it: the match that was found.
    func forWording(of check: Check) -> CheckEnvironment {
        guard case .similar = check.rule else { return self }
        var wording = environment
        wording.variables["match"] = .record(MatchRecord.type.name)
        wording.recordTypes[MatchRecord.type.name] = MatchRecord.type
        return CheckEnvironment(self, environment: wording)
    }
}

extension DatasetSchema {
    /// Fields in order, then links.
    var recordType: RecordType {
        RecordType(
            name: record,
            fields: fields.map { RecordType.Field(name: $0.name, type: $0.type.celType) }
                + links.map { RecordType.Field(name: $0.name, type: .record($0.target)) }
        )
    }
}

extension FieldType {
    /// What a field of the type is in expressions: dates are moments at midnight UTC.
    public var celType: CELType {
        switch self {
        case .string: .string
        case .bool: .bool
        case .int: .int
        case .decimal: .double
        case .date: .timestamp
        }
    }
}

extension ParameterValue {
    var type: CELType {
        switch self {
        case .bool: .bool
        case .int: .int
        case .double: .double
        case .string: .string
        case .list(let items): .list(items.first?.type ?? .dyn)
        }
    }

    public var value: Value {
        switch self {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .double(let value): .double(value)
        case .string(let value): .string(value)
        case .list(let items): .list(items.map(\.value))
        }
    }
}

/// The values of `params`.
public struct ParameterRecord: RecordValue {
    public let recordType: RecordType
    private let values: [Value]

    /// The values of `parameters`, for expressions of `environment`, which was made with them.
    public init(_ parameters: [Parameter], in environment: CheckEnvironment) {
        recordType = environment.parameterType
        values = parameters.map(\.value.value)
    }

    public func value(at fieldIndex: Int) -> Value? { values[fieldIndex] }
    public func isMalformed(at fieldIndex: Int) -> Bool { false }
}
