/// The names and synonyms of a dataset's fields, by the key that headers are compared by.
struct FieldNames {
    /// A field that a header fits; a lower rank goes before a higher one.
    struct Claim {
        let field: FieldDefinition
        let reason: HeaderMapping.Reason
        let rank: Int
    }

    private var claims: [String: Claim] = [:]

    init(_ definitions: [FieldDefinition]) {
        for field in definitions {
            claims[HeaderName.key(field.name)] = Claim(field: field, reason: .exactName, rank: 0)
            for (position, synonym) in field.synonyms.enumerated() {
                let claim = Claim(field: field, reason: .synonym(synonym), rank: position + 1)
                for key in Self.keys(of: synonym) where claims[key] == nil { claims[key] = claim }
            }
        }
    }

    /// Umlauts match both as base letters and spelled out: `Wahrung`, `Waehrung`.
    static func keys(of synonym: HeaderSynonym) -> [String] {
        let key = HeaderName.key(synonym.text)
        let spelledOut = HeaderName.key(synonym.text, spellingOutUmlauts: true)
        return key == spelledOut ? [key] : [key, spelledOut]
    }

    func claim(of header: String) -> Claim? {
        if let claim = claims[HeaderName.key(header)] { return claim }
        guard let name = Self.withoutTable(header), let claim = claims[HeaderName.key(name)],
            case .synonym(let synonym) = claim.reason, synonym.source == .sap
        else { return nil }
        return claim
    }

    /// `KUNNR` for `KNA1-KUNNR`, `KNA1~KUNNR` and `KNA1.KUNNR`: how SAP's own tools name a field of a table.
    private static func withoutTable(_ header: String) -> String? {
        let scalars = header.unicodeScalars
        guard let mark = scalars.firstIndex(where: { "-~.".unicodeScalars.contains($0) }) else { return nil }
        let table = scalars[..<mark]
        guard (3...30).contains(table.count),
            table.allSatisfy({ ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_" })
        else { return nil }
        return String(scalars[scalars.index(after: mark)...])
    }
}

/// Names for columns that are no field, each one used once.
struct ColumnNamer {
    private var taken: Set<String>

    init(taken: Set<String>) {
        self.taken = taken
    }

    /// `index` is 0-based; a column without a name is called after its place.
    mutating func name(_ header: String, index: Int) -> String {
        let wanted = HeaderName.snakeCase(header) ?? "column_\(index + 1)"
        var name = wanted
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(wanted)_\(number)"
            number += 1
        }
        return name
    }
}
