import CEL
import TestSupport
import Testing

@testable import Audit

@Suite struct LinkCountsTests {
    /// More links to a key than a byte holds, as large customers have them, in two halves that carry each for itself.
    @Test(arguments: [0, 1, 62, 63, 64, 65, 127, 128, 1000, 70_000])
    func keysWithManyLinksAreCountedInFull(links: Int) {
        var halves = (LinkCounts(keyCount: 3), LinkCounts(keyCount: 3))
        let hit = UInt32(Contribution.hit.rawValue) << FoldedLinks.kindShift
        halves.0.add([UInt32](repeating: hit | 1, count: links))
        halves.1.add([UInt32](repeating: hit | 1, count: links) + [hit | 2])
        #expect(halves.0.sum(with: halves.1) == [0, 2 * UInt32(links), 1])
    }

    @Test func countsAreThoseOfADictionary() {
        var random = SeededRandom(seed: 11)
        let kinds: [Contribution] = [.hit, .hit, .hit, .hit, .hit, .hit, .hit, .doubt, .failure]
        let links = (0..<20_000).map { _ in
            // Few links for most keys, hundreds for some.
            let key = UInt32.random(in: 0..<400, using: &random)
            return (key: key % 20 == 0 ? key / 100 : key, kind: kinds.randomElement(using: &random) ?? .hit)
        }
        var wanted = [UInt32](repeating: 0, count: 400)
        for link in links {
            switch link.kind {
            case .doubt: wanted[Int(link.key)] |= 1 << 30
            case .failure: wanted[Int(link.key)] |= 1 << 31
            default: wanted[Int(link.key)] += 1
            }
        }
        let entries = links.map { $0.key | UInt32($0.kind.rawValue) << FoldedLinks.kindShift }
        var halves = (LinkCounts(keyCount: 400), LinkCounts(keyCount: 400))
        halves.0.add(Array(entries[..<7000]))
        halves.1.add(Array(entries[7000...]))
        #expect(halves.0.sum(with: halves.1) == wanted)
    }
}
