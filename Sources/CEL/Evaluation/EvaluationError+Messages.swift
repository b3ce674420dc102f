extension EvaluationError {
    static func budget(_ steps: Int) -> EvaluationError {
        EvaluationError("the evaluation took more than \(steps) steps", kind: .budget)
    }

    static func doesNotTake(_ function: String, _ arguments: [Value]) -> EvaluationError {
        let types = arguments.map(\.type.shortName).joined(separator: ", ")
        return EvaluationError("'\(operatorSymbol(function))' does not take (\(types))")
    }

    static func unknownName(_ name: String) -> EvaluationError { EvaluationError("unknown name '\(name)'") }

    static func unknownFunction(_ name: String) -> EvaluationError { EvaluationError("unknown function '\(name)'") }

    static func noSuchKey(_ field: String) -> EvaluationError { EvaluationError("no such key: '\(field)'") }

    /// Without the key, which may be what stands in a customer's record.
    static let noSuchKey = EvaluationError("no such key")

    static func noSuchField(_ field: String, of record: RecordType) -> EvaluationError {
        EvaluationError("'\(record.name)' has no field '\(field)'")
    }

    static func noFields(_ field: String, of value: Value) -> EvaluationError {
        EvaluationError("\(value.type.named) has no field '\(field)'")
    }

    static func notABool(_ value: Value) -> EvaluationError {
        EvaluationError("expected a bool, found \(value.type.named)")
    }

    static func index(of count: Int) -> EvaluationError {
        EvaluationError("the index is out of range for a list of \(count)")
    }

    static func overflow(_ type: String) -> EvaluationError { EvaluationError("the result is too large for \(type)") }

    static let divisionByZero = EvaluationError("division by zero")
    static let emptyOptional = EvaluationError("the optional is empty")

    /// The same error at a place, unless it has one already.
    func placed(at offset: Int) -> EvaluationError {
        guard self.offset == nil else { return self }
        return EvaluationError(message, kind: kind, at: offset)
    }
}

/// The operator as it is written, for a function's name such as `_+_`.
private func operatorSymbol(_ function: String) -> String {
    switch function {
    case "_[_]": "[]"
    case "_[?_]": "[?]"
    case "@in": "in"
    case "_?_:_": "?:"
    default:
        function.contains("_") && !(function.first?.isLetter ?? false)
            ? String(function.filter { $0 != "_" }) : function
    }
}

extension TypeValue {
    /// As users of the language say it, e.g. `timestamp`.
    var shortName: String {
        switch name {
        case "google.protobuf.Timestamp": "timestamp"
        case "google.protobuf.Duration": "duration"
        case "null_type": "null"
        case "optional_type": "optional"
        default: name
        }
    }

    /// With its article, e.g. `an int`.
    var named: String {
        let name = shortName
        return name == "null" ? name : ("aeio".contains(name.prefix(1)) ? "an \(name)" : "a \(name)")
    }
}
