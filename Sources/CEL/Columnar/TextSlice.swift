/// `text.substring(start, end)` with constant places: a slice of the text's own bytes, counted in Unicode scalars.
struct TextSlice: TextKernel {
    let text: any TextKernel
    let start: Int64
    /// Nil for the end of the text.
    let end: Int64?

    func evaluate(_ rows: Rows, _ context: KernelContext) -> TextVector {
        let texts = text.evaluate(rows, context)
        let starts = context.scratch.allocate(context.rowCount, of: UnsafePointer<UInt8>.self)
        let counts = context.scratch.allocate(context.rowCount, of: Int32.self)
        let errors = context.scratch.allocate(context.rowCount, of: UInt8.self)
        rows.forEach { row in
            errors[row] = 1
            guard let text = texts[row], let base = text.baseAddress, start <= end ?? .max,
                let first = Self.byteOffset(of: start, in: text),
                let last = end.map({ Self.byteOffset(of: $0, in: text) }) ?? text.count
            else { return }
            starts[row] = base + first
            counts[row] = Int32(last - first)
            errors[row] = 0
        }
        return TextVector(
            starts: UnsafePointer(starts),
            counts: UnsafePointer(counts),
            errors: UnsafePointer(errors)
        )
    }

    /// Where the scalar at a place begins, the end included; nil beyond it.
    private static func byteOffset(of place: Int64, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard place >= 0 else { return nil }
        var left = place
        for index in text.indices where text[index] & 0xC0 != 0x80 {
            if left == 0 { return index }
            left -= 1
        }
        return left == 0 ? text.count : nil
    }
}
