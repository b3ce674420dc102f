/// What somebody probably meant to write.
public struct IdentifierRepair: Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
        /// A letter for a digit that looks like it, or the other way round; a character of another script or width.
        case misread
        case lostZeros
        case doubled
        case swapped
        case foreignCharacters
    }

    /// In normal form, and valid.
    public let value: String
    public let cause: Cause

    /// A clause, e.g. `two neighbours are swapped`; in English, or in Dutch for `nl`.
    public func text(language: String = "en") -> String {
        let isDutch = language == "nl"
        return switch cause {
        case .misread:
            isDutch ? "een letter voor een cijfer dat erop lijkt, of andersom" : "a letter and a digit look alike"
        case .lostZeros: isDutch ? "de voorloopnullen zijn weg" : "leading zeros are lost"
        case .doubled: isDutch ? "een teken staat er twee keer" : "a character stands twice"
        case .swapped: isDutch ? "twee tekens zijn verwisseld" : "two neighbours are swapped"
        case .foreignCharacters: isDutch ? "er staan vreemde tekens in" : "foreign characters stand in it"
        }
    }
}

extension IdentifierKind {
    /// The nearest valid identifier, where exactly one is nearest; nil for a valid text, and where there is none or a choice.
    ///
    /// Slips are tried from the likeliest on, and the first kind of slip that leads to a valid identifier decides. A wrong check
    /// digit is not replaced: that would make a valid number of any. For kinds without check digits only slips that leave
    /// the digits themselves alone are tried, because nothing would tell a wrong guess.
    public func repair(of text: String) -> IdentifierRepair? {
        guard !isValid(text) else { return nil }
        let plain = Self.asciiForm(of: text, dropsPunctuation: hasProof)
        if plain != text, let value = normalized(plain) {
            return IdentifierRepair(value: value, cause: .foreignCharacters)
        }
        let code = code(of: plain)
        guard code.count >= 2, code.count <= 40 else { return nil }
        let attempts: [(IdentifierRepair.Cause, [[UInt8]])] = [
            (.misread, misreadings(code, hasProof: hasProof)), (.lostZeros, withZeros(code)),
            (.doubled, hasProof ? Self.withoutDoubled(code) : []), (.swapped, hasProof ? Self.swapped(code) : []),
        ]
        for (cause, candidates) in attempts {
            let values = Set(candidates.filter(passes).map(normalForm))
            if values.count > 1 { return nil }
            if let value = values.first { return IdentifierRepair(value: value, cause: cause) }
        }
        return nil
    }

    private func code(of text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { bytes in withCode(of: bytes) { $0.map { Array($0.bytes) } ?? [] } }
    }

    private func passes(_ code: [UInt8]) -> Bool { code.withUnsafeBufferPointer { check(Code(bytes: $0)) } }

    private func normalForm(_ code: [UInt8]) -> String {
        (isPrefixKept ? prefix.description : "") + String(decoding: code, as: UTF8.self)
    }

    // MARK: Slips

    /// Full-width forms, typographic dashes and blanks that nobody sees, as what they stand for.
    private static func asciiForm(of text: String, dropsPunctuation: Bool) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: UnicodeScalar(scalar.value - 0xFEE0).map { plain.append($0) }
            case 0x00A0, 0x00AD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: continue
            case 0x2010...0x2015, 0x2212: plain.append("-")
            case 0x2018, 0x2019: continue
            default:
                if scalar.value > 0x7F, scalar.properties.numericType == .decimal,
                    let digit = scalar.properties.numericValue
                {
                    plain.append(contentsOf: "\(Int(digit))".unicodeScalars)
                    continue
                }
                if dropsPunctuation, punctuation.contains(scalar) { continue }
                plain.append(scalar)
            }
        }
        return String(plain)
    }

    private static let punctuation: Set<Unicode.Scalar> = [",", ":", ";", "'", "_", "*", "\u{22}", "(", ")"]

    private static let digitsForLetters: [UInt8: UInt8] = Dictionary(
        uniqueKeysWithValues: zip(Array("OQDILZSBG".utf8), Array("000112586".utf8))
    )
    private static let lettersForDigits: [UInt8: [UInt8]] = [
        UInt8(ascii: "0"): Array("ODQ".utf8), UInt8(ascii: "1"): Array("IL".utf8),
        UInt8(ascii: "2"): [UInt8(ascii: "Z")],
        UInt8(ascii: "5"): [UInt8(ascii: "S")], UInt8(ascii: "6"): [UInt8(ascii: "G")],
        UInt8(ascii: "8"): [UInt8(ascii: "B")],
    ]

    private func misreadings(_ code: [UInt8], hasProof: Bool) -> [[UInt8]] {
        let shapes = code.withUnsafeBufferPointer { self.shapes(of: Code(bytes: $0)) }
        var candidates: [[UInt8]] = []
        for shape in shapes where shape.utf8.count == code.count {
            if let fitted = Self.fitted(code, to: Array(shape.utf8)) { candidates.append(fitted) }
        }
        guard hasProof else { return candidates }
        // Where the form allows both, either may be wrong: one place at a time.
        let places = shapes.first { $0.utf8.count == code.count }.map { Array($0.utf8) }
        for index in code.indices where places.map({ $0[index] == UInt8(ascii: "*") }) ?? true {
            let others = Self.digitsForLetters[code[index]].map { [$0] } ?? Self.lettersForDigits[code[index]] ?? []
            for other in others {
                var changed = code
                changed[index] = other
                candidates.append(changed)
            }
        }
        return candidates
    }

    /// The code with each character that the form does not allow replaced by the one that looks like it.
    private static func fitted(_ code: [UInt8], to shape: [UInt8]) -> [UInt8]? {
        var fitted = code
        for (index, wanted) in shape.enumerated() {
            let byte = code[index]
            switch wanted {
            case UInt8(ascii: "*"): continue
            case UInt8(ascii: "#"):
                if byte &- 48 < 10 { continue }
                guard let digit = digitsForLetters[byte] else { return nil }
                fitted[index] = digit
            case UInt8(ascii: "@"):
                if byte &- 65 < 26 { continue }
                guard let letters = lettersForDigits[byte], letters.count == 1 || byte == 48 || byte == 49 else {
                    return nil
                }
                fitted[index] = letters[0]
            default:
                if byte == wanted { continue }
                guard digitsForLetters[byte] == wanted || lettersForDigits[byte]?.contains(wanted) == true else {
                    return nil
                }
                fitted[index] = wanted
            }
        }
        return fitted == code ? nil : fitted
    }

    private func withZeros(_ code: [UInt8]) -> [[UInt8]] {
        let shapes = code.withUnsafeBufferPointer { self.shapes(of: Code(bytes: $0)) }
        return shapes.filter { $0.hasPrefix("#") }.compactMap { shape in
            let missing = shape.utf8.count - code.count
            return (1...3).contains(missing) ? [UInt8](repeating: 48, count: missing) + code : nil
        }
    }

    private static func withoutDoubled(_ code: [UInt8]) -> [[UInt8]] {
        code.indices.dropFirst().filter { code[$0] == code[$0 - 1] }.map { index in
            var shorter = code
            shorter.remove(at: index)
            return shorter
        }
    }

    private static func swapped(_ code: [UInt8]) -> [[UInt8]] {
        code.indices.dropFirst().filter { code[$0] != code[$0 - 1] }.map { index in
            var changed = code
            changed.swapAt(index, index - 1)
            return changed
        }
    }
}
