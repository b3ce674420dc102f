import CEL
import Checks
import Enrichment
import Synchronization
import Tables

/// A dataset that is ready to be audited: its columns' formats are settled and its keys known.
final class Dataset: Sendable {
    let name: String
    /// As the plan writes it.
    let source: String
    let schema: DatasetSchema
    let file: CSVFile
    let layout: RecordLayout
    let survey: SurveyResult
    /// Position of the key among the fields; nil when the extract has none.
    let keyField: Int?

    /// What a pass over all records showed: the survey's, or that of the checks where no survey was needed.
    private let pass: Mutex<FilePass>
    /// Made when a record is first asked for: by then the file was read once, and its encoding is settled.
    private let madeReader = Mutex<RecordReader?>(nil)

    init(_ open: OpenDataset, layout: RecordLayout, survey: SurveyResult) {
        name = open.name
        source = open.plan.source
        schema = open.schema
        file = open.file
        self.layout = layout
        self.survey = survey
        keyField = open.key.flatMap { layout.recordType.index(of: $0) }
        pass = Mutex(survey.pass)
    }

    var filePass: FilePass { pass.withLock { $0 } }

    func note(_ newer: FilePass) { pass.withLock { $0 = newer } }

    var record: String { schema.record }

    /// Whether single records are read again: those that others lead to are, for the findings on either.
    var isLookedUp: Bool { survey.keys.count > 0 }

    func fieldIndex(_ name: String) -> Int? { layout.recordType.index(of: name) }

    /// The record that begins at a byte offset, its cells as text.
    func record(at offset: Int, in world: World) -> StoredRecord {
        StoredRecord(dataset: self, world: world, cells: reader.record(at: offset))
    }

    var reader: RecordReader {
        madeReader.withLock { reader in
            if let reader { return reader }
            let made = file.reader(layout.columns, keepsPages: isLookedUp)
            reader = made
            return made
        }
    }
}

/// The datasets of a run and how their records lead to one another.
final class World: Sendable {
    let datasets: [Dataset]
    /// `today` in every check: one value for a whole run.
    let today: Value.Timestamp
    private let linked: [LinkedRecords]
    /// What outside sources say of the customers, by the number of their key.
    private let outside: [UInt32: OutsideAnswer]
    /// The customers as the last run saw them; nil when no check asks for it, or there is none.
    let past: PastCustomers?

    init(
        datasets: [Dataset],
        today: Value.Timestamp,
        linked: [LinkedRecords],
        past: PastCustomers? = nil,
        outside: [UInt32: OutsideAnswer] = [:]
    ) {
        self.datasets = datasets
        self.today = today
        self.linked = linked
        self.past = past
        self.outside = outside
    }

    func adding(_ outside: [UInt32: OutsideAnswer]) -> World {
        World(datasets: datasets, today: today, linked: linked, past: past, outside: outside)
    }

    /// What outside sources say of a customer's entity in the register; nil when nobody was asked.
    func register(ofCustomer customer: UInt32) -> OutsideRecord? { outside[customer]?.record(.register) }

    /// Whether a variable stands for the customer at the last run, and not for a dataset of that name.
    func isPrevious(_ variable: String) -> Bool {
        variable == PreviousRecord.name && !datasets.contains { $0.name == variable }
    }

    /// The customer at the last run; fails where that did not see it.
    func previous(ofCustomer customer: UInt32?) throws(EvaluationError) -> Value {
        guard let customer, let record = past?.record(ofCustomer: customer) else {
            throw EvaluationError("no earlier run saw this customer", kind: .notSupplied)
        }
        return .record(record)
    }

    /// What outside sources say of a customer; fails where nobody was asked or could tell.
    func outside(_ part: NormalForm.Part, customer: UInt32?) throws(EvaluationError) -> Value {
        try (customer.flatMap { outside[$0] } ?? OutsideAnswer()).value(of: part)
    }

    func dataset(ofRecord record: String) -> Dataset? { datasets.first { $0.record == record } }

    /// The records of `dataset` that link to the one of `target` with this key, in file order.
    func records(of dataset: String, linkingTo target: Dataset, key: UnsafeBufferPointer<UInt8>) -> [Value] {
        guard let start = key.baseAddress, !key.isBlankCell,
            let links = linked.first(where: { $0.dataset.name == dataset && $0.target.name == target.name }),
            let number = target.survey.keys.number(of: start, key.count)
        else { return [] }
        return links.offsets(of: number).map { .record(links.dataset.record(at: $0, in: self)) }
    }

    /// The first record of `record` type with this key.
    func record(_ record: String, key: UnsafeBufferPointer<UInt8>) -> StoredRecord? {
        guard let target = dataset(ofRecord: record), let start = key.baseAddress, !key.isBlankCell,
            let number = target.survey.keys.number(of: start, key.count)
        else { return nil }
        return target.record(at: target.survey.firstOffsets[Int(number)], in: self)
    }
}

/// Which records of a dataset lead to each key of another: byte offsets, grouped by the key's number.
struct LinkedRecords: Sendable {
    let dataset: Dataset
    let target: Dataset
    /// Where each key's offsets begin; one more than there are keys.
    private let starts: [UInt32]
    private let recordOffsets: [Int]

    /// Key numbers and record offsets of one piece, in file order.
    private typealias Pairs = [(key: UInt32, offset: Int)]

    /// Reads the dataset's `column`, which holds keys of the target.
    init(dataset: Dataset, target: Dataset, column: Int, threads: Int) {
        self.dataset = dataset
        self.target = target
        let keys = target.survey.keys
        let result = dataset.file.scan([column], threads: threads, makeState: { Pairs() }) { pairs, batch in
            let cells = batch.column(0)
            for row in 0..<batch.count where !cells[row].isBlankCell {
                if let key = keys.number(of: cells.starts[row], Int(cells.counts[row])) {
                    pairs.append((key, batch.byteOffsets[row]))
                }
            }
        }
        let pairs = result.pieces.map(\.state)
        var starts = [UInt32](repeating: 0, count: target.survey.keys.count + 1)
        for piece in pairs {
            for pair in piece { starts[Int(pair.key) + 1] += 1 }
        }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        var next = starts
        var offsets = [Int](repeating: 0, count: pairs.reduce(0) { $0 + $1.count })
        for piece in pairs {
            for pair in piece {
                offsets[Int(next[Int(pair.key)])] = pair.offset
                next[Int(pair.key)] += 1
            }
        }
        self.starts = starts
        recordOffsets = offsets
    }

    func offsets(of key: UInt32) -> ArraySlice<Int> {
        recordOffsets[Int(starts[Int(key)])..<Int(starts[Int(key) + 1])]
    }
}
