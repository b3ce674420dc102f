import CEL
import Checks
import Tables

/// Looks at corrections in the light of the audit that their findings come from.
///
/// Everything but the new value is taken from the data, nothing from the list that came back: whose record it is, which
/// field, which check. What is decided is whether that check holds on the record with all corrections of the record in place.
struct CorrectionReview {
    private let trail: AuditTrail
    private let world: World

    init(_ trail: AuditTrail) {
        self.trail = trail
        world = trail.world
    }

    /// A correction whose value can be taken, and where it goes.
    private struct Candidate {
        /// Position in the list.
        var position: Int
        var check: CompiledCheck
        var record: StoredRecord
        var offset: Int
        var field: Int
        var change: FieldChange
    }

    func verdicts(on corrections: [Correction]) -> [CorrectionVerdict] {
        let events = trail.events(of: Set(corrections.map(\.findingID)))
        var verdicts = [CorrectionVerdict](repeating: .refused(.noSuchFinding), count: corrections.count)
        var candidates: [Candidate] = []
        for (position, correction) in corrections.enumerated() {
            switch candidate(correction, position, events[correction.findingID] ?? []) {
            case .success(let candidate): candidates.append(candidate)
            case .failure(let refusal): verdicts[position] = .refused(refusal)
            }
        }
        var accepted: [Candidate] = []
        for (_, own) in Dictionary(grouping: candidates, by: \.offset).sorted(by: { $0.key < $1.key }) {
            accepted += settled(own) { verdicts[$0.position] = .refused($1) }
        }
        for candidate in withoutTwins(accepted, { verdicts[$0.position] = .refused($1) }) {
            verdicts[candidate.position] = .change(candidate.change)
        }
        return verdicts
    }

    private func candidate(
        _ correction: Correction, _ position: Int, _ events: [FindingEvent]
    ) -> Result<Candidate, CorrectionRefusal> {
        guard let event = events.first else { return .failure(.noSuchFinding) }
        if events.count > 1 { return .failure(.severalRecords(count: events.count)) }
        if event.isUnknown { return .failure(.notEvaluated) }
        let check = trail.checks[Int(event.check)]
        guard let dataset = world.dataset(ofRecord: check.check.record) else { return .failure(.noSuchFinding) }
        let record = dataset.record(at: event.offset, in: world)
        let key = dataset.keyField.map { record.text($0) } ?? ""
        if dataset.record != "customer" { return .failure(.notACustomer(record: dataset.record, id: key)) }
        guard let name = check.check.field?.name else { return .failure(.noField) }
        guard let field = dataset.fieldIndex(name), dataset.layout.fields[field].slot != nil else {
            return .failure(.noColumn(field: name))
        }
        let format = dataset.layout.fields[field].format
        let current = record.text(field)
        if let old = correction.oldValue, !EnteredValue(old).isSame(as: current, format) {
            return .failure(.oldValueDiffers(now: current))
        }
        return EnteredValue(correction.value).written(as: format).flatMap { value in
            if value == current { return .failure(.unchanged) }
            return .success(
                Candidate(
                    position: position, check: check, record: record, offset: event.offset, field: field,
                    change: FieldChange(customerID: key, field: name, old: current, new: value)))
        }
    }

    /// The corrections of one record whose checks hold with all of them in place. One that fails is taken out, and the rest looked
    /// at again without it.
    private func settled(
        _ candidates: [Candidate], _ refuse: (Candidate, CorrectionRefusal) -> Void
    ) -> [Candidate] {
        let contradicting = Dictionary(grouping: candidates, by: \.field).filter { Set($1.map(\.change.new)).count > 1 }
        var left = candidates.filter { candidate in
            guard contradicting[candidate.field] != nil else { return true }
            refuse(candidate, .contradicted(field: candidate.change.field))
            return false
        }
        while let first = left.first {
            let record = left.reduce(first.record) { $0.replacing($1.field, by: $1.change.new) }
            let refused = left.compactMap { candidate in
                refusal(candidate.check, on: record).map { (candidate, $0) }
            }
            guard !refused.isEmpty else { break }
            for (candidate, refusal) in refused { refuse(candidate, refusal) }
            left.removeAll { candidate in refused.contains { $0.0.position == candidate.position } }
        }
        return left.map { candidate in
            var candidate = candidate
            candidate.record = left.reduce(candidate.record) { $0.replacing($1.field, by: $1.change.new) }
            return candidate
        }
    }

    /// Why the check does not hold on the record; nil when it does, or no longer concerns it.
    private func refusal(_ check: CompiledCheck, on record: StoredRecord) -> CorrectionRefusal? {
        let id = check.check.id
        let environment = check.environment.environment
        let activation = check.activation(of: record, in: world)
        if let condition = check.condition {
            switch Program(condition, in: environment).evaluate(activation) {
            case .success(.bool(true)): break
            case .success: return nil
            case .failure(let error): return .cannotTell(check: id, why: error.message)
            }
        }
        switch check.rule {
        case .similar: return .comparesRecords(check: id)
        case .unique: return nil
        case .assert(let assertion):
            switch Program(assertion, in: environment).evaluate(activation) {
            case .success(.bool(true)): return nil
            case .success: return .stillFails(check: id)
            case .failure(let error): return .cannotTell(check: id, why: error.message)
            }
        }
    }

    // MARK: Values that may stand once

    /// Refuses corrections under a check about uniqueness whose value another record has, or another correction gives.
    private func withoutTwins(
        _ candidates: [Candidate], _ refuse: (Candidate, CorrectionRefusal) -> Void
    ) -> [Candidate] {
        var left = candidates
        for (_, own) in Dictionary(grouping: candidates, by: \.check.check.id) {
            guard let check = own.first?.check, case .unique(let expressions) = check.rule,
                let dataset = own.first?.record.dataset
            else { continue }
            let keys = UniqueKeys(check, expressions, world)
            let proposed = own.map { keys.key(of: $0.record) }
            let taken = keys.holders(of: Set(proposed.compactMap(\.self)), in: dataset)
            for (candidate, key) in zip(own, proposed) {
                guard let key else { continue }
                let others = (taken[key] ?? []).filter { $0 != candidate.offset }
                let rivals = zip(own, proposed).filter { $1 == key && $0.offset != candidate.offset }.map(\.0.offset)
                guard let other = (others + rivals).first else { continue }
                let name = dataset.record(at: other, in: world).text(named: dataset.keyFieldName)
                refuse(candidate, .sameAs(record: "\(dataset.record) \(name)"))
                left.removeAll { $0.position == candidate.position }
            }
        }
        return left
    }
}

/// The keys of a check about uniqueness, record by record.
private struct UniqueKeys {
    private let check: CompiledCheck
    private let condition: Program?
    private let programs: [Program]
    private let world: World

    init(_ check: CompiledCheck, _ expressions: [CheckedExpression], _ world: World) {
        self.check = check
        self.world = world
        condition = check.condition.map { Program($0, in: check.environment.environment) }
        programs = expressions.map { Program($0, in: check.environment.environment) }
    }

    /// Nil when the check does not concern the record, or a part of the key is absent.
    func key(of record: StoredRecord) -> [String]? {
        let activation = check.activation(of: record, in: world)
        if let condition, case .success(.bool(true)) = condition.evaluate(activation) {
        } else if condition != nil {
            return nil
        }
        var texts: [String] = []
        for program in programs {
            guard case .success(.string(let text)) = program.evaluate(activation), !text.trimmingBlanks.isEmpty else {
                return nil
            }
            texts.append(text)
        }
        return texts
    }

    /// Where the records with these keys begin.
    func holders(of keys: Set<[String]>, in dataset: Dataset) -> [[String]: [Int]] {
        let offsets = dataset.file.scan([], threads: 1, makeState: { [Int]() }) { offsets, batch in
            for row in 0..<batch.count { offsets.append(batch.byteOffsets[row]) }
        }.pieces.flatMap(\.state)
        var holders: [[String]: [Int]] = [:]
        for offset in offsets {
            if let key = key(of: dataset.record(at: offset, in: world)), keys.contains(key) {
                holders[key, default: []].append(offset)
            }
        }
        return holders
    }
}

extension StoredRecord {
    /// The record as it would be with another text in a field that the extract has.
    func replacing(_ field: Int, by text: String) -> StoredRecord {
        guard let slot = dataset.layout.fields[field].slot else { return self }
        return StoredRecord(dataset: dataset, world: world, cells: cells.replacing(slot, by: text))
    }
}

extension Dataset {
    /// Empty when the extract has no key.
    var keyFieldName: String { keyField.map { layout.recordType.fields[$0].name } ?? "" }
}
