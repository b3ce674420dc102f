/// How two values compare.
enum Comparison: String, Sendable {
    case equal = "_==_"
    case unequal = "_!=_"
    case less = "_<_"
    case lessOrEqual = "_<=_"
    case greater = "_>_"
    case greaterOrEqual = "_>=_"

    @inline(__always)
    func holds<Element: Comparable>(_ left: Element, _ right: Element) -> Bool {
        switch self {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}

/// Ints, or moments in seconds, against each other.
struct IntegerComparison: TruthKernel {
    let comparison: Comparison
    let left: any VectorKernel<Int64>
    let right: any VectorKernel<Int64>

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        context.truths(rows, comparison, left.evaluate(rows, context), right.evaluate(rows, context))
    }
}

struct DoubleComparison: TruthKernel {
    let comparison: Comparison
    let left: any VectorKernel<Double>
    let right: any VectorKernel<Double>

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        context.truths(rows, comparison, left.evaluate(rows, context), right.evaluate(rows, context))
    }
}

extension KernelContext {
    /// Written into each kernel for its own type: as one generic kernel, every number was compared through a table of
    /// functions.
    @inline(__always)
    fileprivate func truths<Element: Comparable>(
        _ rows: Rows,
        _ comparison: Comparison,
        _ first: Vector<Element>,
        _ second: Vector<Element>
    ) -> UnsafeMutablePointer<UInt8> {
        let truths = scratch.allocate(rowCount, of: UInt8.self)
        let (left, right) = (first.values, second.values)
        // One loop for each, so that none asks on every row which comparison it is.
        switch comparison {
        case .equal: rows.forEach { truths[$0] = left[$0] == right[$0] ? 1 : 0 }
        case .unequal: rows.forEach { truths[$0] = left[$0] != right[$0] ? 1 : 0 }
        case .less: rows.forEach { truths[$0] = left[$0] < right[$0] ? 1 : 0 }
        case .lessOrEqual: rows.forEach { truths[$0] = left[$0] <= right[$0] ? 1 : 0 }
        case .greater: rows.forEach { truths[$0] = left[$0] > right[$0] ? 1 : 0 }
        case .greaterOrEqual: rows.forEach { truths[$0] = left[$0] >= right[$0] ? 1 : 0 }
        }
        for errors in [first.errors, second.errors] {
            guard let errors else { continue }
            rows.forEach { row in if errors[row] != 0 { truths[row] = Truth.error } }
        }
        return truths
    }
}

struct TruthEquality: TruthKernel {
    let isEqual: Bool
    let left: any TruthKernel
    let right: any TruthKernel

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let truths = left.evaluate(rows, context)
        let others = right.evaluate(rows, context)
        rows.forEach { row in
            let isBroken = truths[row] == Truth.error || others[row] == Truth.error
            truths[row] = isBroken ? Truth.error : (truths[row] == others[row]) == isEqual ? 1 : 0
        }
        return truths
    }
}

/// Texts against each other, byte by byte.
struct TextComparison: TruthKernel {
    let comparison: Comparison
    let left: any TextKernel
    let right: any TextKernel

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let first = left.evaluate(rows, context)
        let second = right.evaluate(rows, context)
        return context.truths(rows, first, second) { comparison.holds(compareBytes($0, $1), 0) }
    }
}

/// A text against a constant, the most frequent condition of all: lengths differ for most rows, so bytes are seldom read.
struct TextEqualsConstant: TruthKernel {
    let isEqual: Bool
    let text: any TextKernel
    let constant: ImmortalBytes

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let wanted = constant.buffer
        let texts = text.evaluate(rows, context)
        guard wanted.count <= 8 else {
            return context.truths(rows, texts) { equalBytes($0, wanted) == isEqual }
        }
        let wantedWord = word(wanted)
        return context.truths(rows, texts) {
            ($0.count == wanted.count && word($0) == wantedWord) == isEqual
        }
    }
}

/// Any condition on the bytes of one text or of two.
struct TextCondition: TruthKernel {
    let text: any TextKernel
    let holds: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        context.truths(rows, text.evaluate(rows, context), holds)
    }
}

struct TwoTextCondition: TruthKernel {
    let first: any TextKernel
    let second: any TextKernel
    let holds: @Sendable (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        context.truths(rows, first.evaluate(rows, context), second.evaluate(rows, context), holds)
    }
}

extension KernelContext {
    @inline(__always)
    func truths(
        _ rows: Rows,
        _ texts: TextVector,
        _ holds: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> UnsafeMutablePointer<UInt8> {
        let truths = scratch.allocate(rowCount, of: UInt8.self)
        rows.forEach { row in
            truths[row] = texts[row].map { holds($0) ? Truth.yes : Truth.no } ?? Truth.error
        }
        return truths
    }

    @inline(__always)
    func truths(
        _ rows: Rows,
        _ first: TextVector,
        _ second: TextVector,
        _ holds: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> UnsafeMutablePointer<UInt8> {
        let truths = scratch.allocate(rowCount, of: UInt8.self)
        rows.forEach { row in
            guard let left = first[row], let right = second[row] else {
                truths[row] = Truth.error
                return
            }
            truths[row] = holds(left, right) ? Truth.yes : Truth.no
        }
        return truths
    }
}
