import CEL
import Checks

/// Puts findings into words, reading each record again from its place in the file.
struct FindingRenderer: Sendable {
    let world: World
    /// By check of the run.
    private let checks: [RenderedCheck]
    /// By check: the other records that findings of checks with `similar` are about.
    private let twins: [Int: Twins]
    let language: String
    /// What message and suggestion of one finding may take: an equal part, so that neither the order of the findings nor
    /// how often they are shown matters.
    private let stepsOfFinding: Int

    /// `steps` is for all findings together.
    init(world: World, checks: [CompiledCheck], twins: [Int: Twins], language: String, steps: Int, findings: Int) {
        stepsOfFinding = max(1000, steps / max(1, findings))
        self.world = world
        self.checks = checks.map { RenderedCheck($0, in: world, language: language) }
        self.twins = twins
        self.language = language
    }

    func finding(for event: FindingEvent, _ standing: Standing) -> Finding {
        let rendered = checks[Int(event.check)]
        guard let record = rendered.record(at: event.offset, in: world) else {
            preconditionFailure("a finding's record was read from a dataset")
        }
        let customer = customer(of: record, rendered)
        func text(_ field: Int?) -> String { field.map(record.text) ?? "" }
        func customerText(_ field: Int?) -> String {
            guard let customer, let field else { return "" }
            return customer.text(field)
        }
        let key = text(rendered.key)
        let ownCurrency = text(rendered.currency)
        let wording = wording(of: event, record, rendered)
        return Finding(
            rendered.kind,
            id: FindingID.make(check: rendered.kind.checkID, record: rendered.kind.record, key: key, line: event.line),
            status: standing.status(isWaived: event.isWaived),
            result: event.isUnknown ? .unknown : .fail,
            priority: Int(event.priority),
            recordID: key,
            customerID: customerText(rendered.customer.id),
            customerName: customerText(rendered.customer.name),
            value: text(rendered.value),
            message: wording.message,
            cashAtRisk: Money(
                hundredths: event.cash,
                currency: ownCurrency.isEmpty ? customerText(rendered.customer.currency) : ownCurrency
            ),
            firstSeen: standing.firstSeen,
            runsOpen: standing.runsOpen,
            line: Int(event.line),
            suggestion: wording.suggestion
        )
    }

    /// Says that an event's record will be read soon.
    func prefetch(_ event: FindingEvent) { checks[Int(event.check)].prefetchRecord(at: event.offset) }

    /// The customer that an event's record is, or leads to.
    func customer(of event: FindingEvent) -> StoredRecord? {
        let rendered = checks[Int(event.check)]
        return rendered.record(at: event.offset, in: world).flatMap { customer(of: $0, rendered) }
    }

    private func customer(of record: StoredRecord, _ rendered: RenderedCheck) -> StoredRecord? {
        if rendered.isCustomer { return record }
        return rendered.customerPath.flatMap { record.customerNumber(by: $0) }.flatMap { world.customer($0) }
    }

    private func wording(
        of event: FindingEvent,
        _ record: StoredRecord,
        _ rendered: RenderedCheck
    ) -> (message: String, suggestion: String) {
        // Many checks say the same of all records.
        if !event.isUnknown, !rendered.hasWording { return (rendered.kind.title, "") }
        let compiled = rendered.compiled
        let match = match(of: event, in: record.dataset)
        let activation = activation(compiled, record, match: match)
        if event.isUnknown { return (failure(compiled, activation), "") }
        var stepsLeft = stepsOfFinding
        return (
            rendered.message?.text(activation, spending: &stepsLeft) ?? rendered.kind.title,
            suggestion(compiled, activation, spending: &stepsLeft)
        )
    }

    private func match(of event: FindingEvent, in dataset: Dataset) -> MatchRecord? {
        guard let twin = twins[Int(event.check)]?[event.offset] else { return nil }
        let other = dataset.record(at: twin.offset, in: world)
        return MatchRecord(
            key: dataset.keyField.map { other.text($0) } ?? "",
            name: dataset.fieldIndex("legal_name").map { other.text($0) } ?? "",
            score: twin.score,
            why: twin.why,
            accounts: twin.accounts
        )
    }

    private func activation(_ check: CompiledCheck, _ record: StoredRecord, match: MatchRecord?) -> Activation {
        let activation = check.activation(of: record, in: world)
        guard let match else { return activation }
        return activation.adding(["match": .record(match)])
    }

    private func suggestion(
        _ check: CompiledCheck, _ activation: Activation, spending stepsLeft: inout Int
    ) -> String {
        let value = check.suggestion?.program.evaluate(activation, spending: &stepsLeft)
        return if case .success(.string(let text))? = value { text } else { "" }
    }

    private func failure(_ check: CompiledCheck, _ activation: Activation) -> String {
        for expression in check.deciding {
            let program = Program(expression, in: check.environment.environment)
            if case .failure(let error) = program.evaluate(activation) {
                let wording = AuditWording(language: language)
                return error.kind == .notKnown ? wording.notKnown(error.message) : wording.notEvaluated(error.message)
            }
        }
        return check.check.title.text(in: language)
    }
}
