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
        return lines.joined(separator: "\n") + "\n"
    }
}
