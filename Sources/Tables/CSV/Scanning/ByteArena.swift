/// Memory for the few cells of a batch that cannot be shown as they stand in the file.
struct ByteArena: ~Copyable {
    private static let chunkBytes = 64 * 1024
    private var chunks: [UnsafeMutableBufferPointer<UInt8>] = []
    private var used = 0

    /// Room for `count` bytes, valid until `reset`.
    mutating func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        if let last = chunks.last, let base = last.baseAddress, used + count <= last.count {
            defer { used += count }
            return base + used
        }
        let capacity = max(Self.chunkBytes, count)
        let base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        chunks.append(UnsafeMutableBufferPointer(start: base, count: capacity))
        used = count
        return base
    }

    /// Gives back all but one chunk of ordinary size.
    mutating func reset() {
        used = 0
        guard chunks.count > 1 || (chunks.first?.count ?? 0) > Self.chunkBytes else { return }
        for chunk in chunks { chunk.deallocate() }
        chunks.removeAll(keepingCapacity: true)
    }

    deinit {
        for chunk in chunks { chunk.deallocate() }
    }
}
