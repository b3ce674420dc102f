import Tables

/// One text of a CSV file: quoted where RFC 4180 asks for it, defused where a spreadsheet would run it.
package enum CSVCell {
    private static let quote = UInt8(ascii: "\"")

    /// Appends the cell; the separator is the caller's.
    ///
    /// Nearly all cells hold nothing special: those are copied whole.
    @inline(__always)
    package static func append(_ cell: String, to buffer: inout ByteBuffer) {
        cell.withUTF8Bytes { bytes in
            guard !bytes.isEmpty else { return }
            if !mayHaveSpecial(bytes), bytes[0] != 0x20, bytes[bytes.count - 1] != 0x20,
                !FormulaGuard.isDangerous(bytes)
            {
                buffer.append(bytes)
            } else {
                appendSpecial(bytes, to: &buffer)
            }
        }
    }

    /// Whether a control character up to CR, `"`, `,` or `;` may be among the bytes: those with which a cell cannot simply be copied.
    ///
    /// Eight bytes at a time, the last eight once more. With a test for each byte this was the most expensive part of writing the
    /// list.
    @inline(__always)
    private static func mayHaveSpecial(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = bytes.baseAddress.map({ UnsafeRawPointer($0) }), bytes.count >= 8 else {
            return bytes.contains { isSpecial(UInt64($0) | 0x4040_4040_4040_4000) }
        }
        var found = isSpecial((start + (bytes.count - 8)).loadWord())
        for offset in stride(from: 0, to: bytes.count - 8, by: 8) {
            found = found || isSpecial((start + offset).loadWord())
        }
        return found
    }

    /// Whether one of eight bytes is special. A byte below `n` borrows from its high bit when `n` is taken away.
    @inline(__always)
    private static func isSpecial(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func below(_ limit: UInt64, _ word: UInt64) -> UInt64 { (word &- ones &* limit) & ~word }
        func equal(_ byte: UInt8) -> UInt64 { below(1, word ^ ones &* UInt64(byte)) }
        let marks = equal(quote) | equal(UInt8(ascii: ",")) | equal(UInt8(ascii: ";"))
        return (below(14, word) | marks) & 0x8080_8080_8080_8080 != 0
    }

    /// A row of texts with its line end.
    static func append(_ cells: [String], to buffer: inout ByteBuffer) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            append(cell, to: &buffer)
        }
        endRow(&buffer)
    }

    @inline(__always)
    static func endRow(_ buffer: inout ByteBuffer) {
        buffer.append("\r\n")
    }

    /// A cell that needs quotes or an apostrophe. Blanks at the ends are quoted too: some readers drop them.
    ///
    /// NUL becomes U+FFFD: readers stop at it or refuse the whole file.
    @inline(never)
    private static func appendSpecial(_ bytes: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
        let isQuoted =
            bytes[0] == 0x20 || bytes[bytes.count - 1] == 0x20
            || bytes.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
        buffer.reserve(bytes.count * 3 + 4)
        if isQuoted { buffer.appendUnchecked(quote) }
        if FormulaGuard.isDangerous(bytes) { buffer.appendUnchecked(UInt8(ascii: "'")) }
        var beginsCell = false
        for (index, byte) in bytes.enumerated() {
            if beginsCell, FormulaGuard.startsFormula(bytes, at: index) { buffer.append(UInt8(ascii: "'")) }
            beginsCell = FormulaGuard.endsCell(byte)
            switch byte {
            case 0: buffer.append("\u{FFFD}")
            case quote: buffer.append("\"\"")
            default: buffer.append(byte)
            }
        }
        if isQuoted { buffer.append(quote) }
    }
}
