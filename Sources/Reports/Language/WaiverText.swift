import Audit

extension Baseline {
    /// How many findings are known debt, and since when.
    func text(_ language: ReportLanguage) -> String {
        Texts.filled(
            language.texts.knownLine(count),
            ["count": language.numbers.integer(count), "date": language.numbers.date(day)])
    }
}

extension WaiverOutcome {
    /// What the waivers did, in one sentence; nil when there is nothing to say.
    func text(_ language: ReportLanguage) -> String? {
        let (texts, numbers) = (language.texts, language.numbers)
        func counted(_ count: Int, _ noun: Texts.Noun) -> String {
            Texts.filled(
                noun(count),
                ["count": numbers.integer(count), "cash": numbers.rounded(waivedCash)])
        }
        var parts: [String] = []
        if waivedFindings > 0 { parts.append(counted(waivedFindings, texts.waivedLine)) }
        if !raisingAgain.isEmpty { parts.append(counted(raisingAgain.count, texts.waiversExpired)) }
        if !unmatched.isEmpty { parts.append(counted(unmatched.count, texts.waiversUnmatched)) }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
