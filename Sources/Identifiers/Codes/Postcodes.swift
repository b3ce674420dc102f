/// Forms of postcodes.
///
/// Source: Universal Postal Union, postal addressing systems in member countries.
public enum Postcodes {
    /// Whether a postcode has its country's form; any text for countries without a rule here. Blanks, hyphens and the country's
    /// letters in front do not matter.
    public static func isValid(_ text: UnsafeBufferPointer<UInt8>, country: UnsafeBufferPointer<UInt8>) -> Bool {
        let country = String(decoding: country, as: UTF8.self)
        guard let forms = forms[country] else { return !text.isEmpty }
        var code = String(decoding: text, as: UTF8.self).uppercased().filter { $0 != " " && $0 != "-" }
        for prefix in [country, "L", "B", "D", "F", "A", "S"]
        where code.hasPrefix(prefix) && !forms.contains(where: { $0.first == "A" }) {
            code.removeFirst(prefix.count)
            break
        }
        return forms.contains { fits(code, $0) }
    }

    /// Whether the form of the country's postcodes is known here; then its addresses have one.
    public static func isKnown(country: String) -> Bool { forms[country] != nil }

    /// `9` stands for a digit, `A` for a letter.
    private static func fits(_ code: String, _ form: String) -> Bool {
        code.count == form.count
            && zip(code, form).allSatisfy { character, place in
                character.isASCII && (place == "9" ? character.isNumber : character.isLetter)
            }
    }

    private static let forms: [String: [String]] = [
        "NL": ["9999AA"], "BE": ["9999"], "LU": ["9999"], "DE": ["99999"], "FR": ["99999"], "IT": ["99999"],
        "ES": ["99999"], "AT": ["9999"],
        "CH": ["9999"], "LI": ["9999"], "DK": ["9999"], "NO": ["9999"], "SE": ["99999"], "FI": ["99999"],
        "PL": ["99999"], "CZ": ["99999"],
        "SK": ["99999"], "HU": ["9999"], "PT": ["9999999"], "GR": ["99999"], "EE": ["99999"], "HR": ["99999"],
        "SI": ["9999"], "BG": ["9999"],
        "RO": ["999999"], "US": ["99999", "999999999"],
        "GB": ["A99AA", "A999AA", "AA99AA", "AA999AA", "A9A9AA", "AA9A9AA"], "CA": ["A9A9A9"],
    ]
}
