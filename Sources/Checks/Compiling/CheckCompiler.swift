import CEL
import Diagnostics

/// Compiles the checks of packs against the data's schema; every mistake goes to `diagnostics`.
public struct CheckCompiler {
    private let schema: AuditSchema
    private let diagnostics: DiagnosticsCollector

    public init(schema: AuditSchema, diagnostics: DiagnosticsCollector) {
        self.schema = schema
        self.diagnostics = diagnostics
    }

    /// The compiled checks of all packs, in order. Ids must be unique over all of them.
    ///
    /// `overrides` are the plan's `params`, which take the place of the packs' own.
    public func compile(_ packs: [Pack], overrides: [Parameter] = []) -> [CompiledCheck] {
        reportDuplicateIDs(in: packs)
        report(unknown: overrides, in: packs)
        return packs.flatMap { pack in
            let parameters = pack.parameters.map { overridden($0, by: overrides) }
            var environments: [String: CheckEnvironment] = [:]
            return pack.checks.compactMap { check -> CompiledCheck? in
                if environments[check.record] == nil {
                    environments[check.record] = CheckEnvironment(
                        schema: schema,
                        record: check.record,
                        parameters: parameters
                    )
                }
                guard let environment = environments[check.record] else {
                    let known = schema.datasets.map(\.record)
                    diagnostics.report(
                        "there are no '\(check.record)' records",
                        help: didYouMean(check.record, among: known) ?? "known are \(known.joined(separator: ", "))",
                        at: check.recordLocation
                    )
                    return nil
                }
                return compile(check, in: environment, parameters: parameters)
            }
        }
    }

    private func reportDuplicateIDs(in packs: [Pack]) {
        var first: [String: Check] = [:]
        for check in packs.flatMap(\.checks) {
            if let other = first[check.id] {
                diagnostics.report(
                    "there are two checks '\(check.id)'",
                    help: "the other one stands at \(other.location)",
                    at: check.location
                )
            } else {
                first[check.id] = check
            }
        }
    }

    private func report(unknown overrides: [Parameter], in packs: [Pack]) {
        let known = packs.flatMap(\.parameters).map(\.name)
        for override in overrides where !known.contains(override.name) {
            diagnostics.report(
                "no check of this plan has a parameter '\(override.name)'",
                help: didYouMean(override.name, among: known),
                at: override.location
            )
        }
    }

    private func overridden(_ parameter: Parameter, by overrides: [Parameter]) -> Parameter {
        guard let override = overrides.first(where: { $0.name == parameter.name }) else { return parameter }
        var value = override.value
        if case .int(let number) = value, case .double = parameter.value { value = .double(Double(number)) }
        guard value.type == parameter.value.type else {
            diagnostics.report(
                "'\(parameter.name)' should be \(parameter.value.type) like the check file's, not \(value.type)",
                at: override.location
            )
            return parameter
        }
        return Parameter(name: parameter.name, value: value, location: override.location)
    }

    private func compile(
        _ check: Check,
        in environment: CheckEnvironment,
        parameters: [Parameter]
    ) -> CompiledCheck? {
        let condition = check.condition.map { expression($0, .bool, "'when'", in: environment) }
        let rule: CompiledCheck.Rule?
        switch check.rule {
        case .assert(let source):
            rule = expression(source, .bool, "'assert'", in: environment).map { .assert($0) }
        case .unique(let sources):
            let keys = sources.compactMap { key($0, in: environment) }
            rule = keys.count == sources.count ? .unique(keys) : nil
        case .similar(let sources):
            rule = similarity(sources, in: environment).map { .similar($0) }
        }
        let impact = check.impact.map { expression($0, .double, "'impact'", in: environment) }
        let suggestion = check.suggestion.map {
            expression($0, .string, "'suggest'", in: environment.forWording(of: check))
        }
        let messages = messages(of: check, in: environment.forWording(of: check))
        reportUnknownFields(of: check, in: environment)
        let others = [condition, impact, suggestion].compactMap { $0 }
        guard let rule, others.allSatisfy({ $0 != nil }) else { return nil }
        reportCost(of: check, rule, others.compactMap { $0 } + messages.values.flatMap(\.expressions), in: environment)
        let missing = MissingData(environment: environment, optional: Set(check.optional.map(\.name)))
        return CompiledCheck(
            check: check,
            environment: environment,
            parameters: ParameterRecord(parameters, in: environment),
            condition: condition ?? nil,
            rule: rule,
            impact: impact ?? nil,
            suggestion: (suggestion ?? nil).map {
                ($0, Program($0, in: environment.forWording(of: check).environment))
            },
            messages: messages,
            missingForCondition: missing.names(in: [condition ?? nil].compactMap { $0 }),
            missingForRule: missing.names(in: rule.expressions)
        )
    }

    /// Each expression of a check has a limit of its own; several of them together may still take too long.
    private func reportCost(
        of check: Check,
        _ rule: CompiledCheck.Rule,
        _ others: [CheckedExpression],
        in environment: CheckEnvironment
    ) {
        let limit = environment.environment.limits.estimatedSteps
        let estimates = (rule.expressions + others).map { $0.estimatedCost(limit: limit).steps }
        let total = CostEstimate(steps: estimates.reduce(0, +), offset: 0)
        guard total.steps > Double(limit * 2) else { return }
        diagnostics.report(
            "the expressions of '\(check.id)' may together take \(total.inWords) steps for one record, more than \(CostEstimate.grouped(limit * 2))",
            help: "make it several checks, or ask for less in its messages",
            at: check.location
        )
    }

    private func similarity(
        _ sources: Similarity<SourceText>,
        in environment: CheckEnvironment
    ) -> Similarity<CheckedExpression>? {
        let compiled = sources.map { expression($0, .string, "'similar'", in: environment) }
        guard let name = compiled.name, compiled.all.allSatisfy({ $0 != nil }) else { return nil }
        return Similarity(
            name: name,
            same: compiled.same.compactMap { $0 },
            places: compiled.places.compactMap { $0 },
            identifiers: compiled.identifiers.compactMap { $0 },
            threshold: compiled.threshold
        )
    }

    /// Keys are compared as texts, so that what is blank never collides.
    private func key(_ source: SourceText, in environment: CheckEnvironment) -> CheckedExpression? {
        guard let key = expression(source, nil, "'unique'", in: environment) else { return nil }
        guard [.string, .dyn].contains(key.type) else {
            diagnostics.report(
                "'unique' compares texts, and this is \(key.type)", help: "write string(\(source.text))",
                at: source.location(ofOffset: 0))
            return nil
        }
        return key
    }

    private func expression(
        _ source: SourceText,
        _ wanted: CELType?,
        _ what: String,
        in environment: CheckEnvironment
    ) -> CheckedExpression? {
        diagnostics.expression(source, wanted, what, in: environment.environment)
    }

    private func messages(of check: Check, in environment: CheckEnvironment) -> [String: CompiledMessage] {
        var messages: [String: CompiledMessage] = [:]
        for (language, source) in check.message?.versions ?? [] {
            guard let template = diagnostics.template(source, "the message", in: environment.environment) else {
                continue
            }
            for language in language.map({ [$0] }) ?? LocalizedText.languages {
                messages[language] = CompiledMessage(template, language: language)
            }
        }
        return messages
    }

    private func reportUnknownFields(of check: Check, in environment: CheckEnvironment) {
        guard let dataset = schema.dataset(ofRecord: check.record) else { return }
        let own = dataset.fields.map(\.name)
        if let field = check.field, !own.contains(field.name) {
            diagnostics.report(
                "\(check.record) has no field '\(field.name)'",
                help: didYouMean(field.name, among: own),
                at: field.location
            )
        }
        let all = Set(schema.datasets.flatMap { $0.fields.map(\.name) + [$0.dataset] })
        for optional in check.optional where !all.contains(optional.name) {
            diagnostics.report(
                "no record has a field '\(optional.name)'",
                help: didYouMean(optional.name, among: own + all.sorted()),
                at: optional.location
            )
        }
    }
}

/// Finds what expressions name and nobody supplied.
struct MissingData {
    let environment: CheckEnvironment
    let optional: Set<String>

    /// In words, each once, in order of appearance.
    func names(in expressions: [CheckedExpression]) -> [String] {
        var names: [String] = []
        func add(_ name: String) { if !names.contains(name) { names.append(name) } }
        for expression in expressions {
            for variable in expression.variableReferences.sorted() {
                if environment.isMissingOutside(variable) { add(variable) }
                if variable == PreviousRecord.name, environment.schema.previous?.isSupplied == false {
                    add(variable)
                }
                if let dataset = environment.schema.datasets.first(where: { $0.dataset == variable }),
                    !dataset.isSupplied, !optional.contains(variable)
                {
                    add("dataset \(variable)")
                }
            }
            for reference in expression.fieldReferences {
                if let name = missingName(reference) { add(name) }
            }
        }
        return names
    }

    private func missingName(_ reference: FieldReference) -> String? {
        if reference.record == PreviousRecord.name, let previous = environment.schema.previous, previous.isSupplied {
            return previous.field(reference.field)?.isSupplied == false
                ? "\(reference.record).\(reference.field) (not kept by the last run)" : nil
        }
        guard let dataset = environment.schema.dataset(ofRecord: reference.record) else { return nil }
        // That a whole dataset is missing is said once, not for each of its fields.
        guard dataset.isSupplied else { return nil }
        let name: String
        if let link = dataset.links.first(where: { $0.name == reference.field }) {
            let target = environment.schema.dataset(ofRecord: link.target)
            if target?.isSupplied != true { return "dataset \(target?.dataset ?? link.target)" }
            name = link.field
        } else {
            name = reference.field
        }
        guard let field = dataset.field(name), !field.isSupplied, !optional.contains(name) else { return nil }
        return "\(reference.record).\(name)"
    }
}
