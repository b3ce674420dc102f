import CEL

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
    var premise: Formula?
    /// Of each field, its place in the type.
    let places: [Int]

    init(type: RecordType, fields: [(name: String, mapping: Mapping)], premise: Formula? = nil) {
        self.type = type
        self.fields = fields.filter { type.index(of: $0.name) != nil }
        self.premise = premise
        places = fields.compactMap { type.index(of: $0.name) }
    }
}

/// A record for each of some items.
struct ListMapping: Sendable {
    /// Whether the source was in a position to tell at all.
    let premise: Formula?
    let items: Formula
    /// The name of an item.
    let symbol: Symbol
    let condition: Formula?
    let record: RecordMapping

    init(premise: Formula?, items: Formula, item: String, condition: Formula?, record: RecordMapping) {
        self.premise = premise
        self.items = items
        symbol = Symbol(item)
        self.condition = condition
        self.record = record
    }
}
