import Checks
import Diagnostics
import Tables

/// The checks that nobody writes: a cell that is filled but not of its field's type is a finding of the pack `intake`.
///
/// One check for each typed field that another check asks for, so that each has its own place in the exception list.
enum MalformedCells {
    static let pack = "intake"

    static func checks(for fields: [(record: String, field: DatasetSchema.Field)]) -> Pack? {
        let typed = fields.filter { $0.field.type != .string && $0.field.isSupplied }
        guard !typed.isEmpty else { return nil }
        let text =
            """
            pack: \(pack)
            owner: Master data
            cause: bad-master-data
            checks:

            """ + typed.map { entry(record: $0.record, field: $0.field) }.joined()
        return Pack.decode(text, file: "built-in check on malformed cells", diagnostics: DiagnosticsCollector())
    }

    private static func entry(record: String, field: DatasetSchema.Field) -> String {
        let (english, dutch) = kind(field)
        return """
            - id: TE-04-\(record == "customer" ? "" : "\(record)-")\(field.name)
              title: { en: "The cell is not \(english)", nl: "De cel is geen \(dutch)" }
              for: \(record)
              severity: error
              assert: "!malformed(\(record).\(field.name))"
              field: \(field.name)
              message:
                en: "\(field.name) should be \(english), but something else stands there; it counts as missing until it is mended"
                nl: "\(field.name) hoort \(dutch) te zijn, maar er staat iets anders; tot herstel geldt het veld als leeg"
              fix:
                en: "Correct the value in the source, or declare in the plan how the column is written"
                nl: "Corrigeer de waarde in de bron, of geef in het plan op hoe de kolom geschreven is"
              references: [TE-04]

            """
    }

    private static func kind(_ field: DatasetSchema.Field) -> (english: String, dutch: String) {
        switch field.type {
        case .string: ("a text", "tekst")
        case .bool: ("yes or no", "ja of nee")
        case .int: ("a whole number", "geheel getal")
        case .decimal: ("an amount", "bedrag")
        case .date: ("a date", "datum")
        }
    }
}
