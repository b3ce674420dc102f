/// The table of kinds as a page.
public enum IdentifierReference {
    public static var markdown: String {
        var lines = [
            "# Identifiers", "",
            "The kinds of identifier that keur knows, for `isIdentifier(text, code)` and the functions named after them. *Valid* means well formed,",
            "with the right check digits; never that a number was issued. Blanks, dots, hyphens, slashes and small letters do not matter, nor",
            "whether the country's letters stand in front. This page is made of the table in the code; a test keeps it current.",
            "",
            "| Code | Identifier | Country | Form | Rule | Example |", "|---|---|---|---|---|---|",
        ]
        for kind in Identifiers.all {
            let cells = [kind.code, kind.name, kind.country ?? "", kind.form, kind.source, "`\(kind.example)`"]
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        lines += [
            "", "## Schemes of electronic addresses", "",
            "Peppol's participant identifiers (code list \(PeppolScheme.version)), which are electronic addresses of EN 16931 too, and those that are",
            "the standard's alone. A value follows the rule of the kind named; without one only its general form counts.",
            "",
            "| Scheme | Name | Country | Where | Rule |", "|---|---|---|---|---|",
        ]
        for scheme in PeppolScheme.all.sorted(by: { $0.code < $1.code }) {
            let place = scheme.isRetired ? "retired" : scheme.network.rawValue
            lines.append(
                "| " + [scheme.code, scheme.name, scheme.country, place, scheme.kind ?? ""].joined(separator: " | ")
                    + " |")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
