import Diagnostics

extension Checker {
    mutating func call(
        _ target: Expression?,
        _ function: String,
        _ arguments: [Expression],
        _ node: Expression
    ) -> CELType {
        if target == nil, let signatures = OperatorOverloads.all[function] {
            return operation(function, signatures, arguments, node)
        }
        // `math.greatest(…)`: a namespace and a function rather than a receiver and its method.
        if let target, let namespace = target.dottedName, let name = functionName("\(namespace).\(function)") {
            return apply(name, .global, arguments, node)
        }
        if let target {
            guard functions[function]?.contains(where: { $0.style == .member }) == true else {
                _ = type(of: target)
                for argument in arguments { _ = type(of: argument) }
                return unknownFunction(function, isMember: true, at: node.offset)
            }
            return apply(function, .member, [target] + arguments, node)
        }
        guard let name = functionName(function) else {
            for argument in arguments { _ = type(of: argument) }
            return unknownFunction(function, isMember: false, at: node.offset)
        }
        return apply(name, .global, arguments, node)
    }

    /// The declared function that a name means in the environment's container, with at least one global overload.
    private func functionName(_ name: String) -> String? {
        Self.candidates(name, container: environment.container).first { candidate in
            functions[candidate]?.contains { $0.style == .global } == true
        }
    }

    private static let macroNames = [
        "has", "malformed", "all", "exists", "exists_one", "map", "filter", "sortBy", "transformList", "transformMap",
        "transformMapEntry", "cel.bind", "optMap", "optFlatMap",
    ]

    private mutating func unknownFunction(_ function: String, isMember: Bool, at offset: Int) -> CELType {
        if let overloads = functions[function] {
            let isGlobal = overloads.contains { $0.style == .global }
            return report(
                "'\(function)' is not called this way",
                help: isGlobal ? "write \(function)(x)" : "write x.\(function)(…)",
                at: offset
            )
        }
        let known = functionNames + Self.macroNames
        let help: String? =
            switch function {
            case "len", "length", "count": "use size(x)"
            case "lower", "toLower", "lowercase": "use x.lowerAscii()"
            case "upper", "toUpper", "uppercase": "use x.upperAscii()"
            case "isEmpty", "empty", "isBlank":
                isMember ? "use !has(record.field), or x == ''" : "use !has(record.field)"
            case "now", "date": "use today"
            case "any": "use exists"
            default: didYouMean(function, among: known)
            }
        return report("unknown function '\(function)'", help: help, at: offset)
    }

    private mutating func apply(
        _ function: String,
        _ style: FunctionDeclaration.Style,
        _ arguments: [Expression],
        _ node: Expression
    ) -> CELType {
        let found = arguments.map { type(of: $0) }
        let overloads = (functions[function] ?? []).filter { $0.style == style }
        let (fitting, result) = fitting(found, overloads.map { ($0.id, $0.parameters, $0.result) })
        guard let result else { return misfit(function, style, found, overloads, node) }
        note(.overloads(fitting), for: node)
        refuseUnreadableLiteral(function, arguments)
        return result
    }

    /// Patterns, moments and durations that are written out are read beforehand, so that they do not fail on every row.
    private mutating func refuseUnreadableLiteral(_ function: String, _ arguments: [Expression]) {
        guard let last = arguments.last, case .literal(.string(let text)) = last.kind else { return }
        switch function {
        case "matches" where arguments.count == 2:
            do throws(RegularExpression.PatternError) {
                _ = try PatternCache.shared.expression(for: text)
            } catch {
                _ = report("this is no pattern: \(error.message)", at: last.offset)
            }
        case "timestamp" where arguments.count == 1 && Value.Timestamp(text) == nil:
            _ = report(
                "'\(text)' is no moment", help: "write it like timestamp('2026-09-30T00:00:00Z')", at: last.offset)
        case "duration" where arguments.count == 1 && Value.Duration(text) == nil:
            _ = report("'\(text)' is no duration", help: "write it like duration('36h') or '90m'", at: last.offset)
        default: break
        }
    }

    private mutating func misfit(
        _ function: String,
        _ style: FunctionDeclaration.Style,
        _ found: [CELType],
        _ overloads: [FunctionDeclaration.Overload],
        _ node: Expression
    ) -> CELType {
        if found.contains(.error) { return .error }
        func text(_ types: [CELType]) -> String {
            let names = types.map { "\(substitution.final($0))" }
            guard style == .member, let receiver = names.first else {
                return "\(function)(\(names.joined(separator: ", ")))"
            }
            return "\(receiver).\(function)(\(names.dropFirst().joined(separator: ", ")))"
        }
        let known = overloads.prefix(4).map { text($0.parameters) }.joined(separator: " or ")
        return report("\(text(found)) does not exist", help: "there is \(known)", at: node.offset)
    }

    // MARK: Operators

    /// The signatures that arguments fit, and what comes out of them; nil when they fit none.
    private mutating func fitting(
        _ arguments: [CELType],
        _ signatures: [(id: String, parameters: [CELType], result: CELType)]
    ) -> (ids: [String], result: CELType?) {
        var ids: [String] = []
        var result: CELType?
        // What fits exactly is meant, although anything fits where the signature says dyn.
        let known = arguments.map { substitution.resolve($0) }
        if !known.contains(where: \.mentionsDyn),
            let exact = signatures.first(where: { $0.parameters == known && !$0.result.mentionsDyn })
        {
            return ([exact.id], exact.result)
        }
        for signature in signatures {
            let types = substitution.instantiate(signature.parameters + [signature.result])
            let before = substitution
            guard substitution.areAssignable(arguments, to: Array(types.dropLast())), let last = types.last else {
                continue
            }
            ids.append(signature.id)
            let type = substitution.resolve(last)
            if let joined = result {
                // Which one it is shows only at run time: nothing is known from the arguments alone.
                substitution = before
                if joined != type { result = .dyn }
            } else {
                result = type
            }
        }
        return (ids, result)
    }

    private mutating func operation(
        _ function: String,
        _ signatures: [OperatorOverloads.Signature],
        _ arguments: [Expression],
        _ node: Expression
    ) -> CELType {
        let found = arguments.map { type(of: $0) }
        if function == "_?_:_" { return choice(found, arguments) }
        var signatures = signatures
        if environment.allowsNumericComparisonsAcrossTypes, OperatorOverloads.comparisons.contains(function) {
            signatures += OperatorOverloads.acrossNumbers(function)
        }
        let (ids, result) = fitting(found, signatures.map { ($0.id, $0.parameters, $0.result) })
        guard let result else { return mismatch(function, found, node) }
        note(.overloads(ids), for: node)
        return result
    }

    private mutating func choice(_ found: [CELType], _ arguments: [Expression]) -> CELType {
        if !substitution.isAssignable(found[0], to: .bool) {
            return report(
                "what stands before '?' should be true or false, not \(named(found[0]))", at: arguments[0].offset)
        }
        if substitution.isAssignable(found[1], to: found[2]) {
            return substitution.moreGeneral(substitution.resolve(found[1]), substitution.resolve(found[2]))
        }
        if substitution.isAssignable(found[2], to: found[1]) { return substitution.resolve(found[1]) }
        return report(
            "the two choices of '?' differ in type: \(named(found[1])) and \(named(found[2]))",
            help: "make them the same, or wrap one in dyn(…)",
            at: arguments[2].offset
        )
    }

    private mutating func mismatch(_ function: String, _ found: [CELType], _ node: Expression) -> CELType {
        if found.contains(.error) { return .error }
        let symbol = OperatorOverloads.symbol(function)
        guard found.count == 2 else {
            return report("'\(symbol)' does not go with \(named(found[0]))", at: node.offset)
        }
        return report(
            "'\(symbol)' does not go with \(named(found[0])) and \(named(found[1]))",
            help: remedy(function, found[0], found[1]),
            at: node.offset
        )
    }

    private func remedy(_ function: String, _ left: CELType, _ right: CELType) -> String? {
        switch (left, right) {
        case (_, .null), (.null, _): "nothing is null here: ask has(record.field), or compare with '' or 0"
        case (.optional, _), (_, .optional): "take the value out with .orValue(…)"
        case (.double, .int), (.int, .double):
            "write whole numbers with a decimal (2.0), or double(x)"
        case (.string, .string) where function == "@in": "use text.contains('part')"
        case (.timestamp, .timestamp) where function == "_+_": "two moments cannot be added; use daysBetween(a, b)"
        case (.timestamp, .int), (.int, .timestamp):
            "use daysBetween(a, b), or today + duration('24h')"
        case (.string, .int), (.string, .double): "turn the number into a text with string(x), or the text with int(x)"
        case (.int, .string), (.double, .string): "turn the number into a text with string(x), or the text with int(x)"
        case (.bool, .string), (.string, .bool): "a yes-or-no field is compared with true and false"
        case (.string, .timestamp), (.timestamp, .string): "write a date as timestamp('2026-09-30T00:00:00Z')"
        default: nil
        }
    }
}
