/// `f == "a" && p || f == "b" && q || …` over one field: each row goes to the one alternative whose constant it holds, instead of
/// being compared with all of them. So rules by country are written.
///
/// Exact, because a field's text cannot fail and equals at most one of the constants: all other alternatives are false,
/// and `false || x` is `x`, errors included.
struct TextSwitch: TruthKernel {
    let field: Int
    let constants: ByteSet
    /// By the number of their constant in the set.
    let alternatives: [any TruthKernel]

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let texts = context.batch.texts(ofField: field)
        let truths = context.scratch.allocate(context.rowCount, of: UInt8.self)
        let numbers = context.scratch.allocate(context.rowCount, of: Int32.self)
        var counts = [Int](repeating: 0, count: alternatives.count)
        rows.forEach { row in
            let number = texts[row].flatMap { constants.number(of: $0) }
            numbers[row] = Int32(number ?? -1)
            truths[row] = Truth.no
            if let number { counts[number] += 1 }
        }
        for (number, alternative) in alternatives.enumerated() where counts[number] > 0 {
            let chosen = rows.filter(context.scratch) { numbers[$0] == number }
            let results = alternative.evaluate(chosen, context)
            chosen.forEach { truths[$0] = results[$0] }
        }
        return truths
    }
}

extension ColumnarCompiler {
    /// The kernel for a chain of `||` of which every alternative asks first for a constant in the same field; else nil.
    func textSwitch(_ node: Expression, _ checked: CheckedExpression) -> (any TruthKernel)? {
        var field: Int?
        var constants: [String] = []
        var alternatives: [any TruthKernel] = []
        for alternative in operands(of: "_||_", node) {
            let terms = operands(of: "_&&_", alternative)
            guard let first = terms.first, let (place, text) = equality(first, checked), field ?? place == place,
                !constants.contains(text)
            else { return nil }
            field = place
            constants.append(text)
        }
        guard let field, constants.count > 2 else { return nil }
        for alternative in operands(of: "_||_", node) {
            let kernels = operands(of: "_&&_", alternative).dropFirst().map { truth($0, checked) }
            alternatives.append(
                kernels.dropFirst().reduce(kernels.first ?? ConstantTruth(truth: Truth.yes)) {
                    LogicKernel(operation: .and, left: $0, right: $1)
                })
        }
        return TextSwitch(field: field, constants: ByteSet(constants), alternatives: alternatives)
    }

    /// What stands between the operators of a chain, from left to right.
    private func operands(of function: String, _ node: Expression) -> [Expression] {
        guard case .call(nil, function, let sides) = node.kind, sides.count == 2 else { return [node] }
        return sides.flatMap { operands(of: function, $0) }
    }

    /// The field and the constant of `field == "text"`, either way round.
    private func equality(_ node: Expression, _ checked: CheckedExpression) -> (field: Int, text: String)? {
        guard case .call(nil, Comparison.equal.rawValue, let sides) = node.kind, sides.count == 2 else { return nil }
        for (side, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
            guard case .select(let operand, let name, nil, false) = side.kind, checked.type(of: side) == .string,
                let field = rowField(operand, name, checked), case .string(let text)? = constant(other, checked)
            else { continue }
            return (field, text)
        }
        return nil
    }
}
