/// Cuts a text into pieces where records seem to begin. A wrong guess costs time, not correctness: the scan notices it.
struct PieceGuess {
    /// So many records after a line break have to look right for it to be taken for the end of a record.
    private static let recordsToTrust = 4
    private static let linesToTry = 64
    private static let bytesToLookAt = 64 * 1024

    let text: UnsafePointer<UInt8>
    let end: Int
    let delimiter: UInt8
    let comment: UInt8?
    let columnCount: Int

    /// The offsets at which pieces of about `pieceBytes` begin, ascending, the first one being `start`.
    func starts(from start: Int, pieceBytes: Int) -> [Int] {
        var starts = [start]
        var last = start
        while end - last > pieceBytes {
            let guess = recordStart(after: last + pieceBytes)
            guard guess < end else { break }
            starts.append(guess)
            last = guess
        }
        return starts
    }

    /// The first place after `offset` behind a line break from where on records have the right number of fields; if
    /// there is none nearby, behind the first line break, where a record at least may begin.
    private func recordStart(after offset: Int) -> Int {
        let horizon = min(end, offset + Self.bytesToLookAt)
        var parser = RecordParser(text: text, end: horizon, delimiter: delimiter, comment: comment)
        var first: Int?
        var at = offset
        for _ in 0..<Self.linesToTry {
            let next = parser.skipLineEnd(at: parser.lineEnd(from: at)).next
            guard next < horizon else { break }
            first = first ?? next
            if looksRight(next, &parser) { return next }
            at = next
        }
        if let first { return first }
        let whole = RecordParser(text: text, end: end, delimiter: delimiter, comment: comment)
        return whole.skipLineEnd(at: whole.lineEnd(from: offset)).next
    }

    private func looksRight(_ start: Int, _ parser: inout RecordParser) -> Bool {
        var at = start
        for _ in 0..<Self.recordsToTrust where at < parser.end {
            let outline = parser.read(at: at)
            if outline.next >= parser.end { return at > start }
            at = outline.next
            guard outline.kind == .record else { continue }
            if outline.defect != nil || outline.hasStrayQuote || !parser.hasFields(columnCount) { return false }
        }
        return true
    }
}
