import CEL

/// How many records link to each key, while they are counted: six bits for a key and two for doubt and failure.
///
/// Records come in no order of their keys. A byte for each of five million keys stays in the cache in which four bytes do
/// not, and that took a twentieth of an audit.
struct LinkCounts: Sendable {
    private var bytes: [UInt8]
    /// What did not fit into six bits, by key.
    private var carried: [UInt32: UInt32] = [:]

    private static let hits: UInt8 = 0x3F

    init(keyCount: Int) { bytes = [UInt8](repeating: 0, count: keyCount) }

    /// `entries` are keys with their contribution in the two bits on top, as `FoldedLinks.Additions` has them.
    mutating func add(_ entries: [UInt32]) {
        bytes.withUnsafeMutableBufferPointer { bytes in
            for entry in entries {
                let key = Int(entry & FoldedLinks.keyMask)
                switch entry >> FoldedLinks.kindShift {
                case UInt32(Contribution.hit.rawValue):
                    if bytes[key] & Self.hits == Self.hits {
                        bytes[key] &= ~Self.hits
                        carried[UInt32(key), default: 0] += UInt32(Self.hits) + 1
                    } else {
                        bytes[key] += 1
                    }
                case UInt32(Contribution.doubt.rawValue): bytes[key] |= 1 << 6
                default: bytes[key] |= 1 << 7
                }
            }
        }
    }

    /// By key the hits of both, with doubt and failure in the two bits on top.
    func sum(with other: LinkCounts) -> [UInt32] {
        var sum = zip(bytes, other.bytes).map { left, right in
            UInt32(left & Self.hits) + UInt32(right & Self.hits) | UInt32((left | right) & ~Self.hits) << 24
        }
        for (key, hits) in carried { sum[Int(key)] += hits }
        for (key, hits) in other.carried { sum[Int(key)] += hits }
        return sum
    }
}
