import Tables

/// `docs/fields.md`, made from the table of standard fields.
enum FieldsPage {
    static var text: String {
        var lines = [
            "# Standard fields",
            "",
            "Made from the table in `Sources/Tables/Fields`; `KEUR_UPDATE_GOLDEN=1 scripts/test --filter FieldsPage` writes it anew.",
            "",
            "The checks that ship know these fields by name. A column is taken for a field when its header is the field's name or one",
            "of the headers beside it; letter case, accents, blanks and punctuation do not count, and `KNA1-KUNNR` is `KUNNR`. A plan can",
            "name the column itself ([plan.md](plan.md)). A column that is none of these is a text under a name made from its header:",
            "`Ons kenmerk` is `customer.ons_kenmerk`.",
            "",
            "Where two columns fit one field, the field's own name goes first, then the headers in the order given here.",
            "`keur map customers.csv` shows what each column of a file is taken for, and why.",
            "",
        ]
        for dataset in StandardFields.datasets { lines += section(on: dataset) }
        return lines.joined(separator: "\n")
    }

    private static func section(on dataset: String) -> [String] {
        let fields = StandardFields.fields(of: dataset)
        let key = StandardFields.key(of: dataset).map { " Key: `\($0)`." } ?? " No single field is the key."
        var lines = [
            "## \(dataset)",
            "",
            "One row is a `\(StandardFields.record(of: dataset) ?? "")`.\(key)",
            "",
            "| field | type | holds | also found under |",
            "|---|---|---|---|",
        ]
        lines += fields.map { field in
            "| `\(field.name)` | \(field.type.rawValue) | \(meaning(of: field)) | \(headers(of: field)) |"
        }
        return lines + [""]
    }

    private static func meaning(of field: FieldDefinition) -> String {
        var text = field.meaning
        if !field.allowedValues.isEmpty {
            text += ": " + field.allowedValues.map { "`\($0)`" }.joined(separator: ", ")
        }
        return field.valueNote.isEmpty ? text : "\(text) (\(field.valueNote))"
    }

    private static func headers(of field: FieldDefinition) -> String {
        HeaderSynonym.Source.allCases.compactMap { source in
            let texts = field.synonyms.filter { $0.source == source }.map(\.text)
            return texts.isEmpty ? nil : "\(source.rawValue): \(texts.joined(separator: ", "))"
        }.joined(separator: "; ")
    }
}
