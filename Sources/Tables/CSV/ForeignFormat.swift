/// A file format that people take for CSV, or that was renamed to it.
struct ForeignFormat {
    /// With its article, e.g. `a PDF document`.
    let name: String
    let whatToDo: String

    /// Nil when the beginning of the file looks like text in lines.
    static func recognise(_ bytes: UnsafeBufferPointer<UInt8>) -> ForeignFormat? {
        for (signature, format) in signatures where bytes.starts(with: signature) { return format }
        let text = textStart(bytes)
        if let markup = markup(text) { return markup }
        return looksLikeJSON(text) ? json : nil
    }

    /// Nil unless most of the beginning is bytes that text does not hold. Asked when the file is not UTF-16.
    static func recogniseBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> ForeignFormat? {
        let sample = bytes.prefix(64 * 1024)
        let controls = sample.count {
            $0 < 0x20 && !(0x07...0x0D).contains($0) && $0 != 0x1A && $0 != 0x1B || $0 == 0x7F
        }
        guard controls >= 16, controls * 10 > sample.count * 3 else { return nil }
        return ForeignFormat(name: "a binary file", whatToDo: "export the table as CSV")
    }

    private static let exportAsCSV = "open it in the program that it comes from, and save the table as CSV"
    private static let json = ForeignFormat(name: "JSON", whatToDo: "convert it to CSV, with a header line")

    private static let signatures: [([UInt8], ForeignFormat)] = [
        (Array("PK".utf8) + [3, 4], ForeignFormat(name: "a ZIP archive or an Excel workbook", whatToDo: exportAsCSV)),
        (Array("PK".utf8) + [5, 6], ForeignFormat(name: "an empty ZIP archive", whatToDo: exportAsCSV)),
        (
            [0xD0, 0xCF, 0x11, 0xE0],
            ForeignFormat(name: "an old Excel workbook or Word document", whatToDo: exportAsCSV)
        ),
        (
            Array("%PDF".utf8),
            ForeignFormat(name: "a PDF document", whatToDo: "ask for the data that it was made from, as CSV")
        ),
        ([0x1F, 0x8B], ForeignFormat(name: "a gzip archive", whatToDo: "unpack it first")),
        (Array("BZh".utf8), ForeignFormat(name: "a bzip2 archive", whatToDo: "unpack it first")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], ForeignFormat(name: "an xz archive", whatToDo: "unpack it first")),
        ([0x28, 0xB5, 0x2F, 0xFD], ForeignFormat(name: "a zstd archive", whatToDo: "unpack it first")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], ForeignFormat(name: "a 7-Zip archive", whatToDo: "unpack it first")),
        (Array("PAR1".utf8), ForeignFormat(name: "a Parquet file", whatToDo: "export the table as CSV")),
        (Array("SQLite format 3".utf8), ForeignFormat(name: "an SQLite database", whatToDo: "export the table as CSV")),
        (Array("{\\rtf".utf8), ForeignFormat(name: "an RTF document", whatToDo: exportAsCSV)),
        ([0x89, 0x50, 0x4E, 0x47], ForeignFormat(name: "a picture", whatToDo: "name the CSV file")),
        ([0xFF, 0xD8, 0xFF], ForeignFormat(name: "a picture", whatToDo: "name the CSV file")),
        ([0x7F, 0x45, 0x4C, 0x46], ForeignFormat(name: "a program", whatToDo: "name the CSV file")),
        ([0xFF, 0xFE, 0x00, 0x00], ForeignFormat(name: "UTF-32 text", whatToDo: "save it as UTF-8")),
        ([0x00, 0x00, 0xFE, 0xFF], ForeignFormat(name: "UTF-32 text", whatToDo: "save it as UTF-8")),
    ]

    /// The first letters of the text, behind a byte-order mark and white space, without NULs (UTF-16), in lower case.
    private static func textStart(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
        let start = bytes.prefix(1024).drop { marks.contains($0) }.filter { $0 != 0 }.drop { isWhiteSpace($0) }
        return start.prefix(256).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func markup(_ text: [UInt8]) -> ForeignFormat? {
        for tag in ["<!doctype", "<html", "<head", "<body", "<table", "<meta"] where text.starts(with: tag.utf8) {
            return ForeignFormat(
                name: "a web page", whatToDo: "download the data itself; perhaps this is a log-in page")
        }
        for tag in ["<?xml", "<!--"] where text.starts(with: tag.utf8) {
            return ForeignFormat(name: "XML", whatToDo: exportAsCSV)
        }
        return nil
    }

    /// `{"` or `{}`; `[` followed by an object, a list, or a value and a comma that no header would have.
    private static func looksLikeJSON(_ text: [UInt8]) -> Bool {
        guard let first = text.first else { return false }
        let rest = text.dropFirst().drop { isWhiteSpace($0) }
        guard let second = rest.first else { return false }
        if first == UInt8(ascii: "{") { return second == ASCII.quote || second == UInt8(ascii: "}") }
        return first == UInt8(ascii: "[") && "{[\"]-0123456789".utf8.contains(second)
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == ASCII.space || (ASCII.tab...ASCII.carriageReturn).contains(byte)
    }
}
