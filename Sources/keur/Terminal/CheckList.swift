import Checks
import Diagnostics

/// Checks as a list to read. They may be a stranger's: what is written in them is shown, not obeyed.
enum CheckList {
    static func text(_ packs: [Pack], language: String) -> String {
        var lines: [String] = []
        for pack in packs {
            if !lines.isEmpty { lines.append("") }
            lines.append("\(pack.name): \(pack.title.text(in: language)) (\(pack.checks.count) checks)")
            let width = pack.checks.map(\.id.count).max() ?? 0
            for check in pack.checks {
                let id = check.id.padding(to: width)
                let severity = check.severity.rawValue.padding(to: 7)
                lines.append("  \(id)  \(severity)  \(check.title.text(in: language))  [\(check.owner)]")
            }
        }
        let count = packs.reduce(0) { $0 + $1.checks.count }
        lines += ["", "\(count) checks in \(packs.count) packs; 'keur checks explain ID' tells more about one"]
        return lines.joined(separator: "\n").printableLines
    }

    static func markdown(_ packs: [Pack], language: String) -> String {
        var lines: [String] = ["# Checks", ""]
        for pack in packs {
            lines += ["## \(pack.title.text(in: language)) (`\(pack.name)`)", ""]
            lines += ["| Id | Severity | Title | Owner | Reference |", "|---|---|---|---|---|"]
            for check in pack.checks {
                let cells = [
                    check.id, check.severity.rawValue, check.title.text(in: language), check.owner,
                    check.references.joined(separator: "; "),
                ]
                lines.append("| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n").printableLines
    }

    static func explanation(of check: Check, language: String) -> String {
        var lines = ["\(check.id): \(check.title.text(in: language))", ""]
        func add(_ name: String, _ text: String?) {
            if let text, !text.isEmpty { lines.append("\(name.padding(to: 11)) \(text)") }
        }
        add("pack", check.pack)
        add("looks at", check.record)
        add("severity", check.severity.rawValue)
        add("owner", check.owner)
        add("cause", check.cause)
        add("when", check.condition?.text)
        switch check.rule {
        case .assert(let source): add("holds if", source.text)
        case .unique(let keys): add("unique", keys.map(\.text).joined(separator: ", "))
        case .similar(let similarity):
            add("similar", similarity.all.map(\.text).joined(separator: ", "))
            add("at least", "\(similarity.threshold)")
        }
        add("field", check.field?.name)
        add("message", check.message?.text.text(in: language))
        add("fix", check.fix?.text(in: language))
        add("impact", check.impact?.text)
        add("suggest", check.suggestion?.text)
        add("references", check.references.joined(separator: "; "))
        add("defined at", check.location.description)
        return lines.joined(separator: "\n").printableLines
    }
}

extension String {
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
