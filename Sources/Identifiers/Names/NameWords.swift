/// The words of a name, folded: small letters and digits of ASCII where there is a way to write them so, and `&`.
struct NameWords {
    struct Word: Hashable {
        var text: String
        /// Written with a full stop behind, as abbreviations are.
        var hasStop = false
        /// Within brackets.
        var isBracketed = false
        /// Blank space stands before it.
        var isApart = false
    }

    private(set) var words: [Word] = []

    init(_ name: String) {
        var bytes: [UInt8] = []
        var isBracketed = false
        var before: Unicode.Scalar = " "
        var isApart = true
        func finish(hasStop: Bool = false) {
            guard !bytes.isEmpty else { return }
            words.append(
                Word(
                    text: String(decoding: bytes, as: UTF8.self),
                    hasStop: hasStop,
                    isBracketed: isBracketed,
                    isApart: isApart
                )
            )
            bytes.removeAll(keepingCapacity: true)
            isApart = false
        }
        for scalar in name.unicodeScalars {
            defer { before = scalar }
            if bytes.isEmpty, before.properties.isWhitespace { isApart = true }
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": NameFolding.fold(scalar) { bytes.append($0) }
            case ".": finish(hasStop: true)
            case "'", "’", "‘", "`", "´", "\u{AD}": continue
            case "&":
                finish()
                words.append(Word(text: "&", isBracketed: isBracketed))
            case "+" where before == " ":
                finish()
                words.append(Word(text: "&", isBracketed: isBracketed))
            case "(", "[":
                finish()
                isBracketed = true
            case ")", "]":
                finish()
                isBracketed = false
            default:
                guard scalar.value >= 0x80,
                    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || scalar.properties.generalCategory == .nonspacingMark
                else {
                    finish()
                    continue
                }
                NameFolding.fold(scalar) { bytes.append($0) }
            }
        }
        finish()
        joinInitials()
    }

    /// `A.B.N.`, `A B N` and `ABN` are one word; in `B.V. h.o.d.n.` a new one begins.
    private mutating func joinInitials() {
        func isInitial(_ word: Word) -> Bool { word.text.utf8.count == 1 && word.text != "&" }
        var joined: [Word] = []
        var isRun = false
        for word in words {
            let beginsAnew = word.isApart && joined.last.map { $0.hasStop && $0.text.utf8.count > 1 } == true
            if isInitial(word), !beginsAnew, isRun || joined.last.map(isInitial) == true, var last = joined.last,
                last.isBracketed == word.isBracketed
            {
                last.text += word.text
                last.hasStop = word.hasStop
                joined[joined.count - 1] = last
                isRun = true
            } else {
                joined.append(word)
                isRun = false
            }
        }
        words = joined
    }
}
