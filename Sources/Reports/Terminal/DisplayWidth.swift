import Diagnostics

/// How many columns text takes in a terminal, and text that fits a number of them.
package enum DisplayWidth {
    /// See `String.printable`.
    package static func printable(_ text: String) -> String { text.printable }

    package static func columns(of text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + columns(of: $1) }
    }

    /// The text, cut to `width` columns with `…` at the end where it does not fit.
    package static func fitted(_ text: String, to width: Int) -> String {
        guard text.utf8.count > width, columns(of: text) > width else { return text }
        var result = ""
        var used = 0
        for character in text {
            let columns = columns(of: character)
            guard used + columns < width else { break }
            result.append(character)
            used += columns
        }
        return width > 0 ? result + "…" : ""
    }

    /// Cut or filled with blanks to exactly `width` columns.
    package static func padded(_ text: String, to width: Int) -> String {
        let fitted = fitted(text, to: width)
        return fitted + String(repeating: " ", count: max(0, width - columns(of: fitted)))
    }

    /// As `padded`, with the blanks in front.
    static func flushRight(_ text: String, to width: Int) -> String {
        let fitted = fitted(text, to: width)
        return String(repeating: " ", count: max(0, width - columns(of: fitted))) + fitted
    }

    /// A character takes the columns of its widest scalar: marks and joiners add nothing.
    ///
    /// Source: Unicode Standard Annex #11, East Asian Width, classes W and F, by block; pictographs are wide.
    private static func columns(of character: Character) -> Int {
        var widest = 0
        for scalar in character.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control: continue
            default: break
            }
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
                0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
                0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
                return 2
            default: widest = 1
            }
        }
        return widest
    }
}
