public import CEL
public import Tables

/// The records of a dataset as checks see them: fields, which of them the extract supplies, and links.
public struct DatasetSchema: Sendable {
    public struct Field: Sendable {
        public var name: String
        public var type: FieldType
        /// False for a standard field that the extract lacks.
        public var isSupplied: Bool

        public init(name: String, type: FieldType, isSupplied: Bool) {
            self.name = name
            self.type = type
            self.isSupplied = isSupplied
        }
    }

    /// `invoice.customer`: the record of another dataset whose key stands in `field`.
    public struct Link: Sendable {
        public var name: String
        public var target: String
        public var field: String

        public init(name: String, target: String, field: String) {
            self.name = name
            self.target = target
            self.field = field
        }
    }

    public var dataset: String
    public var record: String
    public var fields: [Field]
    public var links: [Link]
    /// False for a standard dataset that the plan does not name.
    public var isSupplied: Bool

    public init(dataset: String, record: String, fields: [Field], links: [Link], isSupplied: Bool) {
        self.dataset = dataset
        self.record = record
        self.fields = fields
        self.links = links
        self.isSupplied = isSupplied
    }

    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// All datasets that checks can speak of.
public struct AuditSchema: Sendable {
    public let datasets: [DatasetSchema]
    /// Of each dataset, in the same order, and of `previous`; one object for all checks, so that evaluation can tell them apart by identity.
    public let recordTypes: [RecordType]
    /// What of the outside world is asked for.
    public let outsideParts: Set<NormalForm.Part>
    /// The customer as the last run saw it, under the name `previous`: its fields, and what the register said then. Those
    /// that the history holds are supplied; nothing is where there is no earlier run.
    public let previous: DatasetSchema?

    /// `previousFields` are those that the history holds; nil where there is no earlier run.
    public init(
        datasets: [DatasetSchema],
        outsideParts: Set<NormalForm.Part> = [],
        previousFields: Set<String>? = nil
    ) {
        self.datasets = datasets
        self.outsideParts = outsideParts
        previous = datasets.first { $0.record == "customer" }.map {
            PreviousRecord.schema(ofCustomers: $0, kept: previousFields)
        }
        recordTypes = (datasets + [previous].compactMap { $0 }).map(\.recordType)
    }

    public func recordType(of record: String) -> RecordType? { recordTypes.first { $0.name == record } }

    public func dataset(ofRecord record: String) -> DatasetSchema? { datasets.first { $0.record == record } }

    /// Datasets with a link to `record`: their records stand beside it as a list under the dataset's name.
    public func datasets(linkingTo record: String) -> [DatasetSchema] {
        datasets.filter { dataset in dataset.links.contains { $0.target == record } }
    }
}

extension AuditSchema {
    /// Every standard dataset with every standard field: what checks are tested and explained against without an extract.
    public static let standard = AuditSchema(
        datasets: StandardFields.datasets.compactMap { DatasetSchema.standard($0, isSupplied: true) }
    )
}

extension DatasetSchema {
    /// A dataset of the standard fields; nil when the name is none of theirs.
    public static func standard(_ dataset: String, isSupplied: Bool) -> DatasetSchema? {
        guard let record = StandardFields.record(of: dataset) else { return nil }
        return DatasetSchema(
            dataset: dataset,
            record: record,
            fields: StandardFields.fields(of: dataset).map {
                Field(name: $0.name, type: $0.type, isSupplied: isSupplied)
            },
            links: standardLinks(of: dataset),
            isSupplied: isSupplied
        )
    }

    /// Everything leads to the customer by `customer_id`, and what is about an invoice also to that.
    public static func standardLinks(of dataset: String) -> [Link] {
        let fields = StandardFields.fields(of: dataset).map(\.name)
        var links: [Link] = []
        if dataset != "customers", fields.contains("customer_id") {
            links.append(Link(name: "customer", target: "customer", field: "customer_id"))
        }
        if dataset != "invoices", fields.contains("invoice_id") {
            links.append(Link(name: "invoice", target: "invoice", field: "invoice_id"))
        }
        return links
    }
}
