import CEL
import Checks
public import Enrichment

/// An audit whose data is read and whose scope is known; what is left are the checks.
public struct PreparedAudit: Sendable {
    /// What a group's accounts are added up by.
    static let groupFields = ["credit_limit", "currency", "customer_id", "open_amount", "overdue_amount"]

    let run: AuditRun
    let world: World
    let plans: [DatasetChecks]
    let checks: [CompiledCheck]
    let open: [OpenDataset]
    let selection: ScopeSelection
    let waivers: WaiverFile?

    /// The customers in scope, each key once, in the order of the file. Records without a key cannot be asked about.
    public func inquiries() -> [Inquiry] {
        guard let customers = world.dataset(ofRecord: "customer") else { return [] }
        let fields = Subject.fields.map { customers.fieldIndex($0) }
        return scoped().map { _, record in
            Inquiry(
                subject: Subject { fields[$0].map(record.text) ?? "" },
                exposure: record.number(named: "open_amount")
            )
        }
    }

    /// Runs the checks. `answers` belong to the inquiries, in their order.
    public func result(outside answers: [OutsideAnswer] = []) throws(AuditError) -> AuditResult {
        do {
            return try checked(answers)
        } catch {
            var whole = run
            whole.surveysWholeFiles = true
            return try whole.prepared().result(outside: answers)
        }
    }

    private func checked(_ answers: [OutsideAnswer]) throws(MisjudgedFormat) -> AuditResult {
        guard !answers.isEmpty else { return try run.audit(world, plans, checks, open, selection, waivers) }
        let (numbers, families) = families(answers)
        var result = try run.audit(
            world.adding(Dictionary(zip(numbers, families.answers)) { first, _ in first }), plans, checks, open,
            selection,
            waivers)
        result.families = families.families
        return result
    }

    /// The records behind them take more room than the answers, and are gone afterwards.
    private func families(_ answers: [OutsideAnswer]) -> (numbers: [UInt32], Families) {
        let customers = scoped()
        return (customers.map(\.number), Families(zip(customers, answers).map { FamilyMember($0.record, $1) }))
    }

    private func scoped() -> [(number: UInt32, record: StoredRecord)] {
        guard let customers = world.dataset(ofRecord: "customer") else { return [] }
        return customers.survey.firstOffsets.enumerated().compactMap { number, offset in
            if case .some(_, let isInScope) = selection.scope, !isInScope[number] { return nil }
            return (UInt32(number), customers.record(at: offset, in: world))
        }
    }
}

extension StoredRecord {
    /// Empty when the extract lacks the field.
    func text(named field: String) -> String { dataset.fieldIndex(field).map { text($0) } ?? "" }

    func number(named field: String) -> Double { dataset.fieldIndex(field).flatMap { value(at: $0) }?.number ?? 0 }
}
