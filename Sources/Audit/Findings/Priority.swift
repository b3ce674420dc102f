import Checks
import Foundation

/// How urgent a finding is: 0…100, the product of cash at risk, severity and overdue share.
///
/// - Cash counts by its order of magnitude, from 0.1 for nothing at all to 1 for ten million: log10(1 + amount) / 7. The scale
///   is fixed, so a finding keeps its priority when another one comes or goes.
/// - Severity counts 1 for a blocker, 0.75 for an error, 0.5 for a warning, 0.25 for an info.
/// - The overdue share of the customer's open amount lifts the rest from 0.75 to 1.
enum Priority {
    static func of(cashAtRisk hundredths: Int64, severity: Severity, overdueShare: Double) -> Int {
        let amount = Double(max(0, hundredths)) / 100
        let cash = min(1, max(0.1, log10(1 + amount) / 7))
        let overdue = 0.75 + 0.25 * min(1, max(0, overdueShare))
        return Int((100 * cash * weight(of: severity) * overdue).rounded())
    }

    private static func weight(of severity: Severity) -> Double {
        switch severity {
        case .blocker: 1
        case .error: 0.75
        case .warning: 0.5
        case .info: 0.25
        }
    }
}
