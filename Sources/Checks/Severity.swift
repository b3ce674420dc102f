/// How bad a finding is for the next invoice.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    case info, warning, error
    /// The invoice is rejected or unlawful, or goods leave for an insolvent buyer.
    case blocker

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        case .blocker: 3
        }
    }
}
