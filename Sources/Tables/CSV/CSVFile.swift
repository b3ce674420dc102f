import Synchronization

/// A CSV file, mapped into memory: its dialect and header are known, its records are read on demand.
///
/// What is not UTF-8 is converted to it, once, in memory; all offsets are then those of the converted text.
/// The file must not be cut short by another program while it is open.
public final class CSVFile: Sendable {
    public let path: String
    private let options: CSVOptions
    private let source: SourceBytes
    private let state: Mutex<CSVContent>

    /// Maps the file, finds out how it is written, and reads its header.
    public convenience init(path: String, options: CSVOptions = CSVOptions()) throws(SourceError) {
        try self.init(try SourceBytes.open(path), path: path, options: options)
    }

    /// Reads a text that no file holds, such as a single record; `name` stands for a path in messages.
    public convenience init(text: String, name: String) throws(SourceError) {
        try self.init(
            try SourceBytes.copy(Array(text.utf8), name: name), path: name,
            options: CSVOptions(encoding: .utf8, delimiter: UInt8(ascii: ",")))
    }

    private init(_ source: SourceBytes, path: String, options: CSVOptions) throws(SourceError) {
        self.path = path
        self.options = options
        self.source = source
        let bytes = UnsafeBufferPointer(start: source.start, count: source.count)
        if let format = ForeignFormat.recognise(bytes) {
            throw .notText(path, kind: format.name, whatToDo: format.whatToDo)
        }
        let encoding = options.encoding.map { DetectedEncoding(declared: $0, bytes) } ?? DetectedEncoding(bytes)
        if !encoding.encoding.isWide, let format = ForeignFormat.recogniseBinary(bytes) {
            throw .notText(path, kind: format.name, whatToDo: format.whatToDo)
        }
        state = Mutex(try CSVContent(source, encoding: encoding, options: options, path: path))
        dropUnusedColumns()
    }

    var content: CSVContent { state.withLock { $0 } }

    /// Found out from the beginning of the file; `ScanResult.dialect` tells of all of it.
    public var dialect: Dialect { content.layout.dialect }
    /// The columns' names as written, untrimmed; `column 1` … where the file has no header.
    public var header: [String] { content.layout.header }
    /// The physical line of the header, 1-based; nil without one.
    public var headerLine: Int? { options.hasHeader ? content.layout.headerLine : nil }
    /// Those about the file and its header that its beginning shows. `ScanResult.warnings` has them too.
    public var warnings: [CSVWarning] { content.layout.warnings }
    /// Size of the text, in bytes, for progress.
    public var byteCount: Int { content.bytes.count }

    /// Random access to single records by their byte offset, after a scan.
    ///
    /// `keepsPages` as in the scan before: what that left in memory is read there.
    public func reader(_ columns: [Int], keepsPages: Bool = false) -> RecordReader {
        RecordReader(content, columns: columns, keepsPages: keepsPages)
    }

    /// Looks at the whole file for its encoding, after a byte was met that is not UTF-8 as its beginning seemed to be.
    func settleEncoding() {
        state.withLock { content in
            guard content.isEncodingProvisional else { return }
            content.isEncodingProvisional = false
            let whole = DetectedEncoding(completely: UnsafeBufferPointer(start: source.start, count: source.count))
            guard whole.encoding != .utf8 else { return }
            // The header was ASCII, so it reads the same; only for want of memory can this fail, and then the damaged
            // records are put aside, as in a file that is UTF-8.
            guard var converted = try? CSVContent(source, encoding: whole, options: options, path: path) else { return }
            converted.layout.dropLastColumns(converted.layout.header.count - content.layout.header.count)
            content = converted
        }
    }

    /// A header that ends in delimiters has columns without a name; unless some row has a value in them, there are none.
    private func dropUnusedColumns() {
        let empty = content.layout.emptyNamesAtEnd
        guard empty > 0 else { return }
        let count = header.count
        let used = scan(Array(count - empty..<count), threads: 2, makeState: { 0 }) { used, batch in
            for slot in used..<empty {
                let column = batch.column(slot)
                for row in 0..<batch.count where column.counts[row] > 0 { used = slot + 1 }
            }
        }
        let columns = used.pieces.map(\.state).max() ?? 0
        state.withLock { $0.layout.dropLastColumns(empty - columns) }
    }
}

/// The text of a CSV file in UTF-8, and what is known about it.
struct CSVContent: Sendable {
    let bytes: SourceBytes
    var layout: CSVLayout
    /// Only ASCII was seen so far, so that it may still be Windows-1252.
    var isEncodingProvisional: Bool

    init(_ source: SourceBytes, encoding: DetectedEncoding, options: CSVOptions, path: String) throws(SourceError) {
        isEncodingProvisional = encoding.isProvisional
        let mark = encoding.byteOrderMarkLength
        let isUTF8 =
            encoding.encoding == .utf8
            || !encoding.encoding.isWide && firstNonASCII(source.start, from: 0, to: source.count) == source.count
        bytes = isUTF8 ? source : try encoding.encoding.transcode(source, from: mark, path: path)
        layout = try CSVLayout(bytes, textStart: isUTF8 ? mark : 0, encoding: encoding, options: options, path: path)
    }
}
