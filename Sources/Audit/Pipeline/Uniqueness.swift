import CEL
import Checks
import Tables

extension CheckRunner {
    /// The events of the records whose key under a check stands on another record too, in file order.
    ///
    /// Hashes tell which may be the same; reading the records again tells which are.
    func collisions(_ check: RunnableCheck, at index: Int, in pieces: [ScanResult<CheckPiece>.Piece]) -> [FindingEvent]
    {
        guard case .unique(let expressions) = check.compiled.rule else { return [] }
        let programs = expressions.map { Program($0, in: check.compiled.environment.environment) }
        let keys = pieces.map(\.state.keys[index])
        let firstLines = pieces.map { UInt32($0.firstLine) }
        let confirmed = concurrentMap(count: PieceKeys.shareCount) { share in
            let left = budget.left()[check.index]
            var stepsLeft = left
            defer { if stepsLeft != left { _ = budget.spend(left - stepsLeft, on: check.index) } }
            var byKey: [[String]: [UniqueKey]] = [:]
            for suspect in PieceKeys.repeated(keys, share: share, firstLines: firstLines) {
                let record = dataset.record(at: suspect.offset, in: world)
                let activation = check.compiled.activation(of: record, in: world)
                let texts = programs.map { program -> String in
                    if case .success(.string(let text)) = program.evaluate(activation, spending: &stepsLeft) {
                        text
                    } else {
                        ""
                    }
                }
                byKey[texts, default: []].append(suspect)
            }
            return byKey.values.filter { $0.count > 1 }.flatMap(\.self)
        }
        let colliding = confirmed.joined().sorted { $0.offset < $1.offset }
        return events(of: colliding.map { (offset: $0.offset, line: $0.line) }, check)
    }

    /// A failure of the check on each of the records, which are read again for what they put at risk.
    func events(of records: [(offset: Int, line: UInt32)], _ check: RunnableCheck) -> [FindingEvent] {
        let impact = (check.compiled.impact ?? DefaultImpact.expression(in: check.compiled.environment)).map {
            Program($0, in: check.compiled.environment.environment)
        }
        return concurrentMap(count: records.count / 1024 + 1) { slice in
            let left = budget.left()[check.index]
            var stepsLeft = left
            defer { if stepsLeft != left { _ = budget.spend(left - stepsLeft, on: check.index) } }
            return records[slice * 1024..<min(records.count, (slice + 1) * 1024)].map {
                event(at: $0.offset, line: $0.line, check, impact, spending: &stepsLeft)
            }
        }.flatMap(\.self)
    }

    private func event(
        at offset: Int,
        line: UInt32,
        _ check: RunnableCheck,
        _ impact: Program?,
        spending stepsLeft: inout Int
    ) -> FindingEvent {
        let record = dataset.record(at: offset, in: world)
        var cash: Int64 = 0
        if let impact,
            case .success(let value) = impact.evaluate(
                check.compiled.activation(of: record, in: world), spending: &stepsLeft)
        {
            cash = max(0, Money.hundredths(value.number))
        }
        func number(_ field: Int?) -> Double { field.flatMap { record.value(at: $0) }?.number ?? 0 }
        let open = number(openAmount)
        let owed = openAmount.map { FindingEvent.OpenAmount(Money.hundredths(number($0))) }
        let customer = record.customerNumber
        let share = open > 0 ? number(overdueAmount) / open : 0
        return FindingEvent(
            check: UInt16(check.index),
            isUnknown: false,
            priority: UInt8(
                Priority.of(
                    cashAtRisk: cash,
                    severity: check.compiled.check.severity,
                    overdueShare: openAmount == nil ? overdueShare(ofCustomer: customer) : share
                )
            ),
            line: line,
            offset: offset,
            customer: customer ?? FindingEvent.noCustomer,
            cash: cash,
            openAmount: owed ?? .unknown
        )
    }
}

extension CompiledCheck {
    /// The values of a check's variables on one record.
    func activation(of record: StoredRecord, in world: World) -> Activation {
        let name = check.record
        let parameters = parameters
        let today = world.today
        return Activation { (variable) throws(EvaluationError) in
            switch variable {
            case name: return .record(record)
            case "params": return .record(parameters)
            case "today": return .timestamp(today)
            default:
                if let part = NormalForm.Part(rawValue: variable),
                    !world.datasets.contains(where: { $0.name == variable })
                {
                    return try world.outside(part, customer: record.customerNumber)
                }
                if world.isPrevious(variable) { return try world.previous(ofCustomer: record.customerNumber) }
                guard let field = record.dataset.keyField else { return .list([]) }
                var key = record.text(field)
                return key.withUTF8 { .list(world.records(of: variable, linkingTo: record.dataset, key: $0)) }
            }
        }
    }
}

extension Value {
    /// A number of any type as a double; 0 for what is none.
    var number: Double {
        switch self {
        case .double(let number): number
        case .int(let number): Double(number)
        case .uint(let number): Double(number)
        default: 0
        }
    }
}
