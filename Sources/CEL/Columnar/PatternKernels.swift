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
        let (patterns, scratch) = (context.scratch.patterns, context.scratch)
        return context.truths(rows, text.evaluate(rows, context), pattern.evaluate(rows, context)) {
            patterns.fits($0, $1, spending: &scratch.stepsLeft)
        }
    }
}

struct TextIsPattern: TruthKernel {
    let text: any TextKernel

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let (patterns, scratch) = (context.scratch.patterns, context.scratch)
        return context.truths(rows, text.evaluate(rows, context)) {
            patterns.isPattern($0, spending: &scratch.stepsLeft)
        }
    }
}

/// The patterns that one thread met in the data, found by their bytes: without a `String` and a lock for each row, as
/// `PatternCache` needs them.
final class PatternMemory {
    private final class Entry {
        let bytes: ImmortalBytes
        /// Nil for what is no pattern.
        let expression: RegularExpression?
        /// What making it counts: of an ordinary pattern next to nothing, though each row may bring another.
        let steps: Int
        private var matcher: PatternMatcher?
        private var uses = 0

        /// An automaton pays from here on: making one takes as long as RE2 takes for some hundred texts.
        private static let usesBeforeAutomaton = 256

        init(_ pattern: String) {
            bytes = ImmortalBytes(pattern)
            let found = PatternCache.shared.result(for: pattern)
            expression = try? found.get()
            steps = (bytes.count + found.programSize) / 2
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
    private var instructions = 0

    private static let capacity = 4096
    /// What is kept must not fill the memory, however large each pattern is.
    private static let mostInstructions = 4_000_000

    /// Whether the pattern fits the text from beginning to end; false for what is no pattern.
    func fits(
        _ text: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>, spending stepsLeft: inout Int
    ) -> Bool {
        guard let entry = entry(pattern, spending: &stepsLeft) else { return false }
        stepsLeft -= entry.expression?.steps(for: text.count) ?? 0
        return entry.fits(text)
    }

    func isPattern(_ text: UnsafeBufferPointer<UInt8>, spending stepsLeft: inout Int) -> Bool {
        entry(text, spending: &stepsLeft)?.expression != nil
    }

    /// Nil when no steps are left. Counted for every row, whether or not it was met before: that depends on the threads.
    private func entry(_ pattern: UnsafeBufferPointer<UInt8>, spending stepsLeft: inout Int) -> Entry? {
        guard stepsLeft >= 0 else { return nil }
        let entry = entry(pattern)
        stepsLeft -= entry.steps
        return entry
    }

    private func entry(_ pattern: UnsafeBufferPointer<UInt8>) -> Entry {
        var slot = Int(truncatingIfNeeded: byteHash(pattern)) & (Self.capacity - 1)
        while let entry = slots[slot] {
            if equalBytes(entry.bytes.buffer, pattern) { return entry }
            slot = (slot + 1) & (Self.capacity - 1)
        }
        let text = String(decoding: pattern, as: UTF8.self)
        let entry = Entry(text)
        if count >= Self.capacity / 2 || instructions >= Self.mostInstructions {
            // A file in which every row holds another pattern.
            slots = [Entry?](repeating: nil, count: Self.capacity)
            count = 0
            instructions = 0
            return entry
        }
        slots[slot] = entry
        count += 1
        instructions += entry.expression?.programSize ?? 0
        return entry
    }
}
