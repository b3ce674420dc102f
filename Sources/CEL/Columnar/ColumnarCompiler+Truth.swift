extension ColumnarCompiler {
    /// A kernel for a node of type bool (or dyn: then its value must turn out to be one).
    func truth(_ node: Expression, _ checked: CheckedExpression) -> any TruthKernel {
        if case .bool(let value)? = constant(node, checked) {
            return ConstantTruth(truth: value ? Truth.yes : Truth.no)
        }
        let compiled: (any TruthKernel)? =
            switch node.kind {
            case .select(let operand, let field, let test, false):
                rowField(operand, field, checked, orLink: test == .present).map { flag($0, test) }
            case .call(nil, let function, let arguments):
                call(function, arguments, node, checked)
            case .call(let target?, let function, let arguments):
                memberCall(target, function, arguments, node, checked)
            case .fold: foldedTruth(node, checked)
            default: nil
            }
        return compiled ?? GeneralTruth(part: general(node, checked))
    }

    private func flag(_ field: Int, _ test: Expression.FieldTest?) -> any TruthKernel {
        switch test {
        case nil: FlagField(field: field, flag: .value)
        case .present: FlagField(field: field, flag: .presence)
        case .malformed: FlagField(field: field, flag: .malformation)
        }
    }

    private func call(
        _ function: String,
        _ arguments: [Expression],
        _ node: Expression,
        _ checked: CheckedExpression
    ) -> (any TruthKernel)? {
        if let comparison = Comparison(rawValue: function), arguments.count == 2 {
            let before = (general: generalParts.count, folds: folds?.all.count ?? 0)
            let kernel = self.comparison(comparison, arguments[0], arguments[1], checked)
            // Several parts for the general evaluator under one comparison: one evaluation of the whole is cheaper.
            guard generalParts.count - before.general > 1 else { return kernel }
            folds?.removeAll(after: before.folds)
            return nil
        }
        return switch (function, arguments.count) {
        case ("_&&_", 2):
            LogicKernel(operation: .and, left: truth(arguments[0], checked), right: truth(arguments[1], checked))
        case ("_||_", 2):
            textSwitch(node, checked)
                ?? LogicKernel(operation: .or, left: truth(arguments[0], checked), right: truth(arguments[1], checked))
        case ("!_", 1): NotKernel(operand: truth(arguments[0], checked))
        case ("_?_:_", 3):
            ChoiceKernel(
                condition: truth(arguments[0], checked),
                yes: truth(arguments[1], checked),
                no: truth(arguments[2], checked)
            )
        case ("@in", 2): membership(arguments[0], arguments[1], checked)
        default: predicate(node, arguments, checked)
        }
    }

    private func memberCall(
        _ target: Expression,
        _ function: String,
        _ arguments: [Expression],
        _ node: Expression,
        _ checked: CheckedExpression
    ) -> (any TruthKernel)? {
        guard checked.type(of: target) == .string else { return nil }
        if arguments.count == 1, case .string(let argument)? = constant(arguments[0], checked) {
            let constant = ImmortalBytes(argument)
            switch function {
            case "startsWith":
                return TextCondition(text: text(target, checked)) { hasPrefix($0, constant.buffer) }
            case "endsWith":
                return TextCondition(text: text(target, checked)) { hasSuffix($0, constant.buffer) }
            case "contains":
                return TextCondition(text: text(target, checked)) { containsBytes($0, constant.buffer) }
            case "matches":
                guard let pattern = try? RegularExpression(argument) else { return nil }
                return TextMatches(text: text(target, checked), pattern: pattern)
            default: break
            }
        }
        return predicate(node, [target] + arguments, checked)
    }

    /// A function whose declaration brings a condition on bytes along.
    private func predicate(
        _ node: Expression,
        _ arguments: [Expression],
        _ checked: CheckedExpression
    ) -> (any TruthKernel)? {
        guard case .overloads(let ids)? = checked.reference(of: node), ids.count == 1,
            arguments.allSatisfy({ checked.type(of: $0) == .string })
        else { return nil }
        switch implementation(ofOverload: ids[0]) {
        case .textPredicate(let holds)? where arguments.count == 1:
            return TextCondition(text: text(arguments[0], checked), holds: holds)
        case .textPredicate2(let holds)? where arguments.count == 2:
            return TwoTextCondition(
                first: text(arguments[0], checked),
                second: text(arguments[1], checked),
                holds: holds
            )
        case .textPredicateNamed(let condition)? where arguments.count == 2:
            let subject = text(arguments[0], checked)
            if case .string(let name)? = constant(arguments[1], checked) {
                return TextCondition(text: subject, holds: name.withBytes(condition))
            }
            return TwoTextCondition(first: subject, second: text(arguments[1], checked)) { condition($1)($0) }
        case .isPattern? where arguments.count == 1:
            return TextIsPattern(text: text(arguments[0], checked))
        case .fitsPattern? where arguments.count == 2:
            return TextFitsPattern(text: text(arguments[0], checked), pattern: text(arguments[1], checked))
        default: return nil
        }
    }

    func implementation(ofOverload id: String) -> FunctionDeclaration.Implementation? {
        environment.functions.lazy.flatMap(\.overloads).first { $0.id == id }?.implementation
    }

    private func membership(
        _ element: Expression,
        _ list: Expression,
        _ checked: CheckedExpression
    ) -> (any TruthKernel)? {
        guard case .list(let values)? = constant(list, checked) else { return nil }
        switch checked.type(of: element) {
        case .string:
            let texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
            // An element of another type never equals a text, so leaving it out changes nothing.
            return TextInConstants(text: text(element, checked), constants: ByteSet(texts))
        case .int:
            let numbers = values.compactMap { if case .int(let number) = $0 { number } else { nil } }
            guard numbers.count == values.count else { return nil }
            return IntegerInConstants(number: integers(element, checked), constants: Set(numbers))
        default: return nil
        }
    }

    private func comparison(
        _ comparison: Comparison,
        _ left: Expression,
        _ right: Expression,
        _ checked: CheckedExpression
    ) -> (any TruthKernel)? {
        switch (checked.type(of: left), checked.type(of: right)) {
        case (.string, .string):
            return textComparison(comparison, left, right, checked)
        case (.int, .int):
            return IntegerComparison(
                comparison: comparison,
                left: integers(left, checked),
                right: integers(right, checked)
            )
        case (.double, .double), (.int, .double), (.double, .int):
            return DoubleComparison(
                comparison: comparison,
                left: doubles(left, checked),
                right: doubles(right, checked)
            )
        case (.timestamp, .timestamp):
            guard let first = seconds(left, checked), let second = seconds(right, checked) else { return nil }
            return IntegerComparison(comparison: comparison, left: first, right: second)
        case (.bool, .bool):
            guard comparison == .equal || comparison == .unequal else { return nil }
            return TruthEquality(
                isEqual: comparison == .equal,
                left: truth(left, checked),
                right: truth(right, checked)
            )
        default: return nil
        }
    }

    private func textComparison(
        _ comparison: Comparison,
        _ left: Expression,
        _ right: Expression,
        _ checked: CheckedExpression
    ) -> any TruthKernel {
        if comparison == .equal || comparison == .unequal {
            for (side, other) in [(left, right), (right, left)] {
                guard case .string(let text)? = constant(side, checked) else { continue }
                return TextEqualsConstant(
                    isEqual: comparison == .equal,
                    text: self.text(other, checked),
                    constant: ImmortalBytes(text)
                )
            }
        }
        return TextComparison(comparison: comparison, left: text(left, checked), right: text(right, checked))
    }
}
