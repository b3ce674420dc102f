/// What became of one case of a suite.
struct CaseOutcome: Sendable {
    enum Result: Sendable {
        case passed
        case failed(String)
        case skipped(reason: String)
        /// Left out, but not in the list of those that are left out on purpose.
        case unlisted(needs: String)
    }

    var id: String
    var result: Result
}

/// The outcomes of one file of cases.
struct SuiteReport: Sendable {
    var name: String
    var outcomes: [CaseOutcome]

    var passed: Int { outcomes.count { if case .passed = $0.result { true } else { false } } }
    var failed: Int { outcomes.count { if case .failed = $0.result { true } else { false } } }
    var skipped: Int { outcomes.count - passed - failed }
    var unlisted: Int { outcomes.count { if case .unlisted = $0.result { true } else { false } } }

    /// A line of counts, then a line for each failed case, then a line for each reason to skip.
    var lines: [String] {
        var lines = ["\(name): \(passed) passed, \(failed) failed, \(skipped) skipped"]
        var skippedByReason: [(reason: String, ids: [String])] = []
        for outcome in outcomes {
            switch outcome.result {
            case .passed: continue
            case .unlisted(let needs):
                lines.append("  left out, but not in the list: \(outcome.id): needs \(needs)")
            case .failed(let why): lines.append("  failed: \(outcome.id): \(why)")
            case .skipped(let reason):
                if let index = skippedByReason.firstIndex(where: { $0.reason == reason }) {
                    skippedByReason[index].ids.append(outcome.id)
                } else {
                    skippedByReason.append((reason, [outcome.id]))
                }
            }
        }
        return lines + skippedByReason.map { "  skipped \($0.ids.count): \($0.reason)" }
    }
}
