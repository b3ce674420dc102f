extension Value {
    var isDouble: Bool { if case .double = self { true } else { false } }

    /// Equality of CEL: numbers of different types by their value, everything else only within its type; NaN is not equal
    /// to itself.
    ///
    /// Source: language definition, section Equality. An integer is compared with a double after its conversion to
    /// double, as the conformance tests want it, although this loses digits above 2^53.
    public func isEqual(to other: Value) -> Bool {
        var comparisons = Int.max
        return isEqual(to: other, within: &comparisons) ?? false
    }

    /// Nil when more than `comparisons` comparisons were needed: lists that hold the same list twice, over and over, take
    /// exponentially many.
    func isEqual(to other: Value, within comparisons: inout Int) -> Bool? {
        comparisons -= 1
        if comparisons < 0 { return nil }
        switch (self, other) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.string(let left), .string(let right)):
            comparisons -= left.utf8.count / 64
            return left.hasSameBytes(as: right)
        case (.bytes(let left), .bytes(let right)):
            comparisons -= left.count / 64
            return left == right
        case (.timestamp(let left), .timestamp(let right)): return left == right
        case (.duration(let left), .duration(let right)): return left == right
        case (.type(let left), .type(let right)): return left == right
        case (.opaque(let left), .opaque(let right)): return left.isEqual(to: right)
        case (.optional(nil), .optional(nil)): return true
        case (.optional(let left?), .optional(let right?)): return left.isEqual(to: right, within: &comparisons)
        case (.list(let left), .list(let right)):
            guard left.count == right.count else { return false }
            for index in left.indices {
                let isSame = left[index].isEqual(to: right[index], within: &comparisons)
                if isSame != true { return isSame }
            }
            return true
        case (.map(let left), .map(let right)):
            guard left.count == right.count else { return false }
            for (key, value) in left.entries {
                guard let match = right.value(for: key) else { return false }
                let isSame = value.isEqual(to: match, within: &comparisons)
                if isSame != true { return isSame }
            }
            return true
        case (.record(let left), .record(let right)): return left.isEqual(to: right, within: &comparisons)
        default: return numericOrder(to: other) == .same
        }
    }

    enum Order {
        case before, same, after
        /// One of the numbers is NaN.
        case unordered
    }

    /// Nil for types that have no order, and for two that have none in common.
    func order(to other: Value) -> Order? {
        switch (self, other) {
        case (.bool(let left), .bool(let right)): left == right ? .same : (right ? .before : .after)
        case (.string(let left), .string(let right)): Order(left.byteOrder(to: right))
        case (.bytes(let left), .bytes(let right)):
            left.withUnsafeBufferPointer { left in
                right.withUnsafeBufferPointer { right in Order(left.byteOrder(to: right)) }
            }
        case (.timestamp(let left), .timestamp(let right)): Order(left, right)
        case (.duration(let left), .duration(let right)): Order(left, right)
        default: numericOrder(to: other)
        }
    }

    private func numericOrder(to other: Value) -> Order? {
        switch (self, other) {
        case (.int(let left), .int(let right)): Order(left, right)
        case (.uint(let left), .uint(let right)): Order(left, right)
        case (.double(let left), .double(let right)): Order(left, right)
        case (.int(let left), .uint(let right)): left < 0 ? .before : Order(UInt64(left), right)
        case (.uint(let left), .int(let right)): right < 0 ? .after : Order(left, UInt64(right))
        case (.int(let left), .double(let right)): Order(Double(left), right)
        case (.double(let left), .int(let right)): Order(left, Double(right))
        case (.uint(let left), .double(let right)): Order(Double(left), right)
        case (.double(let left), .uint(let right)): Order(left, Double(right))
        default: nil
        }
    }
}

extension Value.Order {
    fileprivate init(_ sign: Int) {
        self = sign == 0 ? .same : (sign < 0 ? .before : .after)
    }

    fileprivate init<Number: Comparable>(_ left: Number, _ right: Number) {
        self = left < right ? .before : (left == right ? .same : (left > right ? .after : .unordered))
    }
}

extension RecordValue {
    /// Of the same type, with the same fields there and equal.
    fileprivate func isEqual(to other: any RecordValue, within comparisons: inout Int) -> Bool? {
        guard recordType.name == other.recordType.name, recordType.fields.count == other.recordType.fields.count else {
            return false
        }
        for index in recordType.fields.indices {
            switch (value(at: index), other.value(at: index)) {
            case (nil, nil): continue
            case (let left?, let right?):
                let isSame = left.isEqual(to: right, within: &comparisons)
                if isSame != true { return isSame }
            default: return false
            }
        }
        return true
    }
}
