import CEL
import Checks

/// Puts findings into words, reading each record again from its place in the file.
struct FindingRenderer: Sendable {
    let world: World
    let checks: [CompiledCheck]
    /// By check: the other records that findings of checks with `similar` are about.
    let twins: [Int: Twins]
    let language: String

    func finding(for event: FindingEvent, _ standing: Standing) -> Finding {
        let compiled = checks[Int(event.check)]
        let check = compiled.check
        guard let dataset = world.dataset(ofRecord: check.record) else {
            preconditionFailure("a finding's record was read from a dataset")
        }
        let record = dataset.record(at: event.offset, in: world)
        let activation = activation(compiled, record, match: match(of: event, in: dataset))
        let customer = customer(of: record, in: dataset)
        func customerText(_ field: String) -> String {
            guard let customer, let index = customer.dataset.fieldIndex(field) else { return "" }
            return customer.text(index)
        }
        let key = dataset.keyField.map { record.text($0) } ?? ""
        let ownCurrency = dataset.fieldIndex("currency").map { record.text($0) } ?? ""
        return Finding(
            id: FindingID.make(check: check.id, record: check.record, key: key, line: event.line),
            status: standing.status(isWaived: event.isWaived),
            result: event.isUnknown ? .unknown : .fail,
            priority: Int(event.priority),
            severity: check.severity,
            checkID: check.id,
            title: check.title.text(in: language),
            cause: check.cause,
            record: check.record,
            recordID: key,
            customerID: customerText("customer_id"),
            customerName: customerText("legal_name"),
            field: check.field?.name ?? "",
            value: check.field.flatMap { dataset.fieldIndex($0.name) }.map { record.text($0) } ?? "",
            message: event.isUnknown ? failure(compiled, activation) : message(compiled, activation),
            fix: check.fix?.text(in: language) ?? "",
            owner: check.owner,
            cashAtRisk: Money(
                hundredths: event.cash,
                currency: ownCurrency.isEmpty ? customerText("currency") : ownCurrency
            ),
            firstSeen: standing.firstSeen,
            runsOpen: standing.runsOpen,
            source: dataset.source,
            line: Int(event.line),
            suggestion: event.isUnknown ? "" : suggestion(compiled, activation)
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

    func customer(of record: StoredRecord, in dataset: Dataset) -> StoredRecord? {
        if dataset.record == "customer" { return record }
        guard let link = dataset.schema.links.first(where: { $0.target == "customer" }),
            let field = dataset.fieldIndex(link.field)
        else { return nil }
        var key = record.text(field)
        return key.withUTF8 { world.record("customer", key: $0) }
    }

    private func message(_ check: CompiledCheck, _ activation: Activation) -> String {
        if let message = check.messages[language] ?? check.messages["en"] ?? check.messages.first?.value {
            return message.text(activation)
        }
        return check.check.title.text(in: language)
    }

    private func suggestion(_ check: CompiledCheck, _ activation: Activation) -> String {
        if case .success(.string(let text))? = check.suggestion?.program.evaluate(activation) { text } else { "" }
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
