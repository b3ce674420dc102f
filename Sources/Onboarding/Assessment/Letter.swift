/// The e-mail that asks a customer for what is missing, ready to be sent.
public struct Letter: Sendable, Hashable {
    public var language: LetterLanguage
    public var subject: String
    /// Lines end in a newline; no signature, which mail programs add.
    public var body: String

    /// Nil when the customer has nothing to tell.
    init?(asking missing: [MissingDatum], of prospect: Prospect) {
        let language = LetterLanguage(prospect)
        let words = Words.of(language)
        let asked = missing.filter(\.isForCustomer)
        guard !asked.isEmpty else { return nil }
        let items = Self.grouped(asked).enumerated().map { index, group in
            "\(index + 1). " + Self.item(group, prospect, language, words)
        }
        let name = Self.line(prospect["legal_name"])
        self.language = language
        subject = name.isEmpty ? words.subject : "\(words.subject): \(name)"
        body = """
            \(words.greeting)

            \(words.opening)

            \(items.joined(separator: "\n"))
            \(words.closing)

            \(words.regards)

            """
    }

    /// What is asked for one and the same reason is one item: street, postcode and town are an address.
    static func grouped(_ missing: [MissingDatum]) -> [[MissingDatum]] {
        var groups: [[MissingDatum]] = []
        for datum in missing {
            if datum.problem == .absent, let last = groups.last?.last, last.problem == .absent,
                last.reason == datum.reason
            {
                groups[groups.count - 1].append(datum)
            } else {
                groups.append([datum])
            }
        }
        return groups
    }

    private static func item(
        _ group: [MissingDatum],
        _ prospect: Prospect,
        _ language: LetterLanguage,
        _ words: Words
    ) -> String {
        let texts = group.compactMap { FieldTexts.of($0.field, country: prospect["country"]) }
        let label = texts.map { $0.label.text(in: language) }.joined(separator: "; ")
        guard let first = group.first, first.problem == .invalid else {
            return "\(label)\n   \(words.because) \(texts.first?.reason.text(in: language) ?? "").\n"
        }
        let suggestion = first.suggestion.isEmpty ? "" : " " + words.suggestion(line(first.suggestion))
        return "\(label)\n   \(words.wrong(line(first.value)))\(suggestion)\n"
    }

    /// Values come from strangers: one line each, and nothing that is not text.
    private static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(200).map {
                    $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
                        || $0.properties.generalCategory == .lineSeparator
                        || $0.properties.generalCategory == .paragraphSeparator ? " " : $0
                }))
    }

    private struct Words {
        var subject: String
        var greeting: String
        var opening: String
        /// Before the reason for an item.
        var because: String
        var wrong: (String) -> String
        var suggestion: (String) -> String
        var closing: String
        var regards: String

        static func of(_ language: LetterLanguage) -> Words {
            switch language {
            case .english:
                Words(
                    subject: "What we need to invoice you correctly",
                    greeting: "Dear Sir or Madam,",
                    opening:
                        "Thank you for choosing to do business with us. To send you invoices that you can book and pay without "
                        + "questions, we still need the following:",
                    because: "Why:",
                    wrong: { "We noted \"\($0)\", which does not seem to be right. Would you check it?" },
                    suggestion: { "Did you mean \"\($0)\"?" },
                    closing:
                        "Would you reply to this e-mail with these details? Your account can then be opened at once.",
                    regards: "Kind regards,")
            case .dutch:
                Words(
                    subject: "Gegevens voor uw facturen",
                    greeting: "Geachte heer, mevrouw,",
                    opening:
                        "Fijn dat u zaken met ons gaat doen. Om u facturen te sturen die u zonder vragen kunt boeken en betalen, "
                        + "hebben wij nog het volgende nodig:",
                    because: "Waarom:",
                    wrong: { "Wij noteerden \"\($0)\", maar dat lijkt niet te kloppen. Wilt u het nakijken?" },
                    suggestion: { "Bedoelt u \"\($0)\"?" },
                    closing:
                        "Wilt u deze e-mail met die gegevens beantwoorden? Dan kunnen wij uw account direct openen.",
                    regards: "Met vriendelijke groet,")
            case .german:
                Words(
                    subject: "Angaben für Ihre Rechnungen",
                    greeting: "Sehr geehrte Damen und Herren,",
                    opening:
                        "vielen Dank, dass Sie mit uns zusammenarbeiten möchten. Damit unsere Rechnungen bei Ihnen ohne Rückfragen "
                        + "gebucht und bezahlt werden können, benötigen wir noch folgende Angaben:",
                    because: "Grund:",
                    wrong: { "Wir haben „\($0)“ notiert, das scheint nicht zu stimmen. Bitte prüfen Sie die Angabe." },
                    suggestion: { "Meinen Sie „\($0)“?" },
                    closing:
                        "Bitte antworten Sie auf diese E-Mail mit den Angaben; dann können wir Ihr Konto sofort eröffnen.",
                    regards: "Mit freundlichen Grüßen")
            case .french:
                Words(
                    subject: "Informations pour vos factures",
                    greeting: "Madame, Monsieur,",
                    opening:
                        "Nous vous remercions de votre confiance. Afin de vous adresser des factures que vous pourrez comptabiliser "
                        + "et régler sans question, il nous manque les informations suivantes :",
                    because: "Pourquoi :",
                    wrong: { "Nous avons noté « \($0) », ce qui ne semble pas exact. Pourriez-vous vérifier ?" },
                    suggestion: { "S'agit-il de « \($0) » ?" },
                    closing:
                        "Merci de répondre à cet e-mail avec ces informations : votre compte pourra être ouvert aussitôt.",
                    regards: "Cordialement,")
            }
        }
    }
}
