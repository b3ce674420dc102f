import Tables

/// The keys of a dataset, each with a dense number: rows with the same key share it.
///
/// Most datasets have keys from one numbering range; what is of another form stands in a hash table beside it. Numbers do
/// not depend on how many threads read the file.
final class KeyTable: Sendable {
    /// Stands for a key that no row has.
    static let none = UInt32.max

    private let numbered: NumberedKeys?
    private let hashed: HashedKeys
    /// Hashed keys are numbered after the others.
    private let firstHashed: UInt32

    /// How many different keys there are; numbers run from 0 up to it.
    var count: Int { Int(firstHashed) + hashed.count }

    /// Keys that one piece of a scan met, in file order.
    struct Batch: Sendable {
        /// That of the piece's first key which has one.
        fileprivate private(set) var form: KeyForm?
        fileprivate private(set) var numbered: [NumberedKeys.Entry] = []
        fileprivate private(set) var hashed = HashedKeys.Batch()

        /// Makes room for so many keys of one form.
        mutating func reserve(_ keys: Int) { numbered.reserveCapacity(keys) }

        /// `offset` is where the record with this key begins.
        @inline(__always)
        mutating func add(_ start: UnsafePointer<UInt8>, _ count: Int, offset: Int) {
            if form == nil { form = KeyForm(start, count) }
            if let number = form?.number(of: start, count) {
                numbered.append((number, offset))
            } else {
                hashed.add(start, count, offset: offset)
            }
        }

        /// The same keys, with those numbered that have `form`. Of equal keys the order stays.
        fileprivate func rearranged(for form: KeyForm?) -> Batch {
            if self.form == form { return self }
            var batch = Batch()
            func add(_ start: UnsafePointer<UInt8>, _ count: Int, offset: Int) {
                if let number = form?.number(of: start, count) {
                    batch.numbered.append((number, offset))
                } else {
                    batch.hashed.add(start, count, offset: offset)
                }
            }
            hashed.forEach(add)
            for entry in numbered {
                self.form?.key(entry.number).withUnsafeBufferPointer { key in
                    if let start = key.baseAddress { add(start, key.count, offset: entry.offset) }
                }
            }
            return batch
        }
    }

    /// The table, and for each key's number where the first record with that key begins.
    static func build(_ batches: [Batch]) -> (table: KeyTable, firstOffsets: [Int]) {
        let form = mostFrequentForm(batches)
        let ordered = batches.map { $0.rearranged(for: form) }
        if let form, let numbered = NumberedKeys(form, ordered.map(\.numbered)) {
            let rest = HashedKeys.build(ordered.map(\.hashed))
            var firstOffsets = numbered.firstOffsets(ordered.map(\.numbered))
            firstOffsets.append(contentsOf: rest.firstOffsets)
            return (KeyTable(numbered, rest.table), firstOffsets)
        }
        let hashed = HashedKeys.build(batches.map { $0.rearranged(for: nil).hashed })
        return (KeyTable(nil, hashed.table), hashed.firstOffsets)
    }

    /// Of equally frequent ones, that which comes first.
    private static func mostFrequentForm(_ batches: [Batch]) -> KeyForm? {
        var counts: [KeyForm: Int] = [:]
        for batch in batches { if let form = batch.form { counts[form, default: 0] += batch.numbered.count } }
        let most = counts.values.max()
        return batches.lazy.compactMap(\.form).first { counts[$0] == most }
    }

    private init(_ numbered: NumberedKeys?, _ hashed: HashedKeys) {
        self.numbered = numbered
        self.hashed = hashed
        firstHashed = UInt32(numbered?.count ?? 0)
    }

    /// The number of a key, or nil when no row has it.
    func number(of start: UnsafePointer<UInt8>, _ count: Int) -> UInt32? {
        if let number = numbered?.number(of: start, count) { return number }
        return hashed.number(of: start, count).map { $0 + firstHashed }
    }

    /// The numbers of the keys in `cells`, `none` for blank cells and unknown keys.
    func numbers(of cells: CellColumn, count: Int, into numbers: UnsafeMutablePointer<UInt32>) {
        guard let numbered else { return hashed.numbers(of: cells, count: count, into: numbers) }
        numbered.numbers(of: cells, count: count, into: numbers)
        guard hashed.count > 0 else { return }
        for row in 0..<count where numbers[row] == Self.none && !cells[row].isBlankCell {
            let number = hashed.number(of: cells.starts[row], Int(cells.counts[row]))
            numbers[row] = number.map { $0 + firstHashed } ?? Self.none
        }
    }
}
