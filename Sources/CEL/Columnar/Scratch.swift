/// Memory for the vectors of one evaluation: handed out piece by piece, taken back all at once.
///
/// Kernels return vectors by the dozen for every batch; a heap allocation for each cost more than the comparisons done on
/// them. One scratch belongs to one thread.
public final class Scratch {
    private var blocks: [UnsafeMutableRawBufferPointer] = []
    private var block = 0
    private var used = 0

    private static let blockSize = 1 << 20

    /// Outlive `reset()`.
    private(set) lazy var patterns = PatternMemory()

    /// Steps that evaluations row by row may still take; comparisons on columns take none. Once it is below zero they give no
    /// values any more, and whoever set it has to tell that from errors.
    public var stepsLeft = Int.max

    public init() {}

    deinit {
        for block in blocks { block.deallocate() }
    }

    /// Takes back everything handed out; pointers from before must not be used any more.
    public func reset() {
        block = 0
        used = 0
    }

    /// Uninitialised room for `count` elements of a trivial type, valid until `reset()`.
    @inline(__always)
    public func allocate<Element>(_ count: Int, of type: Element.Type = Element.self) -> UnsafeMutablePointer<Element> {
        allocate(bytes: max(1, count) * MemoryLayout<Element>.stride).bindMemory(
            to: Element.self, capacity: max(1, count))
    }

    private func allocate(bytes size: Int) -> UnsafeMutableRawPointer {
        var start = (used + 15) & ~15
        while block < blocks.count, start + size > blocks[block].count {
            block += 1
            start = 0
        }
        if block == blocks.count {
            blocks.append(.allocate(byteCount: max(Self.blockSize, size), alignment: 64))
            start = 0
        }
        used = start + size
        guard let base = blocks[block].baseAddress else { preconditionFailure("an allocated block has an address") }
        return base + start
    }

    @inline(__always)
    func allocate<Element>(_ count: Int, filledWith value: Element) -> UnsafeMutablePointer<Element> {
        let pointer = allocate(count, of: Element.self)
        pointer.initialize(repeating: value, count: max(1, count))
        return pointer
    }
}
