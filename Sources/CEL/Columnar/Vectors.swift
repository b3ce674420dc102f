/// Rows of a batch that an evaluation concerns: positions in the batch, rising.
public struct Rows {
    public let positions: UnsafePointer<Int32>
    public let count: Int

    public init(positions: UnsafePointer<Int32>, count: Int) {
        self.positions = positions
        self.count = count
    }

    @inlinable
    @inline(__always)
    public func forEach(_ body: (Int) -> Void) {
        for index in 0..<count { body(Int(positions[index])) }
    }

    /// The rows for which `isIncluded` holds.
    @inline(__always)
    func filter(_ scratch: Scratch, _ isIncluded: (Int) -> Bool) -> Rows {
        let kept = scratch.allocate(count, of: Int32.self)
        var keptCount = 0
        for index in 0..<count {
            let row = positions[index]
            kept[keptCount] = row
            keptCount += isIncluded(Int(row)) ? 1 : 0
        }
        return Rows(positions: kept, count: keptCount)
    }
}

/// What a CEL bool can be on a row.
public enum Truth {
    public static let no: UInt8 = 0
    public static let yes: UInt8 = 1
    /// The evaluation failed.
    public static let error: UInt8 = 2
}

/// One element for each row of the batch; only those of the rows asked for are defined.
public struct Vector<Element> {
    let values: UnsafePointer<Element>
    /// 1 where the evaluation failed; nil when it cannot.
    let errors: UnsafePointer<UInt8>?

    init(_ values: UnsafePointer<Element>, errors: UnsafePointer<UInt8>? = nil) {
        self.values = values
        self.errors = errors
    }

    init(_ values: UnsafeMutablePointer<Element>, errors: UnsafeMutablePointer<UInt8>? = nil) {
        self.values = UnsafePointer(values)
        self.errors = errors.map { UnsafePointer($0) }
    }

    /// The value on a row, or nil where the evaluation failed.
    public subscript(row: Int) -> Element? {
        if let errors, errors[row] != 0 { return nil }
        return values[row]
    }
}

/// UTF-8 texts as slices of memory that outlives the evaluation, e.g. of a mapped file.
public struct TextVector {
    let starts: UnsafePointer<UnsafePointer<UInt8>>
    let counts: UnsafePointer<Int32>
    let errors: UnsafePointer<UInt8>?

    public init(
        starts: UnsafePointer<UnsafePointer<UInt8>>,
        counts: UnsafePointer<Int32>,
        errors: UnsafePointer<UInt8>? = nil
    ) {
        self.starts = starts
        self.counts = counts
        self.errors = errors
    }

    /// The bytes on a row, or nil where the evaluation failed.
    @inline(__always)
    public subscript(row: Int) -> UnsafeBufferPointer<UInt8>? {
        if let errors, errors[row] != 0 { return nil }
        return UnsafeBufferPointer(start: starts[row], count: Int(counts[row]))
    }
}
