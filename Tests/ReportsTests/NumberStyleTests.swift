import Audit
import Reports
import Testing

@Suite struct NumberStyleTests {
    private let english = ReportLanguage.english.numbers
    private let dutch = ReportLanguage.dutch.numbers

    @Test(arguments: [
        (0, "€0.00", "€\u{A0}0,00"), (123_450, "€1,234.50", "€\u{A0}1.234,50"), (-5, "-€0.05", "€\u{A0}-0,05"),
        (123_456_789_01, "€123,456,789.01", "€\u{A0}123.456.789,01"),
        (Int64.min, "-€92,233,720,368,547,758.08", "€\u{A0}-92.233.720.368.547.758,08"),
    ])
    func amountIsWrittenAsReadersExpect(hundredths: Int64, inEnglish: String, inDutch: String) {
        let money = Money(hundredths: hundredths, currency: "EUR")
        #expect(english.amount(money) == inEnglish)
        #expect(dutch.amount(money) == inDutch)
    }

    @Test(arguments: [("CHF", "CHF\u{A0}12.00"), ("GBP", "£12.00"), ("USD", "$12.00"), ("", "12.00")])
    func currencyIsASymbolWhereEveryoneKnowsIt(currency: String, text: String) {
        #expect(english.amount(Money(hundredths: 1200, currency: currency)) == text)
    }

    @Test(arguments: [(49, "€0"), (-49, "€0"), (50, "€1"), (-149, "-€1"), (99_950, "€1,000")])
    func roundedAmountHasNoNegativeNothing(hundredths: Int64, text: String) {
        #expect(english.rounded(Money(hundredths: hundredths, currency: "EUR")) == text)
    }

    @Test(arguments: [
        (99_900, "€999"), (123_400, "€1.2K"), (1_000_000, "€10K"), (99_949_900, "€999K"), (99_950_000, "€1M"),
        (123_456_789, "€1.2M"), (4_321_000_000, "€43M"), (250_000_000_000, "€2.5B"),
    ])
    func shortAmountFitsAChart(hundredths: Int64, text: String) {
        #expect(english.short(Money(hundredths: hundredths, currency: "EUR")) == text)
    }

    @Test(arguments: [
        (0, 10, "0%"), (1, 1000, "<1%"), (999, 1000, ">99%"), (10, 10, "100%"), (1, 3, "33%"), (3, 2, "150%"),
        (0, 0, "–"),
    ])
    func shareNeverClaimsAllOrNothingWrongly(part: Int64, whole: Int64, text: String) {
        #expect(english.share(part, of: whole) == text)
    }

    @Test func dateIsOfTheLanguage() {
        let date = SampleAudit.date(2026, 3, 4)
        #expect(english.date(date) == "2026-03-04")
        #expect(dutch.date(date) == "4-3-2026")
    }

    @Test func unknownLanguageIsEnglish() {
        #expect(ReportLanguage(code: "de") == .english)
        #expect(ReportLanguage(code: "nl") == .dutch)
    }
}
