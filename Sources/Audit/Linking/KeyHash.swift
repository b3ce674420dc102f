/// A 64-bit hash of key bytes, the same on every machine and in every run.
///
/// Source: the multiply-and-fold construction of wyhash (Wang Yi, public domain), reduced to what short keys need.
/// Not for hostile keys on its own: every use confirms by comparing bytes.
@inline(__always)
func keyHash(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    let raw = UnsafeRawPointer(start)
    var position = 0
    while count - position >= 8 {
        hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self), 0xE703_7ED1_A0B4_28DB)
        position += 8
    }
    var tail: UInt64 = 0
    while position < count {
        tail = tail << 8 | UInt64(start[position])
        position += 1
    }
    return fold(hash ^ tail, 0x8EBC_6AF0_9C88_C6E3)
}

@inline(__always)
private func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
}
