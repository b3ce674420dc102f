extension UnsafeBufferPointer<UInt8> {
    /// Whether a cell is blank: empty, or nothing but spaces, tabs and no-break spaces (U+00A0).
    public var isBlankCell: Bool {
        isEmpty || self[0] <= ASCII.space && trimmedCell.isEmpty || self[0] == 0xC2 && trimmedCell.isEmpty
    }

    /// The cell without spaces, tabs and no-break spaces (U+00A0) at either end.
    public var trimmedCell: UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = count
        while start < end {
            if Self.isBlank(self[start]) {
                start += 1
            } else if start + 1 < end, self[start] == 0xC2, self[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while end > start {
            if Self.isBlank(self[end - 1]) {
                end -= 1
            } else if end - 1 > start, self[end - 2] == 0xC2, self[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start == 0 && end == count ? self : UnsafeBufferPointer(rebasing: self[start..<end])
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool { byte == ASCII.space || byte == ASCII.tab }
}
