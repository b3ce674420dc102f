/// Why a text is not a valid identifier of a kind.
public enum IdentifierProblem: Hashable, Sendable {
    case blank
    /// A character that stands in no identifier of the kind.
    case character(Character)
    /// A spreadsheet made a number of it, and the digits are gone.
    case scientific
    /// How many characters the code has, and how many it may have.
    case length(Int, allowed: [Int])
    /// The character at a place (from 1), and what should be there.
    case place(Int, found: Character, wanted: Wanted)
    /// The check digits, and what they should be; nil when no others would do.
    case checkDigits(String, wanted: String?)
    /// The form is right, and something else is not: a date that no calendar has, a number that nobody is given.
    case rule

    public enum Wanted: Hashable, Sendable {
        case digit, letter, letterOrDigit
        case text(String)
    }
}

extension IdentifierKind {
    /// Nil when the text is valid.
    public func problem(with text: String) -> IdentifierProblem? {
        if Self.isScientific(text) { return .scientific }
        var text = text
        return text.withUTF8 { bytes in
            withCode(of: bytes) { code in
                guard let code else {
                    let foreign = String(decoding: bytes, as: UTF8.self).first { !$0.isASCII }
                    return foreign.map { .character($0) } ?? .length(bytes.count, allowed: [])
                }
                return check(code) ? nil : problem(with: code)
            }
        }
    }

    /// `4.09E+12`, with a decimal point or comma: no identifier has a plus sign before its last digits.
    private static func isScientific(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "E+", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[1].isEmpty && parts[1].allSatisfy(\.isNumber)
            && parts[0].allSatisfy { $0.isNumber || $0 == "." || $0 == "," } && parts[0].contains(where: \.isNumber)
    }

    private func problem(with code: Code) -> IdentifierProblem {
        guard code.count > 0 else { return .blank }
        if let wrong = code.bytes.first(where: { !mayHold($0) }) {
            return .character(Character(UnicodeScalar(wrong)))
        }
        let shapes = self.shapes(of: code)
        let fitting = shapes.filter { $0.utf8.count == code.count }
        if fitting.isEmpty, !shapes.isEmpty {
            return .length(code.count, allowed: Array(Set(shapes.map(\.utf8.count))).sorted())
        }
        // The form that goes wrong last is the one that was meant.
        let misfits = fitting.map { code.misfit($0) }
        if !misfits.contains(where: { $0 == nil }),
            let last = misfits.compactMap({ $0 }).max(by: { $0.place < $1.place })
        {
            return .place(
                last.place + 1,
                found: Character(UnicodeScalar(code[last.place])),
                wanted: last.wanted
            )
        }
        guard let range = checkDigits.range(in: code.count) else { return .rule }
        let found = String(decoding: code.slice(range).bytes, as: UTF8.self)
        let wanted = rightCheckDigits(code, at: range)
        return wanted.isEmpty ? .rule : .checkDigits(found, wanted: wanted.count == 1 ? wanted[0] : nil)
    }

    private func mayHold(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || byte &- 65 < 26 || (keepsHyphens && byte == UInt8(ascii: "-"))
    }

    /// What could stand in the place of the check digits; at most two, for more than one is as good as none.
    private func rightCheckDigits(_ code: Code, at range: Range<Int>) -> [String] {
        let hasLetters = code.slice(range).bytes.contains { $0 &- 48 >= 10 }
        let alphabet = Array((hasLetters && range.count == 1 ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "0123456789").utf8)
        var found: [String] = []
        var changed = Array(code.bytes)
        for number in 0..<(range.count == 1 ? alphabet.count : 100) where found.count < 2 {
            if range.count == 1 {
                changed[range.lowerBound] = alphabet[number]
            } else {
                changed[range.lowerBound] = alphabet[number / 10]
                changed[range.lowerBound + 1] = alphabet[number % 10]
            }
            changed.withUnsafeBufferPointer { bytes in
                guard check(Code(bytes: bytes)) else { return }
                found.append(String(decoding: bytes[range], as: UTF8.self))
            }
        }
        return found
    }
}

extension IdentifierProblem {
    /// What is wrong with a text by the kind that it comes nearest to; nil when it is valid as one of them.
    public static func nearest(to text: String, among kinds: [IdentifierKind]) -> IdentifierProblem? {
        var problems: [IdentifierProblem] = []
        for kind in kinds {
            guard let problem = kind.problem(with: text) else { return nil }
            problems.append(problem)
        }
        return problems.max { $0.nearness < $1.nearness }
    }

    /// How near the text comes, the higher the nearer.
    var nearness: Int {
        switch self {
        case .checkDigits: 2
        case .rule: 1
        case .place: 0
        case .length(let count, let allowed): allowed.contains { abs($0 - count) == 1 } ? 0 : -3
        case .blank, .character, .scientific: -5
        }
    }
}

extension Code {
    /// Where the code first departs from a form of the same length, and what the form has there.
    func misfit(_ shape: String) -> (place: Int, wanted: IdentifierProblem.Wanted)? {
        for (place, wanted) in shape.utf8.enumerated() {
            switch wanted {
            case UInt8(ascii: "#"): if !isDigit(place) { return (place, .digit) }
            case UInt8(ascii: "@"): if !isLetter(place) { return (place, .letter) }
            case UInt8(ascii: "*"): if !isDigit(place), !isLetter(place) { return (place, .letterOrDigit) }
            default: if bytes[place] != wanted { return (place, .text(String(UnicodeScalar(wanted)))) }
            }
        }
        return nil
    }
}

// MARK: In words

extension IdentifierProblem {
    /// A clause without a capital and a full stop, e.g. `check digit is 4, should be 7`; in English, or in Dutch for `nl`.
    public func text(language: String = "en") -> String {
        let isDutch = language == "nl"
        switch self {
        case .blank: return isDutch ? "niets ingevuld" : "nothing is filled in"
        case .character(let character):
            let name = Self.name(of: character, isDutch: isDutch)
            return isDutch ? "\(name) komt er niet in voor" : "\(name) does not belong in it"
        case .scientific:
            return isDutch
                ? "een rekenblad maakte er een getal van; de cijfers zijn weg"
                : "a spreadsheet made a number of it; the digits are lost"
        case .length(let count, let allowed):
            guard !allowed.isEmpty else { return isDutch ? "veel te lang" : "far too long" }
            let list = Self.list(allowed.map(String.init), or: isDutch ? "of" : "or")
            return isDutch
                ? "heeft \(count) \(count == 1 ? "teken" : "tekens"), moet er \(list) hebben"
                : "has \(count) \(count == 1 ? "character" : "characters"), should have \(list)"
        case .place(let place, let found, let wanted):
            return isDutch
                ? "teken \(place) is '\(found)', moet \(wanted.text(isDutch: true)) zijn"
                : "character \(place) is '\(found)', should be \(wanted.text(isDutch: false))"
        case .checkDigits(let found, let wanted):
            let (noun, verb) = found.count > 1 ? ("check digits", "are") : ("check digit", "is")
            let (dutchNoun, dutchVerb) =
                found.count > 1 ? ("controlecijfers", "zijn") : ("controlecijfer", "is")
            guard let wanted else {
                return isDutch ? "\(dutchNoun) \(found) klopt niet" : "\(noun) \(found) \(verb) wrong"
            }
            return isDutch
                ? "\(dutchNoun) \(dutchVerb) \(found), moet \(wanted) zijn"
                : "\(noun) \(verb) \(found), should be \(wanted)"
        case .rule:
            return isDutch ? "zo'n nummer wordt niet uitgegeven" : "no such number is issued"
        }
    }

    /// Blanks and characters that nobody sees by their number.
    private static func name(of character: Character, isDutch: Bool) -> String {
        guard let scalar = character.unicodeScalars.first else { return "''" }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .format, .control, .lineSeparator, .paragraphSeparator:
            let code = String(scalar.value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
            return isDutch ? "het onzichtbare teken U+\(padded)" : "the invisible character U+\(padded)"
        default: return "'\(character)'"
        }
    }

    private static func list(_ items: [String], or: String) -> String {
        guard items.count > 1, let last = items.last else { return items.joined() }
        // A run of lengths reads better as its ends.
        if items.count > 3, let first = items.first { return "\(first) … \(last)" }
        return items.dropLast().joined(separator: ", ") + " \(or) \(last)"
    }
}

extension IdentifierProblem.Wanted {
    fileprivate func text(isDutch: Bool) -> String {
        switch self {
        case .digit: isDutch ? "een cijfer" : "a digit"
        case .letter: isDutch ? "een letter" : "a letter"
        case .letterOrDigit: isDutch ? "een letter of cijfer" : "a letter or digit"
        case .text(let text): "'\(text)'"
        }
    }
}
