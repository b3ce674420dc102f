/// `text.matches("…")`.
struct TextMatches: TruthKernel {
    let text: any TextKernel
    let pattern: RegularExpression

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let matcher = pattern.matcher(isWhole: false)
        return context.truths(rows, text.evaluate(rows, context)) { matcher.matches($0) }
    }
}

/// A text against a pattern that stands in the data itself, e.g. each customer's own format of PO numbers.
struct TextFitsPattern: TruthKernel {
    let text: any TextKernel
    let pattern: any TextKernel

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let patterns = context.scratch.patterns
        return context.truths(rows, text.evaluate(rows, context), pattern.evaluate(rows, context)) {
            patterns.fits($0, $1)
        }
    }
}

/// The patterns that one thread met in the data, found by their bytes: without a `String` and a lock for each row, as
/// `PatternCache` needs them.
final class PatternMemory {
    private final class Entry {
        let bytes: ImmortalBytes
        /// Nil for what is no pattern.
        private let expression: RegularExpression?
        private var matcher: PatternMatcher?
        private var uses = 0

        /// An automaton pays from here on: making one takes as long as RE2 takes for some hundred texts.
        private static let usesBeforeAutomaton = 256

        init(_ pattern: String) {
            bytes = ImmortalBytes(pattern)
            expression = try? PatternCache.shared.expression(for: pattern)
        }

        func fits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
            if let matcher { return matcher.matches(text) }
            uses += 1
            if uses == Self.usesBeforeAutomaton { matcher = expression?.matcher(isWhole: true) }
            return expression?.askRE2(text, isWhole: true) ?? false
        }
    }

    /// Open addressing; never more than half full.
    private var slots = [Entry?](repeating: nil, count: capacity)
    private var count = 0

    private static let capacity = 4096

    /// Whether the pattern fits the text from beginning to end; false for what is no pattern.
    func fits(_ text: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>) -> Bool {
        entry(pattern).fits(text)
    }

    private func entry(_ pattern: UnsafeBufferPointer<UInt8>) -> Entry {
        var slot = Int(truncatingIfNeeded: byteHash(pattern)) & (Self.capacity - 1)
        while let entry = slots[slot] {
            if equalBytes(entry.bytes.buffer, pattern) { return entry }
            slot = (slot + 1) & (Self.capacity - 1)
        }
        let text = String(decoding: pattern, as: UTF8.self)
        let entry = Entry(text)
        if count >= Self.capacity / 2 {
            // A file in which every row holds another pattern.
            slots = [Entry?](repeating: nil, count: Self.capacity)
            count = 0
            return entry
        }
        slots[slot] = entry
        count += 1
        return entry
    }
}
