/// A pattern as a table: for each state and kind of byte the next state. One load for a byte, where a call of RE2 takes 100 ns
/// before it has looked at the first.
///
/// Source: the position automaton (Glushkov 1961), made deterministic by sets of positions.
final class PatternAutomaton: Sendable {
    /// Beyond these, a pattern is left to RE2.
    private static let most = (positions: 400, states: 400, cells: 16_384)
    private static let dead: UInt16 = 0

    /// For each byte its kind.
    private nonisolated(unsafe) let kinds: UnsafeMutablePointer<UInt8>
    /// Rows of `kindCount` next rows' places and one cell that is 1 when the text may end there. Row 0 leads nowhere.
    private nonisolated(unsafe) let table: UnsafeMutablePointer<UInt16>
    private let start: UInt16
    private let kindCount: Int

    /// `atStart` and `atEnd` tell whether the match has to begin and end with the text. Nil for patterns that are too large.
    init?(_ part: PatternPart, atStart: Bool, atEnd: Bool) {
        var positions = PatternPositions()
        guard let whole = positions.add(part, most: Self.most.positions) else { return nil }
        let (kindOfByte, samples) = positions.kinds()
        let stride = samples.count + 1
        // Behind the dead row comes the start, which stands for no position.
        var rows = [UInt16](repeating: 0, count: stride)
        var states: [PatternPositions.Set] = [positions.none]
        var numbers: [PatternPositions.Set: Int] = [:]
        var next = 0
        while next < states.count {
            let state = states[next]
            let isStart = next == 0
            let mayEnd = isStart ? whole.isNullable : state.intersects(whole.last)
            for sample in samples {
                if mayEnd, !atEnd {
                    rows.append(UInt16((next + 1) * stride))
                    continue
                }
                var following = isStart ? whole.first : positions.following(state)
                if !atStart { following.formUnion(whole.first) }
                let reached = positions.reached(following, by: sample)
                if reached.isEmpty {
                    // Where a match may begin anywhere, failing to go on means to begin anew.
                    rows.append(atStart ? Self.dead : UInt16(stride))
                    continue
                }
                let number = numbers[reached] ?? states.count
                if number == states.count {
                    numbers[reached] = number
                    states.append(reached)
                }
                guard states.count <= Self.most.states, (states.count + 1) * stride <= Self.most.cells else {
                    return nil
                }
                rows.append(UInt16((number + 1) * stride))
            }
            rows.append(mayEnd ? 1 : 0)
            next += 1
        }
        kindCount = samples.count
        start = UInt16(stride)
        kinds = .allocate(capacity: 256)
        kinds.initialize(from: kindOfByte, count: 256)
        table = .allocate(capacity: rows.count)
        table.initialize(from: rows, count: rows.count)
    }

    deinit {
        kinds.deallocate()
        table.deallocate()
    }

    @inline(__always)
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var row = Int(start)
        for byte in text {
            row = Int(table[row + Int(kinds[Int(byte)])])
            if row == Int(Self.dead) { return false }
        }
        return table[row + kindCount] != 0
    }
}

/// The characters of a pattern, each with those that may follow it.
struct PatternPositions {
    /// A set of positions.
    struct Set: Hashable {
        private var words: [UInt64]

        fileprivate init(capacity: Int) { words = [UInt64](repeating: 0, count: (capacity + 63) / 64) }

        var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

        mutating func insert(_ position: Int) { words[position / 64] |= 1 << UInt64(position % 64) }

        mutating func formUnion(_ other: Set) { for index in words.indices { words[index] |= other.words[index] } }

        func intersects(_ other: Set) -> Bool { zip(words, other.words).contains { $0 & $1 != 0 } }

        func forEach(_ body: (Int) -> Void) {
            for (index, word) in words.enumerated() {
                var rest = word
                while rest != 0 {
                    body(index * 64 + rest.trailingZeroBitCount)
                    rest &= rest - 1
                }
            }
        }
    }

    /// Where a part begins and ends.
    struct Span {
        var isNullable: Bool
        var first: Set
        var last: Set
    }

    private var characters: [CharacterSet128] = []
    private var follow: [Set] = []
    private var capacity = 0

    var none: Set { Set(capacity: capacity) }

    /// Takes a pattern up; nil when it has more than `most` characters, repetitions written out.
    mutating func add(_ part: PatternPart, most: Int) -> Span? {
        capacity = most
        return span(of: part)
    }

    private mutating func span(of part: PatternPart) -> Span? {
        switch part {
        case .character(let set):
            guard characters.count < capacity else { return nil }
            var here = none
            here.insert(characters.count)
            characters.append(set)
            follow.append(none)
            return Span(isNullable: false, first: here, last: here)
        case .sequence(let parts):
            var whole = Span(isNullable: true, first: none, last: none)
            for part in parts {
                guard let next = span(of: part) else { return nil }
                whole = join(whole, next)
            }
            return whole
        case .choice(let parts):
            var whole = Span(isNullable: false, first: none, last: none)
            for part in parts {
                guard let next = span(of: part) else { return nil }
                whole.isNullable = whole.isNullable || next.isNullable
                whole.first.formUnion(next.first)
                whole.last.formUnion(next.last)
            }
            return whole
        case .repetition(let part, let least, let most): return repetition(of: part, least, most)
        }
    }

    private mutating func repetition(of part: PatternPart, _ least: Int, _ most: Int?) -> Span? {
        var whole = Span(isNullable: true, first: none, last: none)
        // The last one of any number follows itself.
        let copies = most ?? max(1, least)
        guard copies <= capacity else { return nil }
        for copy in 0..<copies {
            guard var next = span(of: part) else { return nil }
            if copy >= least { next.isNullable = true }
            if most == nil, copy == copies - 1 { connect(next.last, to: next.first) }
            whole = join(whole, next)
        }
        return whole
    }

    private mutating func join(_ left: Span, _ right: Span) -> Span {
        connect(left.last, to: right.first)
        var first = left.first
        var last = right.last
        if left.isNullable { first.formUnion(right.first) }
        if right.isNullable { last.formUnion(left.last) }
        return Span(isNullable: left.isNullable && right.isNullable, first: first, last: last)
    }

    private mutating func connect(_ last: Set, to first: Set) {
        last.forEach { follow[$0].formUnion(first) }
    }

    /// The positions that may come after those of a state.
    func following(_ state: Set) -> Set {
        var following = none
        state.forEach { following.formUnion(follow[$0]) }
        return following
    }

    /// Those of the positions that a byte fits.
    func reached(_ positions: Set, by byte: UInt8) -> Set {
        var reached = none
        positions.forEach { if characters[$0].contains(byte) { reached.insert($0) } }
        return reached
    }

    /// Bytes that fit the same characters are of one kind: for each byte its kind, and for each kind one of its bytes.
    func kinds() -> (ofByte: [UInt8], samples: [UInt8]) {
        let distinct = Array(Swift.Set(characters))
        var kinds: [[Bool]: UInt8] = [:]
        var samples: [UInt8] = []
        let ofByte = (UInt8.min...UInt8.max).map { byte -> UInt8 in
            let fits = distinct.map { $0.contains(byte) }
            if let known = kinds[fits] { return known }
            let kind = UInt8(samples.count)
            kinds[fits] = kind
            samples.append(byte)
            return kind
        }
        return (ofByte, samples)
    }
}
