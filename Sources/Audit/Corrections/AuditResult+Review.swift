import Checks
import Tables

extension AuditTrail {
    /// The events of findings, by id; several where records share a key.
    func events(of ids: Set<String>) -> [String: [FindingEvent]] {
        let named = Set(ids.compactMap(FindingID.check))
        let isNamed = checks.map { named.contains($0.check.id) }
        var found: [String: [FindingEvent]] = [:]
        for event in events where isNamed[Int(event.check)] {
            let check = checks[Int(event.check)].check
            guard let dataset = world.dataset(ofRecord: check.record) else { continue }
            let key = dataset.keyField.map { dataset.record(at: event.offset, in: world).text($0) } ?? ""
            let id = FindingID.make(check: check.id, record: check.record, key: key, line: event.line)
            if ids.contains(id) { found[id, default: []].append(event) }
        }
        return found
    }
}

extension AuditResult {
    /// What each correction comes to, in the order given. The audit must have been prepared with `keepsLinkedRecords`.
    public func review(_ corrections: [Correction]) -> [CorrectionVerdict] {
        guard let trail else { return corrections.map { _ in .refused(.noSuchFinding) } }
        return CorrectionReview(trail).verdicts(on: corrections)
    }

    /// The findings with these ids, without what the history knows of them.
    public func findings(withIDs ids: Set<String>) -> [String: Finding] {
        guard let trail else { return [:] }
        return trail.events(of: ids).compactMapValues { events in
            events.first.map { trail.renderer.finding(for: $0, .new(on: plan.asOf)) }
        }
    }
}
