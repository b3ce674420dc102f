/// `a && b`, `a || b`: the right side is evaluated only where the left does not decide, and a deciding side absorbs the
/// other's error, whichever comes first.
struct LogicKernel: TruthKernel {
    enum Operation: Sendable { case and, or }

    let operation: Operation
    let left: any TruthKernel
    let right: any TruthKernel

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let deciding = operation == .and ? Truth.no : Truth.yes
        let truths = left.evaluate(rows, context)
        let open = rows.filter(context.scratch) { truths[$0] != deciding }
        guard open.count > 0 else { return truths }
        let others = right.evaluate(open, context)
        open.forEach { row in
            // Here the left is neutral or an error: the right decides, or whichever is an error stays.
            if others[row] == deciding || truths[row] != Truth.error { truths[row] = others[row] }
        }
        return truths
    }
}

struct NotKernel: TruthKernel {
    let operand: any TruthKernel

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let truths = operand.evaluate(rows, context)
        rows.forEach { row in
            if truths[row] != Truth.error { truths[row] ^= 1 }
        }
        return truths
    }
}

/// `c ? a : b`, of type bool: each branch is evaluated for its rows only.
struct ChoiceKernel: TruthKernel {
    let condition: any TruthKernel
    let yes: any TruthKernel
    let no: any TruthKernel

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let truths = condition.evaluate(rows, context)
        let chosen = rows.filter(context.scratch) { truths[$0] == Truth.yes }
        let others = rows.filter(context.scratch) { truths[$0] == Truth.no }
        if chosen.count > 0 {
            let results = yes.evaluate(chosen, context)
            chosen.forEach { truths[$0] = results[$0] }
        }
        if others.count > 0 {
            let results = no.evaluate(others, context)
            others.forEach { truths[$0] = results[$0] }
        }
        return truths
    }
}
