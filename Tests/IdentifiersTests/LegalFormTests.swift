import Identifiers
import Testing

@Suite struct LegalFormTests {
    /// A name, the short name of its form, its country, and the form's code there.
    @Test(
        arguments: [
            ("Duinzicht Hotels B.V.", "B.V.", "NL", "54M6"), ("DUINZICHT HOTELS BV", "B.V.", "NL", "54M6"),
            ("Duinzicht Hotels b v", "B.V.", "NL", "54M6"), ("Duinzicht Besloten Vennootschap", "B.V.", "NL", "54M6"),
            ("Duinzicht B.V.", "B.V.", "BE", "3W7E"), ("Zeelandia N.V.", "N.V.", "NL", "B5PM"),
            ("Stichting De Linde", "Stichting", "NL", "V44D"), ("Coöperatie De Akker U.A.", "Coöperatie", "NL", "NFFH"),
            ("Jansen en Zn. V.O.F.", "V.O.F.", "NL", "62Y3"), ("Falkenried GmbH", "GmbH", "DE", "2HBR"),
            ("Falkenried Gesellschaft mit beschränkter Haftung", "GmbH", "DE", "2HBR"),
            ("Falkenried GmbH & Co. KG", "GmbH & Co. KG", "DE", "8Z6G"),
            ("Falkenried GmbH&Co.KG", "GmbH & Co. KG", "DE", "8Z6G"), ("Alpenblick Ges.m.b.H.", "GmbH", "AT", "AXSB"),
            ("Fraham AG Airport Services Worldwide", "AG", "DE", "6QQB"),
            ("Start UG (haftungsbeschränkt)", "UG", "DE", "63KS"),
            ("Clairmont Vins S.à r.l.", "SARL", "LU", "DVXS"), ("Clairmont Vins SARL", "SARL", "FR", "V9QP"),
            ("SAS Bellerive", "SAS", "FR", "6CHY"), ("Wisła Meble Sp. z o.o.", "Sp. z o.o.", "PL", "O7XB"),
            ("Wisła Meble Spółka z ograniczoną odpowiedzialnością", "Sp. z o.o.", "PL", "O7XB"),
            ("Järvinen Puu Oy Ab", "Oy", "FI", "DKUW"), ("Hollowbrook Tools Limited", "Ltd", "GB", nil),
            ("Otterburn Foods PLC", "PLC", "GB", "B6ES"), ("Fiorentina Carta S.p.A.", "S.p.A.", "IT", "P418"),
            ("Fiorentina Carta Srl", "S.r.l.", "IT", "OV32"), ("Solano Aceites, S.L.", "S.L.", "ES", "DP3Q"),
            ("Duna Malom Kft.", "Kft.", "HU", "P9F2"), ("Vltava Sklo spol. s r.o.", "s.r.o.", "CZ", nil),
            ("Kjeldsen Møbler A/S", "A/S", "DK", "ZRPO"), ("Lusitano Cortiça, Lda.", "Lda", "PT", "USOG"),
        ] as [(String, String, String, String?)]
    )
    func formIsFound(name: String, form: String, country: String, code: String?) {
        let found = LegalForms.find(in: name, country: country)
        #expect(found?.name == form)
        #expect(found?.countries.contains(country) == true)
        if let code { #expect(found?.code(in: country) == code) }
    }

    @Test(
        arguments: [
            "Albert Heijn", "De Gouden Otter", "Spa Wellness Centrum", "Sara Lee", "Oslo Marathon",
            "Coop Bakkerij Holten",
            "Trust Office Amsterdam", "Museum Boijmans", "A", "", "Corner Inn",
        ]
    )
    func otherNamesHaveNone(name: String) { #expect(LegalForms.form(in: name) == nil) }

    @Test(
        arguments: [
            ("Acme GmbH", "NL", false), ("Acme B.V.", "NL", true), ("Acme B.V.", "DE", false), ("Acme", "NL", true),
            ("Acme SE", "NL", true), ("Acme Ltd", "IE", true), ("Acme GmbH", "JP", true), ("Acme A/S", "NO", true),
        ]
    )
    func formFitsItsCountries(name: String, country: String, isPlausible: Bool) {
        #expect(LegalForms.isPlausible(name, in: country) == isPlausible)
    }

    @Test(
        arguments: [
            ("Acme B.V. in liquidatie", "in liquidatie"), ("Acme GmbH i.L.", "i.L."),
            ("Acme SARL en faillite", "en faillite"),
            ("Acme Ltd (In Administration)", "in administration"), ("Acme Sp. z o.o. w upadłości", "w upadlosci"),
            ("Acme B.V.", nil), ("Failliet", nil), ("Il Giardino Srl", nil),
        ] as [(String, String?)]
    )
    func distressIsFound(name: String, marker: String?) { #expect(NameDistress.marker(in: name) == marker) }

    @Test func branchIsTold() {
        #expect(CompanyName("Rheintal Bank AG, Filiale Amsterdam").isBranch)
        #expect(!CompanyName("Rheintal Bank AG").isBranch)
    }

    @Test(
        arguments: [
            ("Acme Holding B.V.", "Acme BV", "'holding' stands in one name only"),
            ("Acme N.V.", "Acme B.V.", "the same words; legal form N.V. against B.V."),
            ("Acme Intl Ltd", "ACME International Limited", "the same words"),
        ]
    )
    func scoreExplainsItself(left: String, right: String, text: String) {
        #expect(NameComparison.compare(left, right).text() == text)
    }
}
