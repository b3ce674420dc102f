/// What a kernel works on: a batch, and memory for its results.
public struct KernelContext {
    let batch: any ColumnBatch
    let scratch: Scratch

    public init(batch: any ColumnBatch, scratch: Scratch) {
        self.batch = batch
        self.scratch = scratch
    }

    var rowCount: Int { batch.rowCount }
}

/// A compiled expression of type bool: a truth for each of the rows asked for.
protocol TruthKernel: Sendable {
    /// One of `Truth` for each row of the batch, defined for `rows` only.
    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8>
}

/// A compiled expression of another type.
protocol VectorKernel<Element>: Sendable {
    associatedtype Element
    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Element>
}

protocol TextKernel: Sendable {
    func evaluate(_ rows: Rows, _ context: KernelContext) -> TextVector
}

// MARK: Constants and fields

struct ConstantTruth: TruthKernel {
    let truth: UInt8

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        context.scratch.allocate(context.rowCount, filledWith: truth)
    }
}

/// The same number in each row. It is held as its bits: filling memory with an `Element` that the compiler does not know calls
/// the type's copying for each of them.
struct ConstantVector<Element: Sendable>: VectorKernel {
    private let bits: UInt64

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Element> {
        let words = context.scratch.allocate(context.rowCount, filledWith: bits)
        return Vector(UnsafeRawPointer(words).assumingMemoryBound(to: Element.self))
    }
}

extension ConstantVector<Int64> {
    init(value: Int64) { bits = UInt64(bitPattern: value) }
}

extension ConstantVector<Double> {
    init(value: Double) { bits = value.bitPattern }
}

struct ConstantText: TextKernel {
    let bytes: ImmortalBytes

    func evaluate(_ rows: Rows, _ context: KernelContext) -> TextVector {
        TextVector(
            starts: UnsafePointer(context.scratch.allocate(context.rowCount, filledWith: bytes.start)),
            counts: UnsafePointer(context.scratch.allocate(context.rowCount, filledWith: Int32(bytes.count)))
        )
    }
}

struct TextField: TextKernel {
    let field: Int

    func evaluate(_ rows: Rows, _ context: KernelContext) -> TextVector { context.batch.texts(ofField: field) }
}

struct IntegerField: VectorKernel {
    let field: Int

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Int64> {
        Vector(context.batch.integers(ofField: field))
    }
}

struct DoubleField: VectorKernel {
    let field: Int

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Double> {
        Vector(context.batch.doubles(ofField: field))
    }
}

/// Dates and times as whole seconds: fields hold days, so nothing is lost.
struct SecondsField: VectorKernel {
    let field: Int

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Int64> {
        Vector(context.batch.seconds(ofField: field))
    }
}

/// A field's value, `has()` or `malformed()`: flags that the batch has ready.
struct FlagField: TruthKernel {
    enum Flag: Sendable { case value, presence, malformation }

    let field: Int
    let flag: Flag

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let flags =
            switch flag {
            case .value: context.batch.booleans(ofField: field)
            case .presence: context.batch.presence(ofField: field)
            case .malformation: context.batch.malformations(ofField: field)
            }
        let truths = context.scratch.allocate(context.rowCount, of: UInt8.self)
        truths.initialize(from: flags, count: context.rowCount)
        return truths
    }
}

/// Bytes of a constant at an address that stays.
final class ImmortalBytes: Sendable {
    nonisolated(unsafe) let start: UnsafePointer<UInt8>
    let count: Int

    init(_ text: String) {
        let bytes = Array(text.utf8)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
        memory.initialize(from: bytes, count: bytes.count)
        start = UnsafePointer(memory)
        count = bytes.count
    }

    deinit { start.deallocate() }

    var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
}
