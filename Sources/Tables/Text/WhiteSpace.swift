extension Substring.UnicodeScalarView {
    fileprivate var trimmed: Substring.UnicodeScalarView {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let head = drop(while: isSpace)
        guard let last = head.lastIndex(where: { !isSpace($0) }) else { return head.prefix(0) }
        return head[...last]
    }
}

extension String {
    /// Without white space of any kind at either end, no-break spaces included.
    var trimmingWhiteSpace: String { String(Substring(Substring(self).unicodeScalars.trimmed)) }
}
