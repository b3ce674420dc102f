import Tables

/// What checks for customers may ask about the last run: `previous.credit_limit`.
public enum PreviousRecord {
    /// The variable, and the name of its record type.
    public static let name = "previous"

    /// What the register said, by the name that it has beside the customer's own fields; with where it stands there.
    public static let registerFields = [
        "register_city": ["address", "city"], "register_legal_form": ["legal_form", "text"],
        "register_legal_name": ["legal_name"], "register_postal_code": ["address", "postal_code"],
        "register_source": ["source"], "register_status": ["status"],
    ]

    static func schema(ofCustomers customers: DatasetSchema, kept: Set<String>?) -> DatasetSchema {
        var fields = customers.fields
        for name in registerFields.keys.sorted() where customers.field(name) == nil {
            fields.append(DatasetSchema.Field(name: name, type: .string, isSupplied: false))
        }
        for index in fields.indices { fields[index].isSupplied = kept?.contains(fields[index].name) ?? false }
        return DatasetSchema(dataset: name, record: name, fields: fields, links: [], isSupplied: kept != nil)
    }

    /// What the register says now, as a later run will have it under `field`. Nil when it cannot tell.
    public static func registerText(_ field: String, in register: OutsideRecord) -> String? {
        guard let path = registerFields[field], register.reason(path[0]) == nil else { return nil }
        return path.count == 1 ? register.text(path[0]) : register.record(path[0])?.text(path[1]) ?? ""
    }
}
