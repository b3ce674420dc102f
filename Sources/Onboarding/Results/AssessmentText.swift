import Audit
import Checks
import Reports

extension Assessment {
    /// The assessment for whoever sits at the desk: the verdict and why, what to ask, what is there already, the e-mail.
    ///
    /// `width` is held between 60 and 100 columns; `file` is where the evidence is kept. The text ends in a newline.
    public func text(width: Int, colour: Bool, file: String) -> String {
        AssessmentText(self, width: min(100, max(60, width)), style: TerminalStyle(colour: colour), file: file).text
    }
}

private struct AssessmentText {
    private let assessment: Assessment
    private let width: Int
    private let style: TerminalStyle
    private let file: String
    private let wording: OnboardingWording

    init(_ assessment: Assessment, width: Int, style: TerminalStyle, file: String) {
        self.assessment = assessment
        self.width = width
        self.style = style
        self.file = file
        wording = OnboardingWording(language: assessment.language)
    }

    var text: String {
        let blocks = [header, why, missing, accounts, warnings, letter, footer].filter { !$0.isEmpty }
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    // MARK: Blocks

    private var header: [String] {
        let verdict = wording.verdict(assessment.verdict)
        let prospect = assessment.prospect
        let name = prospect.has("legal_name") ? prospect["legal_name"] : wording.text("(no name)", "(geen naam)")
        let room = width - DisplayWidth.columns(of: verdict) - 2
        let title = DisplayWidth.padded(DisplayWidth.printable(name), to: room)
        let loud = assessment.verdict == .accept ? style.strong(verdict) : style.risk(style.strong(verdict))
        let place = [
            prospect["street"], [prospect["postcode"], prospect["city"]].filter { !$0.isEmpty }.joined(separator: " "),
        ]
        let facts = place + [prospect["country"], prospect["registration_number"], prospect["vat_number"]]
        let line = facts.filter { !$0.isEmpty }.joined(separator: " · ")
        return [style.strong(title) + "  " + loud]
            + (line.isEmpty ? [] : [style.faint(DisplayWidth.fitted(DisplayWidth.printable(line), to: width))])
    }

    /// Missing data have a block of their own, and so have accounts.
    private var why: [String] {
        let told = assessment.reasons.filter { $0.kind != .missing && $0.kind != .duplicate }
        var lines = told.flatMap { reason -> [String] in
            let kind =
                switch reason.kind {
                case .rejection: wording.text("never: ", "nooit: ")
                case .candidates: wording.text("to judge: ", "te beoordelen: ")
                case .unknown: wording.text("not known: ", "niet bekend: ")
                case .finding, .missing, .duplicate: ""
                }
            return item(kind + reason.text, source: reason.checkID)
        }
        if lines.isEmpty, assessment.verdict == .accept {
            lines = item(wording.text("Nothing stands in the way.", "Niets staat in de weg."))
        }
        return lines.isEmpty ? [] : [heading(wording.text("Why", "Waarom"))] + lines
    }

    private var missing: [String] {
        let items = assessment.missing
        guard !items.isEmpty else { return [] }
        let asked = items.filter(\.isForCustomer)
        let own = items.filter { !$0.isForCustomer }
        var lines: [String] = []
        if !asked.isEmpty {
            lines.append(
                heading(wording.text("To ask the customer (\(asked.count))", "Aan de klant te vragen (\(asked.count))"))
            )
            lines += Letter.grouped(asked).flatMap(missing)
        }
        if !own.isEmpty {
            if !lines.isEmpty { lines.append("") }
            lines.append(heading(wording.text("For us to fill in (\(own.count))", "Zelf in te vullen (\(own.count))")))
            lines += own.flatMap { missing([$0]) }
        }
        return lines
    }

    private func missing(_ group: [MissingDatum]) -> [String] {
        guard let datum = group.first else { return [] }
        let fields = group.map(\.field).joined(separator: ", ")
        var lines = item(group.map(\.label).joined(separator: "; "), source: fields)
        if datum.problem == .invalid {
            lines += wrapped("“\(datum.value)”: \(datum.reason)", indent: 4).map(style.faint)
            if !datum.suggestion.isEmpty {
                lines += wrapped(
                    wording.text("probably \(datum.suggestion)", "waarschijnlijk \(datum.suggestion)"), indent: 4)
            }
        } else {
            lines += wrapped(datum.reason, indent: 4).map(style.faint)
        }
        return lines
    }

    private var accounts: [String] {
        guard !assessment.duplicates.isEmpty else { return [] }
        let shown = assessment.duplicates.prefix(8)
        var lines = [heading(wording.text("Accounts that we have", "Accounts die wij hebben"))]
        for account in shown {
            let place = [account.city, account.country].filter { !$0.isEmpty }.joined(separator: ", ")
            let name = [account.customerID, account.legalName, place].filter { !$0.isEmpty }.joined(separator: "  ")
            lines += item(name)
            lines += wrapped(
                "\(wording.relation(account.relation)): \(wording.evidence(account))", indent: 4
            ).map(style.faint)
        }
        let rest = assessment.duplicates.count - shown.count
        if rest > 0 { lines.append("    " + wording.text("and \(rest) more", "en nog \(rest)")) }
        return lines
    }

    /// What does not stand in the way, but is worth a look.
    private var warnings: [String] {
        let told = Set(assessment.reasons.map(\.checkID) + assessment.missing.flatMap(\.checkIDs))
        let rest = assessment.findings.filter { !told.contains($0.checkID) && $0.result == .fail }
        guard !rest.isEmpty else { return [] }
        return [heading(wording.text("Worth a look", "Ook gezien"))]
            + rest.flatMap { finding in
                item(finding.message, source: finding.checkID)
            }
    }

    private var letter: [String] {
        guard let letter = assessment.letter else { return [] }
        let title = wording.text(
            "E-mail, ready to send (\(letter.language.rawValue))",
            "E-mail, klaar om te versturen (\(letter.language.rawValue))")
        var lines = wrapped(letter.subject, indent: 0).map(style.strong) + [""]
        for line in letter.body.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let indent = line.prefix { $0 == " " }.count
            lines += line.isEmpty ? [""] : wrapped(String(line), indent: indent, room: width - 4)
        }
        return [heading(title)] + lines.map { $0.isEmpty ? "  │" : "  │ " + $0 }
    }

    private var footer: [String] {
        [style.faint(wording.text("Evidence: ", "Bewijs: ") + DisplayWidth.printable(file))]
    }

    // MARK: Lines

    private func heading(_ text: String) -> String { style.strong(text) }

    /// `source` stands in brackets behind the text, on lines of its own where it does not fit.
    private func item(_ text: String, source: String = "") -> [String] {
        var lines = wrapped(text, indent: 4)
        if let first = lines.first { lines[0] = "  • " + first.dropFirst(4) }
        guard !source.isEmpty, let last = lines.last else { return lines }
        let suffix = "[\(DisplayWidth.printable(source))]"
        if DisplayWidth.columns(of: last) + 1 + DisplayWidth.columns(of: suffix) <= width {
            lines[lines.count - 1] = last + " " + style.faint(suffix)
        } else {
            lines += wrapped(suffix, indent: 4).map(style.faint)
        }
        return lines
    }

    /// Breaks at blanks; a word that is longer than a line is cut.
    private func wrapped(_ text: String, indent: Int, room: Int? = nil) -> [String] {
        let room = (room ?? width) - indent
        var lines: [String] = []
        var line = ""
        for word in DisplayWidth.printable(text).split(separator: " ") {
            let word = DisplayWidth.fitted(String(word), to: room)
            if line.isEmpty {
                line = word
            } else if DisplayWidth.columns(of: line) + 1 + DisplayWidth.columns(of: word) <= room {
                line += " " + word
            } else {
                lines.append(line)
                line = word
            }
        }
        return (lines + [line]).map { String(repeating: " ", count: indent) + $0 }
    }
}
