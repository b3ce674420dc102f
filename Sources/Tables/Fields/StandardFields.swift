/// The datasets and fields that the shipped checks know by name.
///
/// A dataset may hold any other column too; what stands here has a type and is found under the headers that SAP,
/// English, Dutch and German extracts use. A synonym stands here only where its content is the same thing: a header
/// that is right half the time is left to the plan.
public enum StandardFields {
    /// All fields, by dataset in the order of `datasets`.
    public static let all: [FieldDefinition] = tables.flatMap(\.fields)

    /// Customers first; the others are extracts that some checks want.
    public static let datasets: [String] = tables.map(\.dataset)

    /// Empty when the dataset is not a standard one.
    public static func fields(of dataset: String) -> [FieldDefinition] {
        tables.first { $0.dataset == dataset }?.fields ?? []
    }

    /// What one row is called in checks, e.g. `customer` for `customers`; nil when the dataset is not a standard one.
    public static func record(of dataset: String) -> String? {
        tables.first { $0.dataset == dataset }?.record
    }

    /// The field that tells the rows of a dataset apart; nil where no single field does, as in a log.
    public static func key(of dataset: String) -> String? {
        tables.first { $0.dataset == dataset }?.key
    }

    static let tables: [Table] = [
        Table(
            "customers", record: "customer", key: "customer_id",
            customerIdentity + customerChannel + customerPurchaseOrders + customerInvoiceRules + customerTerms
                + customerCredit + customerCollections + customerGovernance),
        Table("invoices", record: "invoice", key: "invoice_id", invoices),
        Table("open_items", record: "open_item", key: "item_no", openItems),
        Table("payments", record: "payment", key: "payment_id", payments),
        Table("disputes", record: "dispute", key: "dispute_id", disputes),
        Table("deliveries", record: "delivery", key: "delivery_no", deliveries),
        Table("orders", record: "order", key: "order_no", orders),
        Table("credit_notes", record: "credit_note", key: "credit_note_id", creditNotes),
        Table("rebates", record: "rebate", key: "agreement_no", rebates),
        Table("contracts", record: "contract", key: "contract_no", contracts),
        Table("dunning_runs", record: "dunning_run", key: nil, dunningRuns),
        Table("master_changes", record: "master_change", key: nil, masterChanges),
    ]

    /// A dataset's name, the name of its records and its fields.
    struct Table: Sendable {
        let dataset: String
        let record: String
        let key: String?
        let fields: [FieldDefinition]

        init(_ dataset: String, record: String, key: String?, _ entries: [Entry]) {
            self.dataset = dataset
            self.record = record
            self.key = key
            fields = entries.map { $0.definition(dataset: dataset, record: record) }
        }
    }

    /// One line of the tables. Lists are written as one text with commas, so that a line stays one line.
    struct Entry: Sendable {
        let name: String
        let type: FieldType
        let meaning: String
        var values = ""
        var note = ""
        var sap = ""
        var en = ""
        var nl = ""
        var de = ""

        func definition(dataset: String, record: String) -> FieldDefinition {
            let sources: [(texts: String, source: HeaderSynonym.Source)] = [
                (sap, .sap), (en, .english), (nl, .dutch), (de, .german),
            ]
            return FieldDefinition(
                dataset: dataset,
                record: record,
                name: name,
                type: type,
                meaning: meaning,
                allowedValues: Self.items(of: values),
                valueNote: note,
                synonyms: sources.flatMap { list in
                    Self.items(of: list.texts).map { HeaderSynonym(text: $0, source: list.source) }
                }
            )
        }

        private static func items(of list: String) -> [String] {
            list.split(separator: ",").map { String($0.drop { $0 == " " }) }
        }
    }

    static func field(
        _ name: String, _ type: FieldType, _ meaning: String, values: String = "", note: String = "", sap: String = "",
        en: String = "", nl: String = "", de: String = ""
    ) -> Entry {
        Entry(
            name: name, type: type, meaning: meaning, values: values, note: note, sap: sap, en: en, nl: nl, de: de)
    }
}
