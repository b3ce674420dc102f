import TestSupport
import Testing

@testable import Tables

@Suite struct InstructionSetTests {
    private static let available = InstructionSet.allCases.filter(\.isAvailable)

    /// Room for the masks of a text, and what was found.
    private struct Masks: Equatable {
        var words: [[UInt64]]
        var found: UInt32
    }

    private func masks(_ text: [UInt8], delimiter: UInt8, _ instructions: InstructionSet) -> Masks {
        let blocks = (text.count + 63) / 64
        let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 5 * blocks + 1)
        defer { words.deallocate() }
        let slices = (0..<5).map { words + $0 * blocks }
        let found = instructions.find(
            in: text, length: text.count, delimiter: delimiter,
            ByteMasks(
                delimiters: slices[0], quotes: slices[1], lineFeeds: slices[2], carriageReturns: slices[3],
                nonASCII: slices[4]))
        return Masks(words: slices.map { Array(UnsafeBufferPointer(start: $0, count: blocks)) }, found: found.rawValue)
    }

    private func naive(_ text: [UInt8], delimiter: UInt8) -> Masks {
        let kinds: [(UInt8) -> Bool] = [
            { $0 == delimiter }, { $0 == 0x22 }, { $0 == 0x0A }, { $0 == 0x0D }, { $0 >= 0x80 },
        ]
        let words = kinds.map { isKind in
            var words = [UInt64](repeating: 0, count: (text.count + 63) / 64)
            for (index, byte) in text.enumerated() where isKind(byte) { words[index / 64] |= 1 << UInt64(index % 64) }
            return words
        }
        var found: ByteMasks.Found = []
        if text.contains(0x22) { found.insert(.quote) }
        if text.contains(0x0D) { found.insert(.carriageReturn) }
        if text.contains(where: { $0 >= 0x80 }) { found.insert(.nonASCII) }
        if text.contains(0) { found.insert(.nul) }
        return Masks(words: words, found: found.rawValue)
    }

    @Test(arguments: available)
    func masksAreThoseOfAPlainLoop(instructions: InstructionSet) {
        var random = SeededRandom(seed: 1)
        let common: [UInt8] = [0x2C, 0x22, 0x0A, 0x0D, 0x61, 0x80, 0xFF, 0x3B, 0x2D]
        for length in [0, 1, 15, 16, 31, 32, 63, 64, 65, 127, 128, 129, 200, 1000] {
            for _ in 0..<20 {
                let text = (0..<length).map { _ in
                    Bool.random(using: &random)
                        ? common.randomElement(using: &random)! : .random(in: 1...255, using: &random)
                }
                for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, 0x20] {
                    #expect(masks(text, delimiter: delimiter, instructions) == naive(text, delimiter: delimiter))
                }
            }
        }
    }

    @Test(arguments: available)
    func everyByteIsToldFromEveryOther(instructions: InstructionSet) {
        for byte in UInt8.min...UInt8.max {
            let text = [UInt8](repeating: byte, count: 70)
            #expect(masks(text, delimiter: 0x7C, instructions) == naive(text, delimiter: 0x7C))
        }
    }

    @Test(arguments: available)
    func positionsAreThoseOfTheBits(instructions: InstructionSet) {
        var random = SeededRandom(seed: 2)
        let sparse = (0..<50).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) & 0x1111_1111_1111_1111 }
        let masks: [UInt64] = [0, 1, 1 << 63, .max, 0, 0xFFFF, 0x1FFFF, 0xFFFF_FFFF, 0x1_FFFF_FFFF] + sparse
        var places = [UInt32](repeating: 0, count: 64 * masks.count + InstructionSet.slack)
        let count = instructions.positions(of: masks, blocks: masks.count, to: &places)
        let expected = (0..<64 * masks.count).filter { masks[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }.map(UInt32.init)
        #expect(Array(places.prefix(count)) == expected)
        var numbers = [UInt32](repeating: 0, count: masks.count + InstructionSet.wordsSlack)
        let words = instructions.words(of: masks, blocks: masks.count, to: &numbers)
        #expect(Array(numbers.prefix(words)) == masks.indices.filter { masks[$0] != 0 }.map(UInt32.init))
        let few = numbers.withUnsafeBufferPointer { numbers in
            InstructionSet.fewPositions(of: masks, in: UnsafeBufferPointer(rebasing: numbers[..<words]), to: &places)
        }
        #expect(Array(places.prefix(few)) == expected)
    }

    @Test(arguments: available)
    func wordsWithBitsAreFoundInAnyNumberOfWords(instructions: InstructionSet) {
        for count in 0..<40 {
            let masks = (0..<count).map { UInt64($0 % 3) << UInt64($0) }
            var numbers = [UInt32](repeating: 0, count: count + InstructionSet.wordsSlack)
            let found = instructions.words(of: masks, blocks: count, to: &numbers)
            #expect(Array(numbers.prefix(found)) == masks.indices.filter { masks[$0] != 0 }.map(UInt32.init))
        }
    }

    /// Parts of UTF-8, and of what is none.
    private static let sequences: [[UInt8]] = [
        [0xC3, 0xA9], [0xC2, 0x80], [0xDF, 0xBF], [0xE2, 0x82, 0xAC], [0xED, 0x9F, 0xBF], [0xF0, 0x9F, 0x98, 0x80],
        [0xC3], [0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
        [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3, 0xC3, 0xA9], [0xC3, 0xA9, 0xA9],
    ]

    @Test(arguments: available)
    func textIsUTF8WhenItsSequencesAre(instructions: InstructionSet) {
        var random = SeededRandom(seed: 3)
        var index = WindowIndex(capacity: 1024, instructions: instructions)
        for round in 0..<4000 {
            // Of well-formed sequences only pairs, or any; and in half of the texts one that is anything.
            let usual = Self.sequences.prefix(round % 2 == 0 ? 3 : 6)
            let places = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                [UInt8](repeating: 0x61, count: .random(in: 0...9, using: &random))
            }
            let odd = round % 4 < 2 ? Int.random(in: places.indices, using: &random) : -1
            let text = places.enumerated().flatMap { place, plain in
                plain + ((place == odd ? Self.sequences[...] : usual).randomElement(using: &random) ?? [])
            }
            index.index(text, length: text.count, delimiter: ASCII.comma, endsText: true)
            #expect(
                index.isWellFormedUTF8(text, length: text.count)
                    == UTF8Check.isWellFormed(text, from: 0, to: text.count), "\(text)")
        }
    }
}
