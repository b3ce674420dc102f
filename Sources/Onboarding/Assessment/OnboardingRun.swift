public import Audit
public import Checks
public import Enrichment
import Tables

/// Looks at one prospect: the plan's checks on it, its accounts among the plan's customers, what outside sources say.
public struct OnboardingRun: Sendable {
    public typealias Asking = @Sendable ([Inquiry]) async throws -> [OutsideAnswer]

    private let plan: Plan
    private let packs: [Pack]
    private let options: AuditRun.Options
    private let outsideParts: Set<NormalForm.Part>
    private let asking: Asking

    /// `outsideParts` is what `asking` can be asked for; it gives nothing where there is no outside source.
    public init(
        plan: Plan,
        packs: [Pack],
        options: AuditRun.Options,
        outsideParts: Set<NormalForm.Part> = [],
        asking: @escaping Asking = { _ in [] }
    ) {
        self.plan = plan
        self.packs = packs
        self.options = options
        self.outsideParts = outsideParts
        self.asking = asking
    }

    /// Throws an `AuditError` when the plan, its checks or its customers cannot be used, and what asking throws.
    public func assessment(of prospect: Prospect) async throws -> Assessment {
        let (audited, search) = try sources(prospect)
        let prepared = try AuditRun(plan: audited, packs: packs, options: options, outsideParts: outsideParts)
            .prepared()
        let answers = try await asking(prepared.inquiries())
        return Assessment(
            prospect,
            try prepared.result(outside: answers),
            duplicates: search?.accounts(
                like: prospect.values.mapValues(\.text), parents: answers.first?.parents ?? [], language: plan.language)
                ?? [],
            answer: answers.first,
            rejecting: plan.rejectingChecks
        )
    }

    private func sources(_ prospect: Prospect) throws(AuditError) -> (Plan, AccountSearch?) {
        do throws(SourceError) {
            return (try plan.auditing(prospect.record), try AccountSearch(plan, threads: options.threads))
        } catch {
            throw .source(error)
        }
    }
}
