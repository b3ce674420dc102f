extension UnsafeBufferPointer<UInt8> {
    /// Whether a cell is blank: empty, or nothing but spaces, tabs and no-break spaces (U+00A0).
    public var isBlankCell: Bool { isEmpty }
}
