import Checks
import Tables

/// What the cells of some fields say about how their columns are written.
struct FormatEvidence: Sendable {
    /// Positions in the dataset's schema, rising.
    let fields: [Int]
    private var gathered: [ColumnEvidence]

    private init(fields: [Int], gathered: [ColumnEvidence]) {
        self.fields = fields
        self.gathered = gathered
    }

    /// Nothing so far, of those `fields` whose format the plan leaves open.
    init(fields: [Int], of dataset: OpenDataset) {
        let evidence = fields.map { (field: $0, evidence: dataset.evidence(for: dataset.schema.fields[$0])) }
        let open = evidence.filter { field, evidence in
            if case .none = evidence { return false }
            return dataset.column(of: dataset.schema.fields[field].name) != nil
        }
        self.init(fields: open.map(\.field), gathered: open.map(\.evidence))
    }

    /// The same fields, nothing so far.
    var emptied: FormatEvidence { FormatEvidence(fields: fields, gathered: gathered.map(\.emptied)) }

    subscript(field: Int) -> ColumnEvidence { fields.firstIndex(of: field).map { gathered[$0] } ?? .none }

    /// `slots` are the places of the fields' columns among those of the batch.
    mutating func add(_ batch: borrowing RecordBatch, slots: some Sequence<Int>) {
        for (index, slot) in slots.enumerated() {
            gathered[index].add(batch.column(slot), lines: batch.lines, count: batch.count)
        }
    }

    /// Adds what was gathered from records that follow, the first of them on line `firstLine`.
    mutating func merge(_ other: FormatEvidence, firstLine: Int) {
        for index in gathered.indices { gathered[index].merge(other.gathered[index], rowOffset: firstLine) }
    }
}

/// What the cells of one column say about how it is written, as far as they were read.
enum ColumnEvidence: Sendable {
    case none
    case decimals(DecimalEvidence)
    case dates(DateEvidence)

    var emptied: ColumnEvidence {
        switch self {
        case .none: .none
        case .decimals: .decimals(DecimalEvidence())
        case .dates: .dates(DateEvidence())
        }
    }

    /// `lines` are those of the records within their piece.
    mutating func add(_ cells: CellColumn, lines: UnsafePointer<Int32>, count: Int) {
        // Taken out of the enum, so that what it holds is changed in place and not copied.
        switch self {
        case .none: break
        case .decimals(var evidence):
            self = .none
            evidence.add(cells, lines: lines, count: count)
            self = .decimals(evidence)
        case .dates(var evidence):
            self = .none
            evidence.add(cells, lines: lines, count: count)
            self = .dates(evidence)
        }
    }

    mutating func merge(_ other: ColumnEvidence, rowOffset: Int) {
        switch (self, other) {
        case (.decimals(var evidence), .decimals(let following)):
            evidence.merge(following, rowOffset: rowOffset)
            self = .decimals(evidence)
        case (.dates(var evidence), .dates(let following)):
            evidence.merge(following, rowOffset: rowOffset)
            self = .dates(evidence)
        default: break
        }
    }
}
