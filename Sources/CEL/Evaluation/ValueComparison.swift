extension Value {
    /// CEL's `==`: values of different types are unequal, but numbers of any type compare by value. Texts compare by code
    /// points: Swift's own `==` holds "é" and "é" for the same.
    public func isEqual(to other: Value) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
        case (.bytes(let left), .bytes(let right)): left == right
        case (.timestamp(let left), .timestamp(let right)): left == right
        case (.duration(let left), .duration(let right)): left == right
        case (.type(let left), .type(let right)): left == right
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
        case (.map(let left), .map(let right)):
            left.count == right.count
                && left.entries.allSatisfy { entry in right[entry.key].map { entry.value.isEqual(to: $0) } ?? false }
        case (.optional(let left), .optional(let right)):
            switch (left, right) {
            case (nil, nil): true
            case (let left?, let right?): left.isEqual(to: right)
            default: false
            }
        case (.record(let left), .record(let right)): left.hasSameFields(as: right)
        case (.opaque(let left), .opaque(let right)): left.isEqual(to: right)
        default: compareNumbers(other) == .equal
        }
    }

    enum Order {
        case less, equal, greater
        /// One of them is not a number.
        case none
    }

    /// The order of two numbers; nil when one of the values is no number. An int against a double is converted to double
    /// first, as the conformance tests want it.
    func compareNumbers(_ other: Value) -> Order? {
        switch (self, other) {
        case (.int(let left), .int(let right)): Self.order(left, right)
        case (.uint(let left), .uint(let right)): Self.order(left, right)
        case (.double(let left), .double(let right)): Self.order(left, right)
        case (.int(let left), .uint(let right)): left < 0 ? .less : Self.order(UInt64(left), right)
        case (.uint(let left), .int(let right)): right < 0 ? .greater : Self.order(left, UInt64(right))
        case (.int(let left), .double(let right)): Self.order(Double(left), right)
        case (.double(let left), .int(let right)): Self.order(left, Double(right))
        case (.uint(let left), .double(let right)): Self.order(Double(left), right)
        case (.double(let left), .uint(let right)): Self.order(left, Double(right))
        default: nil
        }
    }

    /// CEL's order; nil for values that have none between them.
    func compare(_ other: Value) -> Order? {
        switch (self, other) {
        case (.bool(let left), .bool(let right)): Self.order(left ? 1 : 0, right ? 1 : 0)
        case (.string(let left), .string(let right)): left.order(to: right)
        case (.bytes(let left), .bytes(let right)):
            left.lexicographicallyPrecedes(right) ? .less : left == right ? .equal : .greater
        case (.timestamp(let left), .timestamp(let right)): Self.order(left, right)
        case (.duration(let left), .duration(let right)): Self.order(left, right)
        default: compareNumbers(other)
        }
    }

    private static func order<Element: Comparable>(_ left: Element, _ right: Element) -> Order {
        left < right ? .less : left == right ? .equal : left > right ? .greater : .none
    }
}

extension String {
    /// Whether both are the same sequence of code points.
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return utf8.elementsEqual(other.utf8)
    }

    fileprivate func order(to other: String) -> Value.Order {
        if hasSameBytes(as: other) { return .equal }
        return utf8.lexicographicallyPrecedes(other.utf8) ? .less : .greater
    }
}

extension RecordValue {
    fileprivate func hasSameFields(as other: any RecordValue) -> Bool {
        recordType === other.recordType
            && recordType.fields.indices.allSatisfy { index in
                switch (value(at: index), other.value(at: index)) {
                case (nil, nil): true
                case (let left?, let right?): left.isEqual(to: right)
                default: false
                }
            }
    }
}
