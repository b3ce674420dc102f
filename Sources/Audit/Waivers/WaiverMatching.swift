import Checks
import Diagnostics
import Tables

/// Finds the findings that waivers accept.
///
/// Only failures are accepted: what could not be looked at is not what somebody agreed to.
struct WaiverMatching: Sendable {
    private let file: WaiverFile
    private let day: CalendarDate
    private let byFinding: [String: [Int]]
    private let byRecord: [String: [String: [Int]]]
    private let checks: Set<String>

    init(_ file: WaiverFile, on day: CalendarDate) {
        self.file = file
        self.day = day
        var byFinding: [String: [Int]] = [:]
        var byRecord: [String: [String: [Int]]] = [:]
        for (index, waiver) in file.waivers.enumerated() {
            switch waiver.target {
            case .finding(let id): byFinding[id, default: []].append(index)
            case .record(let id, let check): byRecord[check, default: [:]][id, default: []].append(index)
            }
        }
        self.byFinding = byFinding
        self.byRecord = byRecord
        checks = Set(file.waivers.map(\.checkID))
    }

    /// Marks the events that are accepted, and tells what each waiver did. `checks` are those of the run, in its order.
    func apply(to events: inout [FindingEvent], of checks: [CompiledCheck], in world: World) -> [WaiverOutcome.Use] {
        let isNamed = checks.map { self.checks.contains($0.check.id) }
        let candidates = events.indices.filter { isNamed[Int(events[$0].check)] }
        let slice = 1024
        let matches = concurrentMap(count: candidates.count / slice + 1) { [events] number in
            candidates[number * slice..<min(candidates.count, (number + 1) * slice)].map { index in
                self.matches(of: events[index], checks[Int(events[index].check)].check, in: world)
            }
        }.joined()
        var uses = file.waivers.map { waiver in
            let isRun = checks.contains { $0.check.id == waiver.checkID }
            return WaiverOutcome.Use(
                waiver: waiver, state: isRun ? .unmatched : .notRun, findings: 0,
                cashAtRisk: Money(hundredths: 0, currency: ""))
        }
        for (index, matches) in zip(candidates, matches) {
            for match in matches { uses[match].state = uses[match].waiver.isActive(on: day) ? .active : .expired }
            guard !events[index].isUnknown, let first = matches.first else { continue }
            let active = matches.first { uses[$0].state == .active }
            events[index].isWaived = active != nil
            let used = active ?? first
            uses[used].findings += 1
            uses[used].cashAtRisk.hundredths = uses[used].cashAtRisk.hundredths.addingSaturated(events[index].cash)
        }
        return uses
    }

    private func matches(of event: FindingEvent, _ check: Check, in world: World) -> [Int] {
        guard let dataset = world.dataset(ofRecord: check.record) else { return [] }
        let record = dataset.record(at: event.offset, in: world)
        let key = dataset.keyField.map { record.text($0) } ?? ""
        let id = FindingID.make(check: check.id, record: check.record, key: key, line: event.line)
        return (byFinding[id] ?? []) + (byRecord[check.id]?[key] ?? [])
    }
}

extension WaiverFile {
    /// Reports each waiver whose approver is also the one who has to fix the record.
    func reportApproversWhoOwnTheFix(_ checks: [CompiledCheck], diagnostics: DiagnosticsCollector) {
        let owners = Dictionary(checks.map { ($0.check.id, $0.check.owner) }) { first, _ in first }
        for waiver in waivers {
            guard let owner = owners[waiver.checkID], Waiver.isSamePerson(waiver.approver, owner) else { continue }
            diagnostics.report(
                "'\(waiver.approver)' approved the waiver and owns the fix, and the plan asks for four eyes",
                help: "have somebody else approve it", at: SourceLocation(file: path, line: waiver.line, column: 1))
        }
    }
}
