import Checks
public import Enrichment
public import Tables

/// Finds the accounts of a plan that are a prospect's own, or its group's, in one pass over the customers.
public struct AccountSearch: Sendable {
    private let customers: OpenDataset
    private let threads: Int

    /// Nil when the plan has no customers. Throws when they cannot be read.
    public init?(_ plan: Plan, threads: Int) throws(SourceError) {
        guard let dataset = plan.datasets.first(where: { $0.name == "customers" }) else { return nil }
        customers = try OpenDataset(dataset, folder: plan.folder, diagnostics: .init())
        self.threads = threads
    }

    /// The accounts with the closest first: the same entity, then possible ones, then the group's.
    ///
    /// `values` are fields of the prospect; `parents` its direct and ultimate parent, as far as registers know them.
    public func accounts(
        like values: [String: String],
        parents: [Subject] = [],
        language: String
    ) -> [ExistingAccount] {
        let fields = AccountProbe.fields.filter { customers.column(of: $0) != nil }
        let probe = AccountProbe(values, parents: parents, in: fields, language: language)
        let found = customers.file.scan(
            fields.compactMap { customers.column(of: $0) },
            threads: threads,
            makeState: { [ExistingAccount]() },
            body: { accounts, batch in
                let columns = fields.indices.map { batch.column($0) }
                for index in 0..<batch.count {
                    guard var account = probe.account({ columns[$0][index] }) else { continue }
                    account.line = Int(batch.lines[index])
                    accounts.append(account)
                }
            }
        )
        var accounts: [ExistingAccount] = []
        for piece in found.pieces {
            accounts += piece.state.map { account in
                var account = account
                account.line += piece.firstLine
                return account
            }
        }
        return accounts.sorted { left, right in
            let (first, second) = (left.relation.order, right.relation.order)
            return (first, -left.score, left.line) < (second, -right.score, right.line)
        }
    }
}

extension ExistingAccount.Relation {
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
