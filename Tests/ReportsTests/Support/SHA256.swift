/// SHA-256 after FIPS 180-4, to check the hashes that the page's policy names. For texts of a few kilobytes.
enum SHA256 {
    static func digest(_ message: [UInt8]) -> [UInt8] {
        let constants = primes(64).map { fraction($0, cube: true) }
        var state = primes(8).map { fraction($0, cube: false) }
        var padded = message + [0x80]
        padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
        let bits = UInt64(message.count) * 8
        padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
        for block in stride(from: 0, to: padded.count, by: 64) {
            var words = (0..<16).map { word in
                (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(padded[block + word * 4 + $1]) }
            }
            for index in 16..<64 {
                let (a, b) = (words[index - 15], words[index - 2])
                let small0 = rotate(a, 7) ^ rotate(a, 18) ^ a >> 3
                let small1 = rotate(b, 17) ^ rotate(b, 19) ^ b >> 10
                words.append(words[index - 16] &+ small0 &+ words[index - 7] &+ small1)
            }
            var v = state
            for index in 0..<64 {
                let big1 = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)
                let choice = v[4] & v[5] ^ ~v[4] & v[6]
                let first = v[7] &+ big1 &+ choice &+ constants[index] &+ words[index]
                let big0 = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)
                let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
                v = [first &+ big0 &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
            }
            state = zip(state, v).map { $0 &+ $1 }
        }
        return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
    }

    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    private static func primes(_ count: Int) -> [Int] {
        Array((2...).lazy.filter { n in !(2..<n).contains { n % $0 == 0 } }.prefix(count))
    }

    /// The first 32 bits behind the point of the square or cube root, by search over whole numbers.
    private static func fraction(_ prime: Int, cube: Bool) -> UInt32 {
        // Largest r with r^k ≤ prime × 2^(32k): the root times 2^32, rounded down.
        var low: UInt64 = 0
        var high: UInt64 = 1 << 37
        while low + 1 < high {
            let middle = (low + high) / 2
            let wide = UInt128(middle)
            let isBelow =
                cube
                ? wide * wide <= (UInt128(prime) << 96) / wide
                : wide * wide <= UInt128(prime) << 64
            if isBelow { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }
}
