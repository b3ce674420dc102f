extension String {
    /// Text that a terminal shows on one line and does not obey: control characters, escape sequences among them, and the
    /// marks that turn text around become U+FFFD; line ends and tabs become blanks.
    public var printable: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: result.append(" ")
            default: result.append(scalar.isObeyed ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    /// The same for a text of several lines, which stay lines.
    public var printableLines: String {
        split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { String($0).printable }
            .joined(separator: "\n")
    }
}

extension Unicode.Scalar {
    /// Whether a terminal may act on it rather than show it.
    public var isObeyed: Bool {
        switch value {
        case 0x00..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
