import TestSupport

/// Delimited text that a seed fixes, from tidy to wild.
struct RandomText {
    private var random: SeededRandom
    let columns: Int
    let delimiter: UInt8
    private(set) var bytes: [UInt8] = []

    /// `wildness` is the chance, in a thousand, that a field is anything at all.
    init(seed: Int, columns: Int, delimiter: UInt8 = UInt8(ascii: ","), size: Int, wildness: Int) {
        random = SeededRandom(seed: UInt64(seed))
        self.columns = columns
        self.delimiter = delimiter
        let endings: [[String]] = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]]
        let ending = endings[Int.random(in: 0..<endings.count, using: &random)]
        while bytes.count < size {
            addRecord(wildness)
            bytes += (ending.randomElement(using: &random) ?? "").utf8
        }
        if Bool.random(using: &random) { bytes.removeLast() }
        let cut = Int.random(in: 0..<8, using: &random)
        if wildness > 0, cut < bytes.count { bytes.removeLast(cut) }
    }

    private mutating func addRecord(_ wildness: Int) {
        for column in 0..<columns {
            if column > 0 { bytes.append(delimiter) }
            if Int.random(in: 0..<1000, using: &random) < wildness {
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    bytes += wildParts.randomElement(using: &random) ?? []
                }
            } else {
                bytes += (tidyFields.randomElement(using: &random) ?? "").utf8
            }
        }
    }

    private var tidyFields: [String] {
        [
            "", "a", "1.234,56", "Höfler", "中国", "\"\"", "\"a,b\"", "\"line\nbreak\"", "\"x\r\ny\r\"",
            "\"say \"\"hi\"\"\"",
            "\"\"\"\"", "plain text of some length", "\"" + String(repeating: "long ", count: 30) + "\"", "😀",
            "\"Ł\n\"",
        ].map { delimiter == UInt8(ascii: ",") ? $0.replacing("1.234,56", with: "1.23") : $0 }
    }

    private var wildParts: [[UInt8]] {
        [
            [0x22], [0x22, 0x22], [0x22, 0x22, 0x22], [delimiter], [0x0A], [0x0D], [0x0D, 0x0A], Array("text".utf8),
            Array(" \"q\" ".utf8), [0x20], [0x23], [0x00], [0xFF], [0xC3], [0xC3, 0xA9], [0xE4, 0xB8], [0x0A, 0x0A],
        ]
    }
}
