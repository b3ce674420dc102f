/// Which texts an expression can say as they stand.
public enum ExpressionName {
    /// As a variable: a letter or `_`, then letters, digits and `_`, and no word that CEL keeps for itself.
    public static func isVariable(_ text: String) -> Bool { isMember(text) && !Parser.reserved.contains(text) }

    /// Behind a dot, where CEL keeps fewer words.
    public static func isMember(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first), !Parser.neverNames.contains(text) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: "_")
    }
}
