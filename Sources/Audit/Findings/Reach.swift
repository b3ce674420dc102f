import CEL
import Checks
import Tables

/// What a run looked at, so that a finding it did not give can be told from one that it could not give.
struct Reach: Sendable {
    /// What became of a finding that a run does not have.
    enum Outcome: Sendable {
        case fixed, recordGone, notLookedAt
    }

    /// A finding of an earlier run.
    struct Candidate: Sendable {
        var check: String
        /// Empty for a record without a key.
        var recordKey: String
        var customerKey: String
        var fingerprint: Int64
    }

    private let trail: AuditTrail
    private let positions: [String: Int]
    /// By the dataset's name: the keys of all its records, for datasets whose survey had no need of them.
    private var keys: [String: KeyTable] = [:]

    init(_ trail: AuditTrail) {
        self.trail = trail
        positions = Dictionary(trail.checks.enumerated().map { ($1.check.id, $0) }) { first, _ in first }
    }

    mutating func outcome(of candidate: Candidate) -> Outcome {
        guard let position = positions[candidate.check], isEvaluated(trail.checks[position]),
            !trail.stopped.contains(position),
            let dataset = trail.world.dataset(ofRecord: trail.checks[position].check.record)
        else { return .notLookedAt }
        let check = trail.checks[position]
        if !isInScope(candidate, dataset) { return .notLookedAt }
        if !candidate.recordKey.isEmpty, number(of: candidate.recordKey, in: dataset) == nil {
            // It may be among the records that could not be read.
            return dataset.filePass.quarantine.count > 0 ? .notLookedAt : .recordGone
        }
        if case .some = trail.scope, !isAssertion(check), isUnchanged(candidate, check, dataset) {
            // The other record with the same values may be out of scope.
            return .notLookedAt
        }
        if trail.unanswered[position] > 0, wasUnanswered(candidate, check, dataset) { return .notLookedAt }
        return .fixed
    }

    private func isEvaluated(_ check: CompiledCheck) -> Bool {
        check.missingForCondition.isEmpty && check.missingForRule.isEmpty
    }

    private func isAssertion(_ check: CompiledCheck) -> Bool { if case .assert = check.rule { true } else { false } }

    private mutating func isInScope(_ candidate: Candidate, _ dataset: Dataset) -> Bool {
        guard case .some(_, let customers) = trail.scope else { return true }
        guard let all = trail.world.dataset(ofRecord: "customer"),
            let number = number(of: candidate.customerKey, in: all)
        else { return dataset.record == "customer" && !candidate.recordKey.isEmpty }
        return customers[number]
    }

    private func record(_ candidate: Candidate, _ dataset: Dataset) -> StoredRecord? {
        guard dataset.survey.keys.count > 0 else { return nil }
        var key = candidate.recordKey
        let number = key.withUTF8 { bytes in
            bytes.baseAddress.flatMap { dataset.survey.keys.number(of: $0, bytes.count) }
        }
        return number.map { dataset.record(at: dataset.survey.firstOffsets[Int($0)], in: trail.world) }
    }

    private func isUnchanged(_ candidate: Candidate, _ check: CompiledCheck, _ dataset: Dataset) -> Bool {
        guard let record = record(candidate, dataset), let field = check.check.field else { return true }
        return AuditTrail.fingerprint(record.text(named: field.name)) == candidate.fingerprint
    }

    private func wasUnanswered(_ candidate: Candidate, _ check: CompiledCheck, _ dataset: Dataset) -> Bool {
        guard let record = record(candidate, dataset), let deciding = DecidingPrograms(check) else { return true }
        switch deciding.firstError(check.activation(of: record, in: trail.world))?.kind {
        case .notSupplied, .undecided, .notKnown: return true
        default: return false
        }
    }

    private mutating func number(of key: String, in dataset: Dataset) -> Int? {
        var key = key
        let table = keyTable(of: dataset)
        return key.withUTF8 { bytes in
            bytes.baseAddress.flatMap { table.number(of: $0, bytes.count) }.map { Int($0) }
        }
    }

    private mutating func keyTable(of dataset: Dataset) -> KeyTable {
        if dataset.survey.keys.count > 0 { return dataset.survey.keys }
        if let known = keys[dataset.name] { return known }
        guard let slot = dataset.keyField.flatMap({ dataset.layout.fields[$0].slot }) else {
            return dataset.survey.keys
        }
        let result = dataset.file.scan(
            [dataset.layout.columns[slot]], threads: 2, makeState: { KeyTable.Batch() },
            body: { keys, batch in
                let cells = batch.column(0)
                for row in 0..<batch.count where !cells[row].isBlankCell {
                    keys.add(cells.starts[row], Int(cells.counts[row]), offset: batch.byteOffsets[row])
                }
            }
        )
        let table = KeyTable.build(result.pieces.map(\.state)).table
        keys[dataset.name] = table
        return table
    }
}
