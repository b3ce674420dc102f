/// What the scanners of all pieces of a text have in common.
struct ScanJob: Sendable {
    let bytes: SourceBytes
    let delimiter: UInt8
    let comment: UInt8?
    let columnCount: Int
    /// Indices of the asked-for columns.
    let columns: [Int]
    let batchRows: Int
    let limits: ScanLimits
    /// What of the file may stay in memory does.
    let keepsPages: Bool
    let damage: DamageCheck

    /// How to tell that a record has bytes which are not text.
    enum DamageCheck: Sendable {
        /// The text came as UTF-8.
        case utf8
        /// It was converted to UTF-8: what could not be decoded is U+FFFD now.
        case replacementCharacters
    }

    func isDamaged(from start: Int, to end: Int) -> Bool {
        switch damage {
        case .utf8: !UTF8Check.isWellFormed(bytes.start, from: start, to: end)
        case .replacementCharacters: UTF8Check.hasReplacementCharacter(bytes.start, from: start, to: end)
        }
    }

    func hasNUL(from start: Int, to end: Int) -> Bool {
        UnsafeBufferPointer(start: bytes.start + start, count: end - start).contains(ASCII.nul)
    }
}
