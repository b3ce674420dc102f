/// How the cash at risk of several findings adds up: decision 8.
enum CashAtRisk {
    /// Findings of one check at one customer: those on its own record are about the same money, those on its invoices and the
    /// like each about their own.
    static func ofOneCheck(_ one: Int64, _ other: Int64, isAboutCustomers: Bool) -> Int64 {
        isAboutCustomers ? max(one, other) : one.addingSaturated(other)
    }
}

extension Int64 {
    /// The sum, or the largest or smallest number when it is beyond that.
    @inline(__always)
    package func addingSaturated(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    /// The difference, or the largest or smallest number when it is beyond that.
    package func subtractingSaturated(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }
}
