/// The digest by which the cases give large texts.
///
/// Source: FIPS 180-4, sections 4.1.2, 5.1.1 and 6.2.
enum SHA256 {
    static func hexDigest(_ message: [UInt8]) -> String {
        var state = primes.prefix(8).map { fraction(of: Double($0).squareRoot()) }
        let constants = primes.map(cubeRootFraction)
        var padded = message + [0x80]
        padded += Array(repeating: 0, count: (120 - padded.count % 64) % 64)
        for shift in stride(from: 56, through: 0, by: -8) {
            padded.append(UInt8(truncatingIfNeeded: (message.count * 8) >> shift))
        }
        for block in stride(from: 0, to: padded.count, by: 64) {
            compress(padded[block..<block + 64], into: &state, constants)
        }
        return state.map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 8 - text.count) + text
        }.joined()
    }

    private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32], _ constants: [UInt32]) {
        let bytes = Array(block)
        var words = (0..<16).map { word in (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[4 * word + $1]) } }
        for index in 16..<64 {
            let (early, late) = (words[index - 15], words[index - 2])
            let first = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
            let second = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
            words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
        }
        var v = state
        for index in 0..<64 {
            let first = rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25)
            let choice = v[4] & v[5] ^ ~v[4] & v[6]
            let one = v[7] &+ first &+ choice &+ constants[index] &+ words[index]
            let second = rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22)
            let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
            v = [one &+ second &+ majority, v[0], v[1], v[2], v[3] &+ one, v[4], v[5], v[6]]
        }
        for index in state.indices { state[index] = state[index] &+ v[index] }
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    /// The first 64 primes, whose roots the constants are taken from.
    private static let primes = (2..<312).filter { candidate in (2..<candidate).allSatisfy { candidate % $0 != 0 } }

    private static func fraction(of root: Double) -> UInt32 {
        UInt32(truncatingIfNeeded: Int64((root - root.rounded(.down)) * 4_294_967_296))
    }

    /// The first 32 bits of the fraction of the cube root: the largest integer whose cube is below prime * 2^96.
    private static func cubeRootFraction(_ prime: Int) -> UInt32 {
        var root: UInt128 = 0
        for bit in stride(from: 34, through: 0, by: -1) {
            let candidate = root | 1 << UInt128(bit)
            if candidate * candidate * candidate <= UInt128(prime) << 96 { root = candidate }
        }
        return UInt32(truncatingIfNeeded: root)
    }
}
