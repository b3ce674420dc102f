/// What the list of records that link to a row comes to, e.g. `invoices.filter(i, !has(i.po_number)).size()`.
///
/// It is folded while those records stream by, a batch at a time, instead of when the list is asked for: a list never has
/// to be put together. Only what the records themselves tell (and constants) may stand in it.
public struct LinkedFold: Sendable {
    enum Outcome: Sendable {
        case size, exists, all, existsOne
        case sum, average, least, greatest
    }

    /// The variable whose list is folded, e.g. `invoices`.
    public let list: String
    let outcome: Outcome
    /// Of `filter`, outermost last: an error in one is an error of the whole.
    let filters: [CompiledCondition]
    /// Of `exists`, `all` and `existsOne`.
    let predicate: CompiledCondition?
    /// Of `map`, an int as its bits or a double as its.
    let number: FoldedNumberKernel?

    /// Whether what the elements add is a number each, in the order of the file.
    public var hasNumbers: Bool { number != nil }

    /// What each of `rows` adds; valid until the scratch is reset.
    public func contributions(of rows: Rows, _ context: KernelContext) -> Contributions {
        let kinds = context.scratch.allocate(context.rowCount, filledWith: Contribution.none)
        var left = rows
        for filter in filters {
            let truths = filter.evaluate(left, context)
            left.forEach { if truths[$0] == Truth.error { kinds[$0] = .failure } }
            left = left.filter(context.scratch) { truths[$0] == Truth.yes }
        }
        if let predicate {
            let truths = predicate.evaluate(left, context)
            let wanted = outcome == .all ? Truth.no : Truth.yes
            // One element that settles the matter absorbs the errors of others, but not in `existsOne`.
            let error = outcome == .existsOne ? Contribution.failure : .doubt
            left.forEach { row in
                if truths[row] == wanted { kinds[row] = .hit } else if truths[row] == Truth.error { kinds[row] = error }
            }
        } else {
            left.forEach { kinds[$0] = .hit }
        }
        guard let number else { return Contributions(kinds: kinds, numbers: nil) }
        let numbers = number.evaluate(left, context)
        left.forEach { if let errors = numbers.errors, errors[$0] != 0 { kinds[$0] = .failure } }
        return Contributions(kinds: kinds, numbers: numbers.values)
    }
}

/// What one record adds to a fold.
public enum Contribution: UInt8, Sendable {
    case none
    case hit
    /// An error that a hit elsewhere absorbs.
    case doubt
    /// An error of the whole.
    case failure
}

/// By row of the batch; those of other rows than asked for are undefined.
public struct Contributions {
    public let kinds: UnsafePointer<Contribution>
    /// The bits of an int or a double where the row is a hit.
    public let numbers: UnsafePointer<UInt64>?

    init(kinds: UnsafeMutablePointer<Contribution>, numbers: UnsafePointer<UInt64>?) {
        self.kinds = UnsafePointer(kinds)
        self.numbers = numbers
    }
}

/// All that the records linked to one row added.
public struct FoldedValue: Sendable {
    public var hits: UInt32
    public var hasDoubt: Bool
    public var hasFailure: Bool
    /// The bits of the result, for folds with numbers.
    public var number: UInt64

    public init(hits: UInt32 = 0, hasDoubt: Bool = false, hasFailure: Bool = false, number: UInt64 = 0) {
        self.hits = hits
        self.hasDoubt = hasDoubt
        self.hasFailure = hasFailure
        self.number = number
    }
}

/// The numbers of `map`, with their type erased to bits.
struct FoldedNumberKernel: Sendable {
    enum Numbers: Sendable {
        case integers(any VectorKernel<Int64>)
        case doubles(any VectorKernel<Double>)
    }

    let numbers: Numbers

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<UInt64> {
        switch numbers {
        case .integers(let kernel):
            let vector = kernel.evaluate(rows, context)
            return Vector(UnsafeRawPointer(vector.values).assumingMemoryBound(to: UInt64.self), errors: vector.errors)
        case .doubles(let kernel):
            let vector = kernel.evaluate(rows, context)
            return Vector(UnsafeRawPointer(vector.values).assumingMemoryBound(to: UInt64.self), errors: vector.errors)
        }
    }
}

extension LinkedFold {
    /// Adds the number of the next hit, in the order of the file.
    ///
    /// Source: the library's `sum`, `avg`, `min` and `max`, element by element.
    public func add(_ bits: UInt64, to value: inout FoldedValue) {
        let isFirst = value.hits == 0
        value.hits &+= 1
        guard case .integers = number?.numbers else {
            let element = Double(bitPattern: bits)
            let total = Double(bitPattern: value.number)
            switch outcome {
            case .least, .greatest:
                if isFirst {
                    value.number = bits
                } else if element.isNaN || total.isNaN {
                    value.hasFailure = true
                } else if outcome == .least ? element < total : element > total {
                    value.number = bits
                }
            default: value.number = isFirst && outcome == .sum ? bits : (total + element).bitPattern
            }
            return
        }
        let element = Int64(bitPattern: bits)
        let total = Int64(bitPattern: value.number)
        switch outcome {
        case .average: value.number = (Double(bitPattern: value.number) + Double(element)).bitPattern
        case .least: if isFirst || element < total { value.number = bits }
        case .greatest: if isFirst || element > total { value.number = bits }
        default:
            let (sum, overflow) = total.addingReportingOverflow(element)
            value.number = UInt64(bitPattern: sum)
            if overflow { value.hasFailure = true }
        }
    }
}

// MARK: What a row sees of it

/// `exists`, `all` and `existsOne` over linked records.
struct FoldedTruth: TruthKernel {
    let fold: Int
    let outcome: LinkedFold.Outcome

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let values = context.folded(fold, rows)
        let truths = context.scratch.allocate(context.rowCount, of: UInt8.self)
        rows.forEach { row in
            let value = values[row]
            truths[row] =
                if value.hasFailure {
                    Truth.error
                } else if outcome == .existsOne {
                    value.hits == 1 ? Truth.yes : Truth.no
                } else if value.hits > 0 {
                    outcome == .exists ? Truth.yes : Truth.no
                } else if value.hasDoubt {
                    Truth.error
                } else {
                    outcome == .exists ? Truth.no : Truth.yes
                }
        }
        return truths
    }
}

/// `size` of linked records.
struct FoldedSize: VectorKernel {
    let fold: Int

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Int64> {
        let values = context.folded(fold, rows)
        let sizes = context.scratch.allocate(context.rowCount, of: Int64.self)
        let errors = context.scratch.allocate(context.rowCount, of: UInt8.self)
        rows.forEach { row in
            let value = values[row]
            sizes[row] = Int64(value.hits)
            errors[row] = value.hasFailure ? 1 : 0
        }
        return Vector(sizes, errors: errors)
    }
}

/// `sum`, `avg`, `min` and `max` of what linked records are mapped to.
struct FoldedNumber<Element: BitwiseCopyable & Sendable>: VectorKernel {
    let fold: Int
    let outcome: LinkedFold.Outcome
    let element: @Sendable (UInt64) -> Element

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Element> {
        let values = context.folded(fold, rows)
        let results = context.scratch.allocate(context.rowCount, of: Element.self)
        let errors = context.scratch.allocate(context.rowCount, of: UInt8.self)
        rows.forEach { row in
            let value = values[row]
            var bits = value.number
            if outcome == .average {
                bits = (Double(bitPattern: bits) / Double(value.hits)).bitPattern
            }
            results[row] = element(bits)
            // Only a sum says something about no numbers at all.
            errors[row] = value.hasFailure || (value.hits == 0 && outcome != .sum) ? 1 : 0
        }
        return Vector(results, errors: errors)
    }
}

extension KernelContext {
    fileprivate func folded(_ fold: Int, _ rows: Rows) -> UnsafePointer<FoldedValue> {
        let values = scratch.allocate(rowCount, of: FoldedValue.self)
        batch.readFold(fold, rows, into: values)
        return UnsafePointer(values)
    }
}
