/// What the place-holders of a signature, and elements not yet known, turned out to be.
struct Substitution {
    private var bindings: [String: CELType] = [:]
    private var nextFresh = 0

    /// A place-holder of its own, e.g. for the elements of an empty list.
    mutating func fresh() -> CELType {
        nextFresh += 1
        return .parameter("_\(nextFresh)")
    }

    /// Copies of signatures whose place-holders are their own for each call.
    mutating func instantiate(_ types: [CELType]) -> [CELType] {
        nextFresh += 1
        let suffix = "_\(nextFresh)"
        return types.map { $0.mapParameters { .parameter($0 + suffix) } }
    }

    /// The type with everything known filled in; place-holders that stay unknown remain.
    func resolve(_ type: CELType) -> CELType {
        type.mapParameters { name in bindings[name].map { resolve($0) } ?? .parameter(name) }
    }

    /// The type for the outside: what stays unknown is dyn.
    func final(_ type: CELType) -> CELType {
        resolve(type).mapParameters { _ in .dyn }
    }

    /// Whether a value of type `source` can go where `target` is wanted; binds place-holders on both sides.
    mutating func isAssignable(_ source: CELType, to target: CELType) -> Bool {
        let before = bindings
        if assign(source, to: target) { return true }
        bindings = before
        return false
    }

    mutating func areAssignable(_ sources: [CELType], to targets: [CELType]) -> Bool {
        guard sources.count == targets.count else { return false }
        let before = bindings
        for (source, target) in zip(sources, targets) where !assign(source, to: target) {
            bindings = before
            return false
        }
        return true
    }

    private mutating func assign(_ source: CELType, to target: CELType) -> Bool {
        let (source, sourceHolder) = shallow(source)
        let (target, targetHolder) = shallow(target)
        switch (source, target) {
        case (.parameter(let left), .parameter(let right)) where left == right: return true
        case (_, .parameter(let name)): return bind(name, to: source)
        case (.parameter(let name), _): return bind(name, to: target)
        default: break
        }
        guard assignKnown(source, to: target) else { return false }
        // What a place-holder stands for has to hold both: `[1] + [dyn('a')]` is a list of anything.
        for holder in [sourceHolder, targetHolder].compactMap({ $0 }) {
            let wider = moreGeneral(resolve(source), resolve(target))
            if bindings[holder] != wider { _ = bind(holder, to: wider) }
        }
        return true
    }

    /// False where the type mentions the place-holder itself.
    private mutating func bind(_ name: String, to type: CELType) -> Bool {
        guard !type.mentions(name, in: self) else { return false }
        bindings[name] = type
        return true
    }

    private mutating func assignKnown(_ source: CELType, to target: CELType) -> Bool {
        switch (source, target) {
        case (.dyn, _), (_, .dyn), (.error, _), (_, .error): return true
        case (.null, .record), (.null, .opaque), (.null, .optional), (.null, .timestamp), (.null, .duration),
            (.record, .null), (.opaque, .null), (.optional, .null), (.timestamp, .null), (.duration, .null):
            return true
        case (.list(let left), .list(let right)): return assign(left, to: right)
        case (.optional(let left), .optional(let right)): return assign(left, to: right)
        case (.map(let leftKey, let left), .map(let rightKey, let right)):
            return assign(leftKey, to: rightKey) && assign(left, to: right)
        case (.type(let left?), .type(let right?)):
            deduceTypes(left, right)
            return true
        case (.type, .type): return true
        case (.opaque(let left, let leftParameters), .opaque(let right, let rightParameters)):
            guard left == right, leftParameters.count == rightParameters.count else { return false }
            for (source, target) in zip(leftParameters, rightParameters) where !assign(source, to: target) {
                return false
            }
            return true
        default: return source == target
        }
    }

    /// `type(A)` in a signature finds out A; types of types go with each other all the same.
    private mutating func deduceTypes(_ source: CELType, _ target: CELType) {
        let places = [source, target].filter { if case .parameter = $0 { true } else { false } }
        if places.isEmpty { return }
        let before = bindings
        if assign(source, to: target) { return }
        bindings = before
        for place in places {
            if let holder = shallow(place).holder { bindings[holder] = .dyn }
        }
    }

    /// What a type stands for, and the place-holder that is bound to just that.
    private func shallow(_ type: CELType) -> (type: CELType, holder: String?) {
        var type = type
        var holder: String?
        while case .parameter(let name) = type, let bound = bindings[name] {
            holder = name
            type = bound
        }
        if case .parameter = type { holder = nil }
        return (type, holder)
    }

    /// A type that holds values of both: the more general one, else dyn.
    mutating func join(_ left: CELType, _ right: CELType) -> CELType {
        if isAssignable(left, to: right) { return moreGeneral(resolve(left), resolve(right)) }
        if isAssignable(right, to: left) { return resolve(left) }
        return .dyn
    }

    /// Of two types that go with each other the one that says less: dyn wherever one of them has it.
    ///
    /// Types of types differ freely (`[int, string]`); what holds two of them is the type of anything, `type(dyn)`.
    /// Source: cel-spec, doc/langdef.md, "Type-Checking Type Values".
    func moreGeneral(_ left: CELType, _ right: CELType) -> CELType {
        switch (left, right) {
        case (.dyn, _), (_, .dyn): .dyn
        case (_, .null): left
        case (.type, .type): final(left) == final(right) ? left : .type(.dyn)
        case (.list(let first), .list(let second)): .list(moreGeneral(first, second))
        case (.optional(let first), .optional(let second)): .optional(moreGeneral(first, second))
        case (.map(let firstKey, let first), .map(let secondKey, let second)):
            .map(moreGeneral(firstKey, secondKey), moreGeneral(first, second))
        case (.opaque(let name, let first), .opaque(_, let second)):
            .opaque(name, zip(first, second).map(moreGeneral))
        default: right
        }
    }
}

extension CELType {
    func mapParameters(_ change: (String) -> CELType) -> CELType {
        switch self {
        case .parameter(let name): change(name)
        case .list(let element): .list(element.mapParameters(change))
        case .map(let key, let value): .map(key.mapParameters(change), value.mapParameters(change))
        case .optional(let wrapped): .optional(wrapped.mapParameters(change))
        case .type(let inner): .type(inner.map { $0.mapParameters(change) })
        case .opaque(let name, let parameters): .opaque(name, parameters.map { $0.mapParameters(change) })
        default: self
        }
    }

    /// Whether it says of a part that it may be anything, or not yet what it is.
    var mentionsDyn: Bool {
        switch self {
        case .dyn, .parameter, .error: true
        case .list(let element): element.mentionsDyn
        case .map(let key, let value): key.mentionsDyn || value.mentionsDyn
        case .optional(let wrapped): wrapped.mentionsDyn
        case .type(let inner): inner?.mentionsDyn ?? true
        case .opaque(_, let parameters): parameters.contains(where: \.mentionsDyn)
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .record: false
        }
    }

    fileprivate func mentions(_ name: String, in substitution: Substitution) -> Bool {
        var found = false
        _ = substitution.resolve(self).mapParameters {
            if $0 == name { found = true }
            return .parameter($0)
        }
        return found
    }
}
