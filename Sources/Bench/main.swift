import CEL
import Checks
import Foundation
import Identifiers

/// Times single pieces on one core: millions of calls each, the best of five rounds.
struct Bench {
    private static let rounds = 5

    /// Nanoseconds per call.
    static func time(_ calls: Int, _ body: () -> Int) -> Double {
        var best = Double.infinity
        var guardAgainstRemoval = 0
        for _ in 0..<rounds {
            let start = DispatchTime.now().uptimeNanoseconds
            guardAgainstRemoval &+= body()
            best = min(best, Double(DispatchTime.now().uptimeNanoseconds - start) / Double(calls))
        }
        if guardAgainstRemoval == .min { print(guardAgainstRemoval) }
        return best
    }

    static func report(_ what: String, _ nanoseconds: Double) {
        let millions = String(format: "%.1f", 1000 / nanoseconds)
        print("\(what): \(String(format: "%.1f", nanoseconds)) ns, \(millions) million a second")
    }

    static func identifiers() {
        let samples: [(String, String, [String])] = [
            (
                "VAT numbers of NL", "vat-nl",
                ["NL004495445B01", "NL004495446B01", "NL123456782B90", "NL 0044.95.445.B01"]
            ),
            ("VAT numbers of DE", "vat-de", ["DE136695976", "DE136695975", "DE 136 695 976", "DE123456789"]),
            ("VAT numbers of BE", "vat-be", ["BE0428759497", "BE0428759498", "BE 0428.759.497", "BE0123456789"]),
            (
                "IBANs", "iban",
                ["NL91ABNA0417164300", "DE89370400440532013000", "NL91ABNA0417164301", "GB82WEST12345698765432"]
            ),
            ("LEIs", "lei", ["506700GE1G29325QX363", "506700GE1G29325QX364"]),
        ]
        for (name, code, texts) in samples {
            guard let kind = Identifiers.kind(code) else { continue }
            withBytes(of: texts) { cells in
                let calls = 4_000_000
                let cost = time(calls) {
                    var valid = 0
                    var index = 0
                    for _ in 0..<calls {
                        if kind.isValid(cells[index]) { valid += 1 }
                        index += 1
                        if index == cells.count { index = 0 }
                    }
                    return valid
                }
                report(name, cost)
            }
        }
    }

    /// Calls `body` with the texts as bytes that stay where they are.
    private static func withBytes(of texts: [String], _ body: ([UnsafeBufferPointer<UInt8>]) -> Void) {
        let cells = texts.map { text in
            let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
            _ = memory.initialize(from: text.utf8)
            return UnsafeBufferPointer(memory)
        }
        body(cells)
        for cell in cells { cell.deallocate() }
    }

    static func names() {
        let pairs = [
            ("Gebroeders Kuipers B.V.", "Gebr. Kuipers BV"),
            ("Falkenried Handel GmbH & Co. KG", "Falkenried Handel AG"),
            ("Polderman & De Wit Bouw B.V.", "Zeeklaar Shipping B.V."),
        ]
        let parsed = pairs.map { (CompanyName($0.0), CompanyName($0.1)) }
        let calls = 300_000
        report(
            "names taken apart",
            time(calls) {
                (0..<calls).reduce(0) { $0 &+ (CompanyName(pairs[$1 % pairs.count].0).isBranch ? 1 : 0) }
            })
        report(
            "pairs of names compared",
            time(calls) {
                (0..<calls).reduce(0) { sum, index in
                    let pair = parsed[index % parsed.count]
                    return sum &+ (NameComparison.compare(pair.0, pair.1).isSame ? 1 : 0)
                }
            })
    }
}

// 'Bench http FILE N' asks for the URLs of a file, N at a time; 'Bench scan FILE' scans a CSV file; else single pieces are timed.
let arguments = CommandLine.arguments.dropFirst()
if arguments.count == 3, arguments.first == "http", let inFlight = arguments.last.flatMap({ Int($0) }) {
    await HTTPBench.run(CommandLine.arguments[2], inFlight: inFlight)
} else if arguments.count == 2, arguments.first == "scan" {
    try Pieces.scan(CommandLine.arguments[2])
} else {
    try Pieces.evaluateCondition()
    Bench.identifiers()
    Bench.names()
}
