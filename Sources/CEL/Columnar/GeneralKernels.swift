/// What the columnar compiler cannot take runs through the general evaluator, row by row, with the same answers.
struct GeneralPart: Sendable {
    let program: Program
    /// What no row changes, e.g. `params`.
    let constants: [String: Value]
    /// The one among them that stands for the row itself.
    let rowVariable: String

    @inline(__always)
    func value(_ row: Int, _ context: KernelContext) -> Value? {
        let activation = Activation { (name) throws(EvaluationError) in
            if name == rowVariable { return context.batch.record(row: row) }
            if let constant = constants[name] { return constant }
            return try context.batch.value(ofVariable: name, row: row)
        }
        guard case .success(let value) = program.evaluate(activation, spending: &context.scratch.stepsLeft) else {
            return nil
        }
        return value
    }
}

struct GeneralTruth: TruthKernel {
    let part: GeneralPart

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let truths = context.scratch.allocate(context.rowCount, of: UInt8.self)
        rows.forEach { row in
            guard case .bool(let value)? = part.value(row, context) else {
                truths[row] = Truth.error
                return
            }
            truths[row] = value ? Truth.yes : Truth.no
        }
        return truths
    }
}

struct GeneralVector<Element: Sendable>: VectorKernel {
    let part: GeneralPart
    /// The value as the vector's element; nil counts as an error.
    let element: @Sendable (Value) -> Element?
    let zero: Element

    func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Element> {
        let results = context.scratch.allocate(context.rowCount, of: Element.self)
        let errors = context.scratch.allocate(context.rowCount, of: UInt8.self)
        rows.forEach { row in
            let found = part.value(row, context).flatMap(element)
            results[row] = found ?? zero
            errors[row] = found == nil ? 1 : 0
        }
        return Vector(results, errors: errors)
    }
}

struct GeneralText: TextKernel {
    let part: GeneralPart

    func evaluate(_ rows: Rows, _ context: KernelContext) -> TextVector {
        let starts = context.scratch.allocate(context.rowCount, of: UnsafePointer<UInt8>.self)
        let counts = context.scratch.allocate(context.rowCount, of: Int32.self)
        let errors = context.scratch.allocate(context.rowCount, of: UInt8.self)
        rows.forEach { row in
            guard case .string(let text)? = part.value(row, context) else {
                errors[row] = 1
                return
            }
            let bytes = context.scratch.allocate(text.utf8.count, of: UInt8.self)
            for (index, byte) in text.utf8.enumerated() { bytes[index] = byte }
            starts[row] = UnsafePointer(bytes)
            counts[row] = Int32(text.utf8.count)
            errors[row] = 0
        }
        return TextVector(starts: UnsafePointer(starts), counts: UnsafePointer(counts), errors: UnsafePointer(errors))
    }
}
