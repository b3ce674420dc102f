import Checks
import Identifiers

/// A record that may be of the same company as another.
struct SimilarityCandidate: Sendable {
    var profile: EntityProfile
    var offset: Int
    /// Relative to the piece.
    var line: UInt32
}

/// A record that was found to be like another, and the one it is most like.
struct SimilarRecord: Sendable {
    /// Positions among the candidates.
    var index: Int
    var twin: Int
    var score: Double
    /// How many records its cluster has.
    var clusterSize: Int
}

/// Finds the records of one company among many: blocks of records that share something, pairs within a block, clusters of
/// pairs.
///
/// Only records with a key in common are compared, and no block that is larger than `largestBlock` is: what so many share tells
/// nothing, and each record has narrower keys besides. Clusters are the connected parts of the graph of pairs.
struct SimilarRecords {
    private static let largestBlock = 60

    let profiles: [EntityProfile]
    let threshold: Double

    /// In the order of `profiles`.
    func find() -> [SimilarRecord] {
        let matches = compare(candidatePairs())
        var parents = Array(profiles.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index {
                parents[index] = parents[parents[index]]
                index = parents[index]
            }
            return index
        }
        var best: [Int: (twin: Int, score: Double)] = [:]
        for match in matches {
            let (left, right) = (root(match.left), root(match.right))
            if left != right { parents[max(left, right)] = min(left, right) }
            for (one, other) in [(match.left, match.right), (match.right, match.left)]
            where match.score > (best[one]?.score ?? 0) {
                best[one] = (other, match.score)
            }
        }
        var sizes: [Int: Int] = [:]
        for index in best.keys { sizes[root(index), default: 0] += 1 }
        return best.keys.sorted().map { index in
            SimilarRecord(
                index: index,
                twin: best[index]?.twin ?? index,
                score: best[index]?.score ?? 0,
                clusterSize: sizes[root(index)] ?? 1
            )
        }
    }

    private struct Match: Sendable {
        var left: Int
        var right: Int
        var score: Double
    }

    /// Both positions in one word, the smaller above: sorting them brings equal pairs together.
    private typealias Pair = UInt64

    private static let partitions = 64

    private func candidatePairs() -> [Pair] {
        let slices = Self.slices(of: profiles.count)
        let outlines = concurrentMap(count: slices.count) { slices[$0].map { profiles[$0].outline } }.flatMap(\.self)
        let keyed = concurrentMap(count: slices.count) { number in
            var entries = [[(key: UInt64, index: UInt32)]](repeating: [], count: Self.partitions)
            for index in slices[number] {
                for key in Set(profiles[index].blockingKeys) {
                    entries[Int(key >> 58)].append((key, UInt32(index)))
                }
            }
            return entries
        }
        let pairs = concurrentMap(count: Self.partitions) { partition in
            var entries = keyed.flatMap { $0[partition] }
            entries.sort { ($0.key, $0.index) < ($1.key, $1.index) }
            var pairs: [Pair] = []
            var start = 0
            while start < entries.count {
                var end = start + 1
                while end < entries.count, entries[end].key == entries[start].key { end += 1 }
                if end - start <= Self.largestBlock {
                    for one in start..<end {
                        for other in one + 1..<max(one + 1, end) {
                            let (left, right) = (entries[one].index, entries[other].index)
                            if outlines[Int(left)].mayMatch(outlines[Int(right)]) {
                                pairs.append(Pair(left) << 32 | Pair(right))
                            }
                        }
                    }
                }
                start = end
            }
            return pairs
        }
        return unique(pairs)
    }

    /// Pairs met in several blocks once.
    private func unique(_ pairs: [[Pair]]) -> [Pair] {
        var buckets = [[Pair]](repeating: [], count: Self.partitions)
        let width = max(1, (profiles.count + Self.partitions - 1) / Self.partitions)
        for list in pairs {
            for pair in list { buckets[Int(pair >> 32) / width].append(pair) }
        }
        return concurrentMap(count: Self.partitions) { [buckets] number in
            let sorted = buckets[number].sorted()
            return sorted.indices.filter { $0 == 0 || sorted[$0 - 1] != sorted[$0] }.map { sorted[$0] }
        }.flatMap(\.self)
    }

    private func compare(_ pairs: [Pair]) -> [Match] {
        let slices = Self.slices(of: pairs.count)
        return concurrentMap(count: slices.count) { number in
            slices[number].compactMap { position -> Match? in
                let (left, right) = (Int(pairs[position] >> 32), Int(pairs[position] & 0xFFFF_FFFF))
                let score = EntityMatch(profiles[left], profiles[right]).score
                return score >= threshold ? Match(left: left, right: right, score: score) : nil
            }
        }.flatMap(\.self)
    }

    private static func slices(of count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: 4096).map { $0..<min(count, $0 + 4096) }
    }
}
