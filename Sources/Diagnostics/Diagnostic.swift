/// A mistake in what a user wrote: a plan, a check file, an expression, a flag.
///
/// Reads as `where: what; what to do`. The words are lower case, without a full stop, and quote names as written.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    public var message: String
    /// What to do about it, e.g. `did you mean 'isVat'?`.
    public var help: String?
    /// Absent where there is no file to point at, as for a flag.
    public var location: SourceLocation?

    public init(_ message: String, help: String? = nil, at location: SourceLocation? = nil) {
        self.message = message
        self.help = help
        self.location = location
    }

    /// On one line, and nothing in it that a terminal obeys: it quotes files that a stranger may have written.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        let advice = help.map { "; \($0)" } ?? ""
        return (place + message + advice).printable
    }
}

/// All the mistakes of one or more files, sorted by place, so that a user mends them in one go.
public struct Diagnostics: Error, Hashable, Sendable, CustomStringConvertible {
    public var all: [Diagnostic]

    /// Sorts by place; diagnostics without one come first, in the order given.
    public init(_ all: [Diagnostic]) {
        let placeless = all.filter { $0.location == nil }
        let placed = all.filter { $0.location != nil }
        self.all =
            placeless
            + placed.sorted { left, right in
                guard let first = left.location, let second = right.location else { return false }
                return first == second ? left.message < right.message : first < second
            }
    }

    public var description: String { all.map(\.description).joined(separator: "\n") }
}
