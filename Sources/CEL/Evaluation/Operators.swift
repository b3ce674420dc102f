/// What CEL's strict operators do with values.
enum Operators {
    typealias Unary = @Sendable (Value) throws(EvaluationError) -> Value
    typealias Binary = @Sendable (Value, Value) throws(EvaluationError) -> Value

    static let unary: [String: Unary] = [
        "!_": { value throws(EvaluationError) in
            guard case .bool(let flag) = value else { throw noOverload("!", value) }
            return .bool(!flag)
        },
        "-_": { value throws(EvaluationError) in
            switch value {
            case .int(let number): return .int(try exact(Int64(0).subtractingReportingOverflow(number)))
            case .double(let number): return .double(-number)
            default: throw noOverload("-", value)
            }
        },
    ]

    static let binary: [String: Binary] = [
        "_==_": { left, right in .bool(left.isEqual(to: right)) },
        "_!=_": { left, right in .bool(!left.isEqual(to: right)) },
        "_<_": { left, right throws(EvaluationError) in .bool(try order("<", left, right) == .less) },
        "_<=_": { left, right throws(EvaluationError) in
            let order = try order("<=", left, right)
            return .bool(order == .less || order == .equal)
        },
        "_>_": { left, right throws(EvaluationError) in .bool(try order(">", left, right) == .greater) },
        "_>=_": { left, right throws(EvaluationError) in
            let order = try order(">=", left, right)
            return .bool(order == .greater || order == .equal)
        },
        "_+_": { left, right throws(EvaluationError) in try add(left, right) },
        "_-_": { left, right throws(EvaluationError) in try subtract(left, right) },
        "_*_": { left, right throws(EvaluationError) in
            switch (left, right) {
            case (.int(let a), .int(let b)): return .int(try exact(a.multipliedReportingOverflow(by: b)))
            case (.uint(let a), .uint(let b)): return .uint(try exact(a.multipliedReportingOverflow(by: b)))
            case (.double(let a), .double(let b)): return .double(a * b)
            default: throw noOverload("*", left, right)
            }
        },
        "_/_": { left, right throws(EvaluationError) in
            switch (left, right) {
            case (.int(_), .int(0)), (.uint(_), .uint(0)): throw EvaluationError("division by zero")
            case (.int(let a), .int(let b)): return .int(try exact(a.dividedReportingOverflow(by: b)))
            case (.uint(let a), .uint(let b)): return .uint(a / b)
            case (.double(let a), .double(let b)): return .double(a / b)
            default: throw noOverload("/", left, right)
            }
        },
        "_%_": { left, right throws(EvaluationError) in
            switch (left, right) {
            case (.int(_), .int(0)), (.uint(_), .uint(0)): throw EvaluationError("modulus by zero")
            case (.int(let a), .int(let b)): return .int(try exact(a.remainderReportingOverflow(dividingBy: b)))
            case (.uint(let a), .uint(let b)): return .uint(a % b)
            default: throw noOverload("%", left, right)
            }
        },
        "_[_]": { owner, index throws(EvaluationError) in
            if case .optional(let wrapped) = owner {
                return .optional(try wrapped.flatMap { value throws(EvaluationError) in try find(value, index) })
            }
            guard let value = try find(owner, index) else {
                if case .list = owner { throw EvaluationError("the list has no element at \(Self.text(index))") }
                throw EvaluationError("no such key: \(Self.text(index))")
            }
            return value
        },
        "_[?_]": { owner, index throws(EvaluationError) in
            if case .optional(let wrapped) = owner {
                return .optional(try wrapped.flatMap { value throws(EvaluationError) in try find(value, index) })
            }
            return .optional(try find(owner, index))
        },
    ]

    private static func add(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.int(let a), .int(let b)): return .int(try exact(a.addingReportingOverflow(b)))
        case (.uint(let a), .uint(let b)): return .uint(try exact(a.addingReportingOverflow(b)))
        case (.double(let a), .double(let b)): return .double(a + b)
        case (.string(let a), .string(let b)): return .string(a + b)
        case (.bytes(let a), .bytes(let b)): return .bytes(a + b)
        case (.list(let a), .list(let b)): return .list(a + b)
        case (.timestamp(let a), .duration(let b)), (.duration(let b), .timestamp(let a)):
            return .timestamp(try a.advanced(by: b))
        case (.duration(let a), .duration(let b)):
            return .duration(.init(nanoseconds: try exact(a.nanoseconds.addingReportingOverflow(b.nanoseconds))))
        default: throw noOverload("+", left, right)
        }
    }

    private static func subtract(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.int(let a), .int(let b)): return .int(try exact(a.subtractingReportingOverflow(b)))
        case (.uint(let a), .uint(let b)): return .uint(try exact(a.subtractingReportingOverflow(b)))
        case (.double(let a), .double(let b)): return .double(a - b)
        case (.timestamp(let a), .timestamp(let b)): return .duration(try a.distance(from: b))
        case (.timestamp(let a), .duration(let b)):
            let negative = try exact(Int64(0).subtractingReportingOverflow(b.nanoseconds))
            return .timestamp(try a.advanced(by: .init(nanoseconds: negative)))
        case (.duration(let a), .duration(let b)):
            return .duration(.init(nanoseconds: try exact(a.nanoseconds.subtractingReportingOverflow(b.nanoseconds))))
        default: throw noOverload("-", left, right)
        }
    }

    /// The element of a list or the entry of a map; nil when there is none.
    private static func find(_ owner: Value, _ index: Value) throws(EvaluationError) -> Value? {
        switch owner {
        case .list(let items):
            guard let position = wholeNumber(index) else { throw noOverload("[]", owner, index) }
            return items.indices.contains(position) ? items[position] : nil
        case .map(let map): return map[index]
        default: throw noOverload("[]", owner, index)
        }
    }

    private static func wholeNumber(_ value: Value) -> Int? {
        switch value {
        case .int(let number): Int(number)
        case .uint(let number): Int(exactly: number)
        case .double(let number): Int(exactly: number)
        default: nil
        }
    }

    private static func text(_ value: Value) -> String {
        switch value {
        case .string(let text): "'\(text)'"
        case .int(let number): "\(number)"
        case .uint(let number): "\(number)u"
        case .double(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        default: value.type.name
        }
    }

    private static func order(_ symbol: String, _ left: Value, _ right: Value) throws(EvaluationError) -> Value.Order {
        guard let order = left.compare(right) else { throw noOverload(symbol, left, right) }
        return order
    }

    static func exact<Number: FixedWidthInteger>(
        _ result: (partialValue: Number, overflow: Bool)
    ) throws(EvaluationError) -> Number {
        guard !result.overflow else { throw EvaluationError("the number is out of range") }
        return result.partialValue
    }

    private static func noOverload(_ symbol: String, _ values: Value...) -> EvaluationError {
        let types = values.map(\.type.name).joined(separator: " and ")
        return EvaluationError("no such overload: '\(symbol)' does not go with \(types)")
    }
}

extension Value.Timestamp {
    func advanced(by duration: Value.Duration) throws(EvaluationError) -> Value.Timestamp {
        let billion: Int64 = 1_000_000_000
        let total = Int64(nanoseconds) + duration.nanoseconds % billion
        let carry = total >= billion ? 1 : total < 0 ? -1 : Int64(0)
        let moment = Value.Timestamp(
            seconds: seconds + duration.nanoseconds / billion + carry,
            nanoseconds: Int32(total - carry * billion)
        )
        guard let moment else { throw EvaluationError("the moment is out of range") }
        return moment
    }

    func distance(from other: Value.Timestamp) throws(EvaluationError) -> Value.Duration {
        let whole = try Operators.exact((seconds - other.seconds).multipliedReportingOverflow(by: 1_000_000_000))
        let rest = Int64(nanoseconds) - Int64(other.nanoseconds)
        return Value.Duration(nanoseconds: try Operators.exact(whole.addingReportingOverflow(rest)))
    }
}
