import Tables

/// One text of a CSV file: quoted where RFC 4180 asks for it, defused where a spreadsheet would run it.
package enum CSVCell {
    /// NUL, tab, LF, CR, `"`, `,`, `;`: the bytes below 64 that a cell cannot simply be copied with.
    private static let special: UInt64 = {
        var set: UInt64 = 0
        for byte: UInt8 in [0, 9, 10, 13, 34, 44, 59] { set |= 1 << UInt64(byte) }
        return set
    }()
    private static let quote = UInt8(ascii: "\"")

    /// Appends the cell; the separator is the caller's.
    ///
    /// Nearly all cells hold nothing special. So one pass notes, as bits of a word, which of the bytes below 64
    /// occur (all special ones are), and the cell is copied whole. With a test for each special byte this pass was
    /// the most expensive part of writing the list.
    @inline(__always)
    package static func append(_ cell: String, to buffer: inout ByteBuffer) {
        cell.withUTF8Bytes { bytes in
            guard !bytes.isEmpty else { return }
            var seen: UInt64 = 0
            for byte in bytes { seen |= byte < 64 ? 1 << UInt64(byte) : 0 }
            if seen & special == 0, bytes[0] != 0x20, bytes[bytes.count - 1] != 0x20,
                !FormulaGuard.isDangerous(bytes)
            {
                buffer.append(bytes)
            } else {
                appendSpecial(bytes, to: &buffer)
            }
        }
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
