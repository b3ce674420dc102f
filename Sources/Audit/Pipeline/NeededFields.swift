import CEL
import Checks

/// The fields of each dataset that a run has to read: those that checks name, and those that every finding shows.
struct NeededFields {
    private let schema: AuditSchema
    private var names: [String: Set<String>] = [:]

    init(schema: AuditSchema) {
        self.schema = schema
        add(["customer_id", "legal_name", "open_amount", "overdue_amount", "currency"], of: "customer")
    }

    mutating func add(_ fields: [String], of record: String) {
        names[record, default: []].formUnion(fields)
    }

    mutating func add(_ check: CompiledCheck) {
        let expressions =
            check.deciding + [check.impact].compactMap { $0 } + check.wordingExpressions
        for expression in expressions { add(expression) }
        if let field = check.check.field?.name { add([field], of: check.check.record) }
        guard let dataset = schema.dataset(ofRecord: check.check.record) else { return }
        add(dataset.links.map(\.field) + ["customer_id"], of: dataset.record)
        if let amount = DefaultImpact.field(of: dataset) { add([amount], of: dataset.record) }
        addPathToCustomer(from: dataset)
    }

    /// Records that do not name their customer are its own through one that does.
    private mutating func addPathToCustomer(from dataset: DatasetSchema) {
        let namesCustomer = dataset.links.contains {
            $0.target == "customer" && dataset.field($0.field)?.isSupplied == true
        }
        guard dataset.record != "customer", !namesCustomer else { return }
        for link in dataset.links where dataset.field(link.field)?.isSupplied == true {
            guard let target = schema.dataset(ofRecord: link.target), target.isSupplied else { continue }
            add(target.links.filter { $0.target == "customer" }.map(\.field), of: target.record)
        }
    }

    mutating func add(_ expression: CheckedExpression) {
        for reference in expression.fieldReferences {
            let link = schema.dataset(ofRecord: reference.record)?.links.first { $0.name == reference.field }
            add([link?.field ?? reference.field], of: reference.record)
            // What a check asks of the last run, this run keeps for the next.
            if reference.record == PreviousRecord.name { add([reference.field], of: "customer") }
        }
        // A list of records is found by the field that links them here.
        for dataset in schema.datasets where expression.variableReferences.contains(dataset.dataset) {
            add(dataset.links.map(\.field), of: dataset.record)
        }
    }

    /// Positions in the dataset's schema, rising.
    func positions(in dataset: DatasetSchema, key: String?) -> [Int] {
        var wanted = names[dataset.record] ?? []
        if let key { wanted.insert(key) }
        return dataset.fields.indices.filter { wanted.contains(dataset.fields[$0].name) }
    }

    /// Whether anything is asked of the dataset's records.
    func isNeeded(_ dataset: DatasetSchema) -> Bool { names[dataset.record] != nil }
}

/// What a finding puts at risk when its check does not say: the record's own amount.
enum DefaultImpact {
    private static let fields = ["open_amount", "amount", "net_amount", "amount_disputed"]

    static func field(of dataset: DatasetSchema) -> String? {
        fields.first { dataset.field($0)?.isSupplied == true }
    }

    static func expression(in environment: CheckEnvironment) -> CheckedExpression? {
        guard let dataset = environment.schema.dataset(ofRecord: environment.record), let field = field(of: dataset),
            let parsed = try? parse("\(environment.record).\(field)", in: environment.environment)
        else { return nil }
        return try? CEL.check(parsed, in: environment.environment)
    }
}
