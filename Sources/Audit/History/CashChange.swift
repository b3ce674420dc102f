/// What is different about a finding, and what that does to the cash at risk.
package protocol CashChange {
    associatedtype Kind: Equatable
    var kind: Kind { get }
    var cashBefore: Money { get }
    var cashAfter: Money { get }
}

extension Sequence where Element: CashChange {
    /// How many of a kind, and the cash at risk of them before and after, in hundredths.
    func total(of kind: Element.Kind) -> (count: Int, cashBefore: Int64, cashAfter: Int64) {
        reduce((0, 0, 0)) { sum, change in
            guard change.kind == kind else { return sum }
            return (
                sum.0 + 1, sum.1.addingSaturated(change.cashBefore.hundredths),
                sum.2.addingSaturated(change.cashAfter.hundredths)
            )
        }
    }
}
