extension ColumnarCompiler {
    func text(_ node: Expression, _ checked: CheckedExpression) -> any TextKernel {
        if case .string(let text)? = constant(node, checked) { return ConstantText(bytes: ImmortalBytes(text)) }
        if case .select(let operand, let field, nil, false) = node.kind, checked.type(of: node) == .string,
            let index = rowField(operand, field, checked)
        {
            return TextField(field: index)
        }
        if case .call(let target?, "substring", let arguments) = node.kind, checked.type(of: target) == .string,
            case .int(let start)? = arguments.first.flatMap({ constant($0, checked) })
        {
            if arguments.count == 1 { return TextSlice(text: text(target, checked), start: start, end: nil) }
            if case .int(let end)? = constant(arguments[1], checked) {
                return TextSlice(text: text(target, checked), start: start, end: end)
            }
        }
        return GeneralText(part: general(node, checked))
    }

    func integers(_ node: Expression, _ checked: CheckedExpression) -> any VectorKernel<Int64> {
        if case .int(let number)? = constant(node, checked) { return ConstantVector(value: number) }
        switch node.kind {
        case .select(let operand, let field, nil, false):
            if checked.type(of: node) == .int, let index = rowField(operand, field, checked) {
                return IntegerField(field: index)
            }
        case .call(nil, let function, let arguments) where arguments.count == 2:
            if let operation = IntegerArithmetic.Operation(rawValue: function),
                arguments.allSatisfy({ checked.type(of: $0) == .int })
            {
                return IntegerArithmetic(
                    operation: operation,
                    left: integers(arguments[0], checked),
                    right: integers(arguments[1], checked)
                )
            }
            if let number = ofSeconds(node, arguments, checked) { return number }
        case .call(nil, "size", let arguments) where arguments.map(checked.type(of:)) == [.string]:
            return TextSize(text: text(arguments[0], checked))
        case .call(let target?, "size", let arguments)
        where arguments.isEmpty && checked.type(of: target) == .string:
            return TextSize(text: text(target, checked))
        case .call(nil, "size", let arguments) where arguments.count == 1:
            if let size = foldedSize(arguments[0], checked) { return size }
        case .call(let target?, "size", let arguments) where arguments.isEmpty:
            if let size = foldedSize(target, checked) { return size }
        case .call: if let number = foldedInteger(node, checked) { return number }
        default: break
        }
        return GeneralVector(
            part: general(node, checked),
            element: { if case .int(let number) = $0 { number } else { nil } },
            zero: 0
        )
    }

    /// A node of type double, or of type int where a double is wanted.
    func doubles(_ node: Expression, _ checked: CheckedExpression) -> any VectorKernel<Double> {
        switch constant(node, checked) {
        case .double(let number)?: return ConstantVector(value: number)
        case .int(let number)?: return ConstantVector(value: Double(number))
        default: break
        }
        if checked.type(of: node) == .int { return IntegerAsDouble(integer: integers(node, checked)) }
        switch node.kind {
        case .select(let operand, let field, nil, false):
            if checked.type(of: node) == .double, let index = rowField(operand, field, checked) {
                return DoubleField(field: index)
            }
        case .call(nil, let function, let arguments) where arguments.count == 2:
            if let operation = DoubleArithmetic.Operation(rawValue: function),
                arguments.allSatisfy({ checked.type(of: $0) == .double })
            {
                return DoubleArithmetic(
                    operation: operation,
                    left: doubles(arguments[0], checked),
                    right: doubles(arguments[1], checked)
                )
            }
        case .call: if let number = foldedDouble(node, checked) { return number }
        default: break
        }
        return GeneralVector(
            part: general(node, checked),
            element: { value in
                switch value {
                case .double(let number): number
                case .int(let number): Double(number)
                case .uint(let number): Double(number)
                default: nil
                }
            },
            zero: 0
        )
    }

    /// Moments as whole seconds; nil where fractions of a second may matter.
    func seconds(_ node: Expression, _ checked: CheckedExpression) -> (any VectorKernel<Int64>)? {
        if case .timestamp(let moment)? = constant(node, checked), moment.nanoseconds == 0 {
            return ConstantVector(value: moment.seconds)
        }
        guard case .select(let operand, let field, nil, false) = node.kind,
            let index = rowField(operand, field, checked)
        else { return nil }
        return SecondsField(field: index)
    }

    /// A function of two moments' seconds.
    private func ofSeconds(
        _ node: Expression,
        _ arguments: [Expression],
        _ checked: CheckedExpression
    ) -> (any VectorKernel<Int64>)? {
        guard case .overloads(let ids)? = checked.reference(of: node), ids.count == 1, arguments.count == 2,
            arguments.allSatisfy({ checked.type(of: $0) == .timestamp }),
            case .ofSeconds(let body)? = implementation(ofOverload: ids[0]),
            let first = seconds(arguments[0], checked), let second = seconds(arguments[1], checked)
        else { return nil }
        return SecondsFunction(first: first, second: second, body: body)
    }
}
