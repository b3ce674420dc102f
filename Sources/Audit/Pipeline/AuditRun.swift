import CEL
public import Checks
public import Diagnostics
import Enrichment
import Foundation
public import Tables

/// Why an audit gave no result.
public enum AuditError: Error, Sendable {
    /// The plan or a check file is wrong.
    case diagnostics(Diagnostics)
    /// A source cannot be read.
    case source(SourceError)
    /// What earlier runs left cannot be read.
    case history(HistoryError)
}

/// One audit: a plan's datasets against its packs' checks.
public struct AuditRun: Sendable {
    public struct Options: Sendable {
        /// `today` in every check when the plan does not fix it.
        public var today: CalendarDate
        public var toolVersion: String
        public var threads: Int
        /// Keep which records lead to which others, so that single records can be evaluated again afterwards. An audit alone adds
        /// linked records up while they are read.
        public var keepsLinkedRecords = false
        /// What expressions may take over all records.
        public var stepLimits = StepLimits()
        /// Called with what is being done and the share of it, 0…1; from any thread.
        public var progress: (@Sendable (String, Double) -> Void)?

        public init(
            today: CalendarDate,
            toolVersion: String,
            threads: Int,
            progress: (@Sendable (String, Double) -> Void)? = nil
        ) {
            self.today = today
            self.toolVersion = toolVersion
            self.threads = threads
            self.progress = progress
        }

        /// Bytes read as a share of the whole, for one step of the work.
        func progress(on what: String, from before: Int = 0, of total: Int) -> (@Sendable (Int) -> Void)? {
            guard let progress else { return nil }
            return { bytes in progress(what, Double(before + bytes) / Double(max(1, total))) }
        }
    }

    static let batchRows = 1024

    let plan: Plan
    let packs: [Pack]
    let options: Options
    let outsideParts: Set<NormalForm.Part>
    let history: HistoryStore?
    /// How a file is written is learnt from all of it before the checks, and not from its beginning.
    var surveysWholeFiles = false

    /// `outsideParts` is what outside sources will be asked for; `history` is what checks ask about the last run.
    public init(
        plan: Plan,
        packs: [Pack],
        options: Options,
        outsideParts: Set<NormalForm.Part> = [],
        history: HistoryStore? = nil
    ) {
        self.history = history
        self.plan = plan
        self.packs = packs
        self.options = options
        self.outsideParts = outsideParts
    }

    public func run() throws(AuditError) -> AuditResult { try prepared().result() }

    /// Everything up to the checks: who is in scope is known, and can be asked about.
    public func prepared() throws(AuditError) -> PreparedAudit {
        let diagnostics = DiagnosticsCollector()
        let open = try openDatasets(diagnostics)
        let past = try pastFields()
        let schema = schema(of: open, previousFields: past)
        let checks = compile(in: schema, open, diagnostics)
        refuseTooMany(checks, diagnostics)
        let scope = ScopeExpressions(plan.scope, schema: schema, parameters: plan.parameters, diagnostics: diagnostics)
        let waivers = try waivers(of: checks, diagnostics)
        try throwIfAny(diagnostics)

        let kept = keptFields(checks, past, schema)
        let prepared = prepare(open, schema, checks, scope, kept, diagnostics)
        try throwIfAny(diagnostics)
        // An export that failed leaves a header behind; a nightly run must not take that for a clean bill of health.
        if let customers = prepared.first(where: { $0.record == "customer" }), customers.survey.pass.rowCount == 0 {
            let quarantine = customers.survey.pass.quarantine
            throw .source(
                .noReadableRecords(in: customers.source, quarantine: quarantine) ?? .noRecords(in: customers.source))
        }
        let today = Value.Timestamp(seconds: Int64((plan.asOf ?? options.today).daysSinceEpoch) * 86_400)
        guard let today else { preconditionFailure("every calendar date is a moment") }
        let plans = compile(checks, for: prepared.linkingFirst, today: today)
        let alone = World(datasets: prepared, today: today, linked: [])
        let world = World(
            datasets: prepared, today: today, linked: linkedRecords(alone, plans, scope),
            past: try pastCustomers(kept, schema, prepared))
        let selected = scope.select(in: world, threads: options.threads, diagnostics: diagnostics)
        try throwIfAny(diagnostics)
        return PreparedAudit(
            run: self, world: world, plans: plans, checks: checks, open: open, selection: selected,
            waivers: waivers)
    }

    /// Datasets in the order in which they are read.
    private func compile(
        _ checks: [CompiledCheck],
        for datasets: [Dataset],
        today: Value.Timestamp
    ) -> [DatasetChecks] {
        datasets.indices.map { index in
            DatasetChecks(
                datasets[index],
                checks,
                foldable: options.keepsLinkedRecords ? [] : Set(datasets[..<index].map(\.name)),
                today: today
            )
        }
    }

    private func throwIfAny(_ diagnostics: DiagnosticsCollector) throws(AuditError) {
        if !diagnostics.all.isEmpty { throw .diagnostics(Diagnostics(diagnostics.all)) }
    }

    private func waivers(
        of checks: [CompiledCheck],
        _ diagnostics: DiagnosticsCollector
    ) throws(AuditError) -> WaiverFile? {
        guard let waivers = plan.waivers else { return nil }
        do throws(SourceError) {
            let file = try WaiverFile(at: plan.path(waivers.file), diagnostics: diagnostics)
            if waivers.needsFourEyes { file?.reportApproversWhoOwnTheFix(checks, diagnostics: diagnostics) }
            return file
        } catch {
            throw .source(error)
        }
    }

    private func openDatasets(_ diagnostics: DiagnosticsCollector) throws(AuditError) -> [OpenDataset] {
        var open: [OpenDataset] = []
        for dataset in plan.datasets {
            do throws(SourceError) {
                open.append(try OpenDataset(dataset, folder: plan.folder, diagnostics: diagnostics))
            } catch {
                throw .source(error)
            }
        }
        return open
    }

    /// What the plan supplies, and the standard datasets that it does not, so that checks on them are unknown rather than wrong.
    private func schema(of open: [OpenDataset], previousFields: Set<String>?) -> AuditSchema {
        let supplied = open.map(\.schema)
        let others = AuditSchema.standard.datasets.filter { standard in
            !supplied.contains { $0.dataset == standard.dataset }
        }
        return AuditSchema(
            datasets: supplied + others.compactMap { DatasetSchema.standard($0.dataset, isSupplied: false) },
            outsideParts: outsideParts,
            previousFields: previousFields
        )
    }

    // MARK: The run before

    /// The fields that the history holds; nil without an earlier run.
    private func pastFields() throws(AuditError) -> Set<String>? {
        guard let history else { return nil }
        do throws(HistoryError) { return try history.keptFields() } catch { throw .history(error) }
    }

    /// What this run keeps for the next, sorted: what checks ask of the last run, and what was kept so far.
    private func keptFields(_ checks: [CompiledCheck], _ past: Set<String>?, _ schema: AuditSchema) -> [String] {
        guard history != nil else { return [] }
        var fields = past ?? []
        for check in checks {
            for expression in check.deciding + check.wordingExpressions + [check.impact].compactMap({ $0 }) {
                for reference in expression.fieldReferences where reference.record == PreviousRecord.name {
                    fields.insert(reference.field)
                }
            }
        }
        return fields.filter { schema.previous?.field($0) != nil }.sorted()
    }

    private func pastCustomers(
        _ kept: [String],
        _ schema: AuditSchema,
        _ datasets: [Dataset]
    ) throws(AuditError) -> PastCustomers? {
        guard let history, !kept.isEmpty, let type = schema.recordType(of: PreviousRecord.name),
            let customers = datasets.first(where: { $0.record == "customer" })
        else { return nil }
        do throws(HistoryError) {
            return try PastCustomers(history, fields: kept, recordType: type, keys: customers.survey.keys)
        } catch {
            throw .history(error)
        }
    }

    private func compile(
        in schema: AuditSchema,
        _ open: [OpenDataset],
        _ diagnostics: DiagnosticsCollector
    ) -> [CompiledCheck] {
        let compiler = CheckCompiler(schema: schema, diagnostics: diagnostics)
        let checks = compiler.compile(packs, overrides: plan.parameters)
        guard packs.contains(where: { $0.name == MalformedCells.pack }), diagnostics.all.isEmpty else { return checks }
        var needed = NeededFields(schema: schema)
        for check in checks { needed.add(check) }
        let fields = open.flatMap { dataset in
            needed.positions(in: dataset.schema, key: dataset.key).map {
                (record: dataset.schema.record, field: dataset.schema.fields[$0])
            }
        }
        return checks + (MalformedCells.checks(for: fields).map { compiler.compile([$0]) } ?? [])
    }

    /// A finding holds the number of its check in sixteen bits.
    private func refuseTooMany(_ checks: [CompiledCheck], _ diagnostics: DiagnosticsCollector) {
        let most = Int(UInt16.max)
        guard checks.count > most else { return }
        diagnostics.report(
            Diagnostic(
                "the packs of this plan have \(checks.count) checks, and a run takes \(most) at most",
                help: "spread the packs over several plans", at: checks[most].check.location))
    }

    // MARK: Reading

    private func prepare(
        _ open: [OpenDataset],
        _ schema: AuditSchema,
        _ checks: [CompiledCheck],
        _ scope: ScopeExpressions,
        _ kept: [String],
        _ diagnostics: DiagnosticsCollector
    ) -> [Dataset] {
        var needed = NeededFields(schema: schema)
        for check in checks { needed.add(check) }
        for expression in scope.expressions { needed.add(expression) }
        if !outsideParts.isEmpty { needed.add(Subject.fields + PreparedAudit.groupFields, of: "customer") }
        needed.add(kept, of: "customer")
        let read = open.filter { needed.isNeeded($0.schema) }
        let total = read.reduce(0) { $0 + $1.file.byteCount }
        var before = 0
        return read.map { dataset in
            defer { before += dataset.file.byteCount }
            let fields = needed.positions(in: dataset.schema, key: dataset.key)
            let needsKeys = dataset.name == "customers" || isTarget(dataset, schema)
            let isReadByChecksFirst =
                checks.contains { $0.check.record == dataset.schema.record }
                && !scope.expressions.contains { $0.variableReferences.contains(dataset.name) }
            if isReadByChecksFirst, !needsKeys, !surveysWholeFiles {
                let glance = dataset.glance(fields: fields)
                let doubts = DiagnosticsCollector()
                let layout = layout(dataset, fields, glance, schema, doubts)
                if doubts.all.isEmpty { return Dataset(dataset, layout: layout, survey: glance) }
            }
            let survey = dataset.survey(
                fields: fields,
                needsKeys: needsKeys,
                threads: options.threads,
                progress: options.progress(on: "reading", from: before, of: total)
            )
            return Dataset(dataset, layout: layout(dataset, fields, survey, schema, diagnostics), survey: survey)
        }
    }

    /// Whether other records are looked up here by key.
    private func isTarget(_ dataset: OpenDataset, _ schema: AuditSchema) -> Bool {
        schema.datasets.contains { other in
            other.isSupplied && other.links.contains { $0.target == dataset.schema.record }
        }
    }

    private func layout(
        _ dataset: OpenDataset,
        _ positions: [Int],
        _ survey: SurveyResult,
        _ schema: AuditSchema,
        _ diagnostics: DiagnosticsCollector
    ) -> RecordLayout {
        var columns: [Int] = []
        var fields = dataset.schema.fields.map { _ in RecordLayout.Field(slot: nil, format: .text) }
        for position in positions {
            let field = dataset.schema.fields[position]
            fields[position].format = dataset.settle(field, survey.evidence[position], diagnostics: diagnostics)
            guard let column = dataset.column(of: field.name) else { continue }
            fields[position].slot = columns.count
            columns.append(column)
        }
        let type = schema.recordType(of: dataset.schema.record) ?? RecordType(name: dataset.schema.record, fields: [])
        return RecordLayout(recordType: type, fields: fields, columns: columns)
    }

    /// The links that checks walk from a record to the list of those that lead to it.
    private func linkedRecords(_ world: World, _ plans: [DatasetChecks], _ scope: ScopeExpressions) -> [LinkedRecords] {
        var linked: [LinkedRecords] = []
        for dataset in world.datasets {
            for link in dataset.schema.links {
                guard let target = world.dataset(ofRecord: link.target), let field = dataset.fieldIndex(link.field),
                    let slot = dataset.layout.fields[field].slot,
                    plans.contains(where: { $0.dataset.name == target.name && $0.lists.contains(dataset.name) })
                        || scope.expressions.contains(where: { $0.variableReferences.contains(dataset.name) })
                else { continue }
                linked.append(
                    LinkedRecords(
                        dataset: dataset, target: target, column: dataset.layout.columns[slot], threads: options.threads
                    ))
            }
        }
        return linked
    }
}
