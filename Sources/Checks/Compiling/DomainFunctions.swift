public import CEL
import Identifiers

/// What keur adds to CEL: functions on company identifiers, names, addresses and dates. None of them fails.
public enum DomainFunctions {
    public static let all: [FunctionDeclaration] =
        (identifiers + explanations + codes + peppol + email + names + texts).map(\.metered) + [daysBetween]

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    // MARK: Shapes of declarations

    private static func predicate(
        _ name: String,
        _ documentation: String,
        _ example: (String, String),
        _ holds: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: [.init(example.0, example.1)],
            overloads: [.init("\(name)_string", .global, [.string], .bool, .textPredicate(holds))]
        )
    }

    private static func predicate2(
        _ name: String,
        _ documentation: String,
        _ example: (String, String),
        _ holds: @escaping @Sendable (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: [.init(example.0, example.1)],
            overloads: [.init("\(name)_string_string", .global, [.string, .string], .bool, .textPredicate2(holds))]
        )
    }

    private static func text(
        _ name: String,
        _ documentation: String,
        _ example: (String, String),
        _ body: @escaping @Sendable (String) -> String
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: [.init(example.0, example.1)],
            overloads: [
                .init(
                    "\(name)_string", .global, [.string], .string,
                    .general { values throws(EvaluationError) in
                        guard case .string(let text)? = values.first else {
                            throw EvaluationError("\(name)() needs a text")
                        }
                        return .string(body(text))
                    })
            ]
        )
    }

    // MARK: Identifiers

    private static let identifiers: [FunctionDeclaration] = [
        FunctionDeclaration(
            "isVat",
            "Whether a VAT number is well formed and passes its check digit; with a country, its letters may be missing.",
            examples: [.init("isVat('NL004495445B01')", "true"), .init("isVat('004495445B01', 'NL')", "true")],
            overloads: [
                .init("isVat_string", .global, [.string], .bool, .textPredicate { Identifiers.isVat($0) }),
                .init(
                    "isVat_string_string", .global, [.string, .string], .bool,
                    .textPredicate2 { Identifiers.isVat($0, country: $1) }),
            ]
        ),
        predicate(
            "isLei", "Whether an LEI passes ISO 17442's check digits.", ("isLei('506700GE1G29325QX363')", "true"),
            Identifiers.isLei),
        predicate(
            "isIban", "Whether an IBAN has its country's form and passes its check digits.",
            ("isIban('NL91 ABNA 0417 1643 00')", "true"), Identifiers.isIban),
        predicate("isBic", "Whether a BIC is well formed.", ("isBic('ABNANL2A')", "true"), Identifiers.isBic),
        predicate(
            "isGln", "Whether a GLN passes the GS1 check digit.", ("isGln('4006381333931')", "true"), Identifiers.isGln),
        predicate(
            "isDuns", "Whether a D-U-N-S number has nine digits.", ("isDuns('15-048-3782')", "true"), Identifiers.isDuns
        ),
        predicate(
            "isSiren", "Whether a SIREN passes its check digit.", ("isSiren('732829320')", "true"), Identifiers.isSiren),
        predicate(
            "isSiret", "Whether a SIRET passes its check digit.", ("isSiret('73282932000074')", "true"),
            Identifiers.isSiret),
        predicate(
            "isLeitwegId", "Whether a Leitweg-ID is well formed and passes its check digits.",
            ("isLeitwegId('991-33333TEST-33')", "true"), Identifiers.isLeitwegID),
        predicate(
            "isEori", "Whether an EORI number is well formed.", ("isEori('NL123456789')", "true"), Identifiers.isEori),
        predicate(
            "isCreditorReference", "Whether a creditor reference (RF…) passes ISO 11649's check digits.",
            ("isCreditorReference('RF18539007547034')", "true"), Identifiers.isCreditorReference),
        predicate2(
            "isCompanyNumber",
            "Whether a registration number has the form, and passes the check digit, of its country's register.",
            ("isCompanyNumber('12345678', 'NL')", "true")
        ) { Identifiers.isCompanyNumber($0, country: $1) },
        FunctionDeclaration(
            "otherCompanyCountry",
            "The country whose registration number a text is, where it is none of the country given and passes the check digit of exactly one other; else ''.",
            examples: [.init("otherCompanyCountry('0428.759.497', 'NL')", "'BE'")],
            overloads: [
                .init(
                    "otherCompanyCountry_string_string", .global, [.string, .string], .string,
                    .general { values throws(EvaluationError) in
                        let (number, country) = try twoTexts(values, of: "otherCompanyCountry")
                        return .string(Identifiers.otherCountry(ofCompanyNumber: number, than: country) ?? "")
                    })
            ]
        ),
        FunctionDeclaration(
            "isIdentifier",
            "Whether a text is a valid identifier of a kind, e.g. 'rsin' or 'gtin14'.",
            examples: [.init("isIdentifier('004495445', 'rsin')", "true")],
            overloads: [
                .init(
                    "isIdentifier_string_string", .global, [.string, .string], .bool,
                    .textPredicateNamed { name in
                        let kind = Identifiers.kind(String(decoding: name, as: UTF8.self))
                        return { kind?.isValid($0) ?? false }
                    })
            ]
        ),
    ]

    // MARK: Why an identifier is not valid, and what was meant

    private static let explanations: [FunctionDeclaration] =
        explaining(
            "Identifier", "an identifier of a kind, e.g. 'iban'",
            ("'NL91ABNA0417164301', 'iban'", "'check digits are 91, should be 64'"),
            ("'5067O0GE1G29325QX363', 'lei'", "'506700GE1G29325QX363'")
        ) { Identifiers.kind($0).map { [$0] } ?? [] }
        + explaining(
            "Vat", "a VAT number of a country",
            ("'DE136695975', 'DE'", "'check digit is 5, should be 6'"), ("'DE136695967', 'DE'", "'DE136695976'")
        ) { Identifiers.vatKind(ofCountry: $0).map { [$0] } ?? [] }
        + explaining(
            "CompanyNumber", "a registration number of a country",
            ("'1234567', 'NL'", "'has 7 characters, should have 8'"), ("'1234567', 'NL'", "'01234567'")
        ) { Identifiers.companyNumberKinds(ofCountry: $0) }

    /// `explain…(text, what[, language])` and `repair…(text, what)`; `kinds` finds what is meant by `what`.
    private static func explaining(
        _ name: String,
        _ subject: String,
        _ explanation: (String, String),
        _ repair: (String, String),
        kinds: @escaping @Sendable (String) -> [IdentifierKind]
    ) -> [FunctionDeclaration] {
        @Sendable func texts(_ values: [Value]) throws(EvaluationError) -> [String] {
            let texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
            guard texts.count == values.count else { throw EvaluationError("explain\(name)() needs texts") }
            return texts
        }
        let explain: FunctionDeclaration.Implementation = .general { values throws(EvaluationError) in
            let texts = try texts(values)
            let language = texts.count > 2 ? texts[2] : "en"
            return .string(
                IdentifierProblem.nearest(to: texts[0], among: kinds(texts[1]))?.text(language: language) ?? "")
        }
        return [
            FunctionDeclaration(
                "explain\(name)",
                "Why a text is not \(subject); '' when it is. In English, or in Dutch with 'nl' as the last argument.",
                examples: [.init("explain\(name)(\(explanation.0))", explanation.1)],
                overloads: [
                    .init("explain\(name)_string_string", .global, [.string, .string], .string, explain),
                    .init(
                        "explain\(name)_string_string_string", .global, [.string, .string, .string], .string, explain),
                ]
            ),
            FunctionDeclaration(
                "repair\(name)",
                "What was probably meant by a text that is not \(subject), where exactly one such value is valid; else ''.",
                examples: [.init("repair\(name)(\(repair.0))", repair.1)],
                overloads: [
                    .init(
                        "repair\(name)_string_string", .global, [.string, .string], .string,
                        .general { values throws(EvaluationError) in
                            let texts = try texts(values)
                            let repairs = Set(kinds(texts[1]).compactMap { $0.repair(of: texts[0])?.value })
                            return .string(repairs.count == 1 ? repairs.first ?? "" : "")
                        })
                ]
            ),
        ]
    }

    private static let codes: [FunctionDeclaration] = [
        predicate(
            "isCountry", "Whether a text is an ISO 3166-1 alpha-2 code.", ("isCountry('NL')", "true"),
            Identifiers.isCountry),
        predicate(
            "isCurrency", "Whether a text is an ISO 4217 code.", ("isCurrency('EUR')", "true"), Identifiers.isCurrency),
        predicate(
            "isLanguage", "Whether a text is an ISO 639-1 code.", ("isLanguage('nl')", "true"), Identifiers.isLanguage),
        predicate(
            "isEuCountry", "Whether a country is a member of the European Union.", ("isEuCountry('GB')", "false"),
            Identifiers.isEUCountry),
        predicate(
            "isEeaCountry", "Whether a country is in the European Economic Area.", ("isEeaCountry('NO')", "true"),
            Identifiers.isEEACountry),
        predicate2("isPostcode", "Whether a postcode has its country's form.", ("isPostcode('1012 AB', 'NL')", "true"))
        { Postcodes.isValid($0, country: $1) },
        text("vatPrefix", "The letters before a country's VAT numbers.", ("vatPrefix('GR')", "'EL'")) {
            $0 == "GR" ? "EL" : $0
        },
        text(
            "ibanCountry", "The country that an IBAN names; '' when it names none.",
            ("ibanCountry('NL91ABNA0417164300')", "'NL'")
        ) { leadingLetters($0, from: 0) },
        text("bicCountry", "The country that a BIC names; '' when it names none.", ("bicCountry('ABNANL2A')", "'NL'")) {
            leadingLetters($0, from: 4)
        },
    ]

    /// Two letters at a place of the text without blanks, in capitals.
    @Sendable private static func leadingLetters(_ text: String, from start: Int) -> String {
        let letters = text.uppercased().filter { $0 != " " }.dropFirst(start).prefix(2)
        return letters.count == 2 && letters.allSatisfy { $0.isASCII && $0.isLetter } ? String(letters) : ""
    }

    // MARK: Peppol and e-mail

    private static let peppol: [FunctionDeclaration] = [
        predicate(
            "isPeppolId", "Whether a Peppol id has a scheme in use and a value that follows its rule.",
            ("isPeppolId('0106:12345678')", "true")
        ) { PeppolID.isValid($0) },
        text("peppolScheme", "The scheme of a Peppol id.", ("peppolScheme('0106:12345678')", "'0106'")) {
            PeppolID.scheme(of: $0)
        },
        text("peppolValue", "A Peppol id without its scheme.", ("peppolValue('0106:12345678')", "'12345678'")) {
            PeppolID.value(of: $0)
        },
        predicate(
            "isPeppolScheme", "Whether a scheme is in use on the Peppol network.", ("isPeppolScheme('0208')", "true")
        ) { scheme($0).map { !$0.isRetired } ?? false },
        predicate(
            "isRetiredPeppolScheme", "Whether a scheme was in use and is no longer.",
            ("isRetiredPeppolScheme('9956')", "true")
        ) { scheme($0)?.isRetired ?? false },
        predicate(
            "isElectronicAddressScheme", "Whether EN 16931 knows a scheme of electronic addresses.",
            ("isElectronicAddressScheme('EM')", "true")
        ) { PeppolScheme.isElectronicAddressScheme(String(decoding: $0, as: UTF8.self)) },
        text(
            "requiredPeppolScheme",
            "The Peppol scheme by which businesses of a country have to be addressed; '' where several will do.",
            ("requiredPeppolScheme('BE')", "'0208'")
        ) { PeppolScheme.required(in: $0)?.code ?? "" },
        text(
            "peppolSchemeCountry", "The country whose scheme it is; '' for none.",
            ("peppolSchemeCountry('0106')", "'NL'")
        ) { PeppolScheme.scheme($0)?.country ?? "" },
    ]

    private static func scheme(_ code: UnsafeBufferPointer<UInt8>) -> PeppolScheme? {
        PeppolScheme.scheme(String(decoding: code, as: UTF8.self))
    }

    private static let email: [FunctionDeclaration] = [
        predicate("isEmail", "Whether a text is an e-mail address.", ("isEmail('ap@example.com')", "true")) {
            EmailAddress.isValid($0)
        },
        predicate(
            "isFreeMail", "Whether an address is with a provider of mailboxes for anyone.",
            ("isFreeMail('jan@gmail.com')", "true")
        ) { EmailAddress.isFreeMail(String(decoding: $0, as: UTF8.self)) },
        predicate(
            "isPersonalEmail", "Whether an address looks like a person's rather than a department's.",
            ("isPersonalEmail('jan.jansen@example.com')", "true")
        ) { EmailAddress.isPersonal(String(decoding: $0, as: UTF8.self)) },
        text(
            "emailDomain", "The part behind the @, in small letters.",
            ("emailDomain('AP@Example.com')", "'example.com'")
        ) { EmailAddress.domain(of: $0) },
    ]

    // MARK: Names and texts

    private static let names: [FunctionDeclaration] = [
        text(
            "legalForm", "The legal form in a company's name; '' when it shows none.",
            ("legalForm('Acme Besloten Vennootschap')", "'B.V.'")
        ) { LegalForms.form(in: $0) ?? "" },
        FunctionDeclaration(
            "legalFormCode",
            "The ISO 20275 code (ELF) of the legal form in a name, in a country; '' when there is none, or more than one.",
            examples: [.init("legalFormCode('Acme Besloten Vennootschap', 'NL')", "'54M6'")],
            overloads: [
                .init(
                    "legalFormCode_string_string", .global, [.string, .string], .string,
                    .general { values throws(EvaluationError) in
                        let (name, country) = try twoTexts(values, of: "legalFormCode")
                        return .string(LegalForms.find(in: name, country: country)?.code(in: country) ?? "")
                    })
            ]
        ),
        predicate2(
            "isLegalFormOf",
            "Whether a country has the legal form that a name shows; true for a name without one.",
            ("isLegalFormOf('Acme GmbH', 'NL')", "false")
        ) { LegalForms.isPlausible(String(decoding: $0, as: UTF8.self), in: String(decoding: $1, as: UTF8.self)) },
        predicate(
            "isBranchName", "Whether a name is that of a branch, not of a head office.",
            ("isBranchName('Acme Bank AG, Filiale Amsterdam')", "true")
        ) { CompanyName(String(decoding: $0, as: UTF8.self)).isBranch },
        predicate(
            "hasLegalForm", "Whether a company's name shows a legal form.",
            ("hasLegalForm('Acme GmbH & Co. KG')", "true")
        ) { LegalForms.form(in: String(decoding: $0, as: UTF8.self)) != nil },
        text(
            "nameDistress", "Words in a name that tell of liquidation or bankruptcy; '' when there are none.",
            ("nameDistress('Acme B.V. in liquidatie')", "'in liquidatie'")
        ) { NameDistress.marker(in: $0) ?? "" },
        predicate2(
            "sameLegalName", "Whether two names can be those of one legal entity.",
            ("sameLegalName('ACME BV', 'Acme B.V.')", "true")
        ) {
            NameComparison.isSame(String(decoding: $0, as: UTF8.self), String(decoding: $1, as: UTF8.self))
        },
        FunctionDeclaration(
            "nameSimilarity",
            "How alike two names are, 0 to 1.",
            examples: [.init("nameSimilarity('ACME BV', 'Acme B.V.')", "1.0")],
            overloads: [
                .init(
                    "nameSimilarity", .global, [.string, .string], .double,
                    .general { values throws(EvaluationError) in
                        let (first, second) = try twoTexts(values, of: "nameSimilarity")
                        return .double(NameComparison.similarity(first, second))
                    })
            ]
        ),
        FunctionDeclaration(
            "explainNames",
            "What two names have in common and what not.",
            examples: [
                .init(
                    "explainNames('Acme Holding B.V.', 'Acme BV')",
                    "\"'holding' stands in one name only\""
                )
            ],
            overloads: [
                .init(
                    "explainNames", .global, [.string, .string], .string,
                    .general { values throws(EvaluationError) in
                        let (first, second) = try twoTexts(values, of: "explainNames")
                        return .string(NameComparison.compare(first, second).text())
                    }),
                .init(
                    "explainNames_language", .global, [.string, .string, .string], .string,
                    .general { values throws(EvaluationError) in
                        let (first, second) = try twoTexts(Array(values.prefix(2)), of: "explainNames")
                        guard case .string(let language)? = values.last else { return .string("") }
                        return .string(NameComparison.compare(first, second).text(language: language))
                    }),
            ]
        ),
        FunctionDeclaration(
            "inWords",
            "What a code of the normal form means, such as an event's kind or a register's status; what is none, as it is.",
            examples: [
                .init("inWords('suspension-of-payments', 'en')", "'suspension of payments'"),
                .init("inWords('suspension-of-payments', 'nl')", "'surseance van betaling'"),
            ],
            overloads: [.init("inWords", .global, [.string, .string], .string, .general(inWords))]
        ),
    ]

    @Sendable private static func inWords(_ values: [Value]) throws(EvaluationError) -> Value {
        let (code, language) = try twoTexts(values, of: "inWords")
        return .string(OutsideWords.text(code, in: language))
    }

    @Sendable private static func twoTexts(
        _ values: [Value],
        of function: String
    ) throws(EvaluationError) -> (String, String) {
        guard values.count == 2, case .string(let first) = values[0], case .string(let second) = values[1] else {
            throw EvaluationError("\(function)() needs two texts")
        }
        return (first, second)
    }

    private static let texts: [FunctionDeclaration] = [
        text("digits", "The digits of a text.", ("digits('NL 12.34')", "'1234'")) { TextHygiene.digits($0) },
        predicate(
            "isPlaceholder", "Whether a text stands for nothing: n/a, tbd, xxx, zeros throughout.",
            ("isPlaceholder('N.v.t.')", "true")
        ) { TextHygiene.isPlaceholder($0) },
        predicate(
            "hasControlCharacters", "Whether a text holds control characters, or blanks that nobody sees.",
            ("hasControlCharacters('a\\tb')", "true")
        ) { TextHygiene.hasControlCharacters($0) },
        predicate(
            "hasMojibake", "Whether letters of a text went through the wrong encoding.",
            ("hasMojibake('CafÃ©')", "true")
        ) { TextHygiene.hasMojibake($0) },
        FunctionDeclaration(
            "isPattern", "Whether a text is a regular expression (RE2).",
            examples: [.init("isPattern('[0-9')", "false")],
            overloads: [.init("isPattern_string", .global, [.string], .bool, .isPattern)]
        ),
        FunctionDeclaration(
            "matchesPattern", "Whether a pattern fits a text from beginning to end; false for what is no pattern.",
            examples: [.init("matchesPattern('4500012345', '45[0-9]{8}')", "true")],
            overloads: [.init("matchesPattern_string_string", .global, [.string, .string], .bool, .fitsPattern)]
        ),
    ]

    private static let daysBetween = FunctionDeclaration(
        "daysBetween",
        "Whole days from the first moment to the second; negative when the second is earlier.",
        examples: [.init("daysBetween(timestamp('2026-09-01T00:00:00Z'), timestamp('2026-09-30T00:00:00Z'))", "29")],
        overloads: [
            .init(
                "days_between", .global, [.timestamp, .timestamp], .int,
                .ofSeconds { ($1 - $0) / 86_400 })
        ]
    )
}
