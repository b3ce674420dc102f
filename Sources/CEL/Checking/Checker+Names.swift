import Diagnostics

extension Checker {
    /// The full names that a name may stand for in the environment's container: the most specific first.
    static func candidates(_ name: String, container: String) -> [String] {
        if name.hasPrefix(".") { return [String(name.dropFirst())] }
        var parts = container.isEmpty ? [] : container.split(separator: ".").map(String.init)
        var candidates: [String] = []
        while !parts.isEmpty {
            candidates.append(parts.joined(separator: ".") + "." + name)
            parts.removeLast()
        }
        return candidates + [name]
    }

    mutating func typeOfName(_ name: String, _ node: Expression) -> CELType {
        if let found = resolved(name, node) { return found }
        let plain = name.hasPrefix(".") ? String(name.dropFirst()) : name
        let known = scopes.map(\.name) + environment.variables.keys.sorted() + functionNames
        let help: String? =
            if functions[plain] != nil {
                "'\(plain)' is a function: write \(plain)(…)"
            } else if let owner = scopes.reversed().map(\.self).first(where: { owns($0.type, plain) }) {
                "did you mean '\(owner.name).\(plain)'?"
            } else if let owner = environment.variables.sorted(by: { $0.key < $1.key }).first(where: {
                owns($0.value, plain)
            }) {
                "did you mean '\(owner.key).\(plain)'?"
            } else {
                didYouMean(plain, among: known)
            }
        return report("unknown name '\(plain)'", help: help, at: node.offset)
    }

    /// Whether a record of the type has a field of that name.
    private func owns(_ type: CELType, _ field: String) -> Bool {
        guard case .record(let name) = type else { return false }
        return environment.recordTypes[name]?.index(of: field) != nil
    }

    /// The type of what a (possibly dotted) name stands for, noted at the node; nil when nothing has that name.
    mutating func resolved(_ name: String, _ node: Expression) -> CELType? {
        if let variable = scopes.last(where: { $0.name == name }) { return variable.type }
        for candidate in Self.candidates(name, container: environment.container) {
            if let type = environment.variables[candidate] {
                note(.variable(candidate), for: node)
                return type
            }
            if let type = TypeNames.type(named: candidate) {
                note(.type(candidate), for: node)
                return .type(type)
            }
        }
        return nil
    }

    mutating func selection(
        _ operand: Expression,
        _ field: String,
        _ test: Expression.FieldTest?,
        _ isOptional: Bool,
        _ node: Expression
    ) -> CELType {
        // `a.b.c` may be the name of a variable: the longest prefix that is one wins.
        if test == nil, !isOptional, let name = node.dottedName, !isShadowed(name),
            let type = resolved(name, node)
        {
            return type
        }
        let owner = type(of: operand)
        let result = fieldType(of: owner, field, test, node)
        if test != nil { return .bool }
        if case .optional = owner { return .optional(result) }
        return isOptional ? .optional(result) : result
    }

    private func isShadowed(_ name: String) -> Bool {
        let root = name.prefix { $0 != "." }
        return scopes.contains { $0.name == root }
    }

    private mutating func fieldType(
        of owner: CELType,
        _ field: String,
        _ test: Expression.FieldTest?,
        _ node: Expression
    ) -> CELType {
        switch owner {
        case .record(let name):
            guard let record = environment.recordTypes[name] else { return .dyn }
            guard let index = record.index(of: field) else {
                let known = record.fields.map(\.name)
                return report("\(name) has no field '\(field)'", help: didYouMean(field, among: known), at: node.offset)
            }
            noteField(field, of: name, at: node.offset)
            return record.fields[index].type
        case .map(_, let value) where test != .malformed: return value
        case .optional(let wrapped): return fieldType(of: wrapped, field, test, node)
        case .dyn, .error, .parameter: return .dyn
        case .list(.record(let name)):
            return report(
                "'.\(field)' asks one \(name) record, but this is a list of them",
                help: "use .all(x, …), .exists(x, …), .filter(x, …) or .map(x, x.\(field))",
                at: node.offset
            )
        default: return report("\(named(owner)) has no fields, so '.\(field)' asks for nothing", at: node.offset)
        }
    }
}

extension Expression {
    /// `a.b.c` when the node is a chain of plain selections on a name.
    var dottedName: String? {
        switch kind {
        case .identifier(let name): name
        case .select(let operand, let field, nil, false): operand.dottedName.map { "\($0).\(field)" }
        default: nil
        }
    }
}

/// Names of types, which are values of type `type`.
enum TypeNames {
    static let all: [String: CELType] = [
        "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
        "list": .list(.dyn), "map": .map(.dyn, .dyn), "null_type": .null, "type": .type(nil), "dyn": .dyn,
        "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
        "optional_type": .optional(.dyn), "net.IP": .opaque("net.IP", []), "net.CIDR": .opaque("net.CIDR", []),
    ]

    static func type(named name: String) -> CELType? { all[name] }
}
