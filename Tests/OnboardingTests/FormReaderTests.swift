import Checks
import Diagnostics
import Onboarding
import Testing

@Suite struct FormReaderTests {
    private func read(_ form: String) -> (prospect: Prospect, mistakes: [String]) {
        let diagnostics = DiagnosticsCollector()
        var prospect = Prospect()
        FormReader(ownFields: [], diagnostics: diagnostics).read(form: form, file: "form.json", into: &prospect)
        return (prospect, diagnostics.all.map(\.description))
    }

    @Test func aMistakeInAJSONFormIsShownWithItsPlace() {
        let (prospect, mistakes) = read(
            """
            {
              "country": "NL", "légal_nam": "{\\"city\\": 1}",
              "city": ["legal_nam", {"country": 1}], "\\u0063itty": "Ons \\\\",
              "postcode": "1234 AB"
            }
            """)
        #expect(prospect["country"] == "NL")
        #expect(prospect["postcode"] == "1234 AB")
        #expect(
            mistakes.map { String($0.prefix { $0 != ";" }) } == [
                "form.json:2:20: a customer has no field 'légal_nam'",
                "form.json:3:3: 'city' should be a text, a number, true or false",
                "form.json:3:42: a customer has no field 'citty'",
            ])
    }
}
