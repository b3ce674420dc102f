/// `+ - *` on ints (overflow is an error) and `+ - * /` on doubles.
struct IntegerArithmetic: VectorKernel {
    enum Operation: String, Sendable {
        case add = "_+_"
        case subtract = "_-_"
        case multiply = "_*_"
    }

    let operation: Operation
    let left: any VectorKernel<Int64>
    let right: any VectorKernel<Int64>

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Int64> {
        let first = left.evaluate(rows, context)
        let second = right.evaluate(rows, context)
        let results = context.scratch.allocate(context.rowCount, of: Int64.self)
        let errors = context.scratch.allocate(context.rowCount, of: UInt8.self)
        rows.forEach { row in
            guard let a = first[row], let b = second[row] else {
                errors[row] = 1
                return
            }
            let (result, overflow) =
                switch operation {
                case .add: a.addingReportingOverflow(b)
                case .subtract: a.subtractingReportingOverflow(b)
                case .multiply: a.multipliedReportingOverflow(by: b)
                }
            results[row] = result
            errors[row] = overflow ? 1 : 0
        }
        return Vector(results, errors: errors)
    }
}

struct DoubleArithmetic: VectorKernel {
    enum Operation: String, Sendable {
        case add = "_+_"
        case subtract = "_-_"
        case multiply = "_*_"
        case divide = "_/_"
    }

    let operation: Operation
    let left: any VectorKernel<Double>
    let right: any VectorKernel<Double>

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Double> {
        let first = left.evaluate(rows, context)
        let second = right.evaluate(rows, context)
        let results = context.scratch.allocate(context.rowCount, of: Double.self)
        let errors = context.scratch.allocate(context.rowCount, of: UInt8.self)
        rows.forEach { row in
            guard let a = first[row], let b = second[row] else {
                errors[row] = 1
                return
            }
            errors[row] = 0
            results[row] =
                switch operation {
                case .add: a + b
                case .subtract: a - b
                case .multiply: a * b
                case .divide: a / b
                }
        }
        return Vector(results, errors: errors)
    }
}

/// An int where a double is compared with it: CEL converts the int.
struct IntegerAsDouble: VectorKernel {
    let integer: any VectorKernel<Int64>

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Double> {
        let integers = integer.evaluate(rows, context)
        let results = context.scratch.allocate(context.rowCount, of: Double.self)
        rows.forEach { row in results[row] = Double(integers.values[row]) }
        return Vector(UnsafePointer(results), errors: integers.errors)
    }
}

/// A function of two moments, which are fields or constants and cannot fail.
struct SecondsFunction: VectorKernel {
    let first: any VectorKernel<Int64>
    let second: any VectorKernel<Int64>
    let body: @Sendable (Int64, Int64) -> Int64

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Int64> {
        let from = first.evaluate(rows, context)
        let to = second.evaluate(rows, context)
        let results = context.scratch.allocate(context.rowCount, of: Int64.self)
        rows.forEach { row in results[row] = body(from.values[row], to.values[row]) }
        return Vector(UnsafePointer(results))
    }
}

/// `size(text)`: Unicode scalars, counted as the bytes that begin one.
struct TextSize: VectorKernel {
    let text: any TextKernel

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Int64> {
        let texts = text.evaluate(rows, context)
        let results = context.scratch.allocate(context.rowCount, of: Int64.self)
        rows.forEach { row in
            guard let text = texts[row] else { return }
            var count = 0
            for byte in text where byte & 0xC0 != 0x80 { count += 1 }
            results[row] = Int64(count)
        }
        return Vector(UnsafePointer(results), errors: texts.errors)
    }
}
