import Audit
import Checks

/// The chart and table of the checks that put the most cash at risk.
extension Page {
    private static let checksShown = 12

    var hasPareto: Bool { result.coverage.contains { $0.cashAtRisk.hundredths > 0 } }

    var checksView: [String: Any] {
        let checks = failedChecks.filter { $0.cashAtRisk.hundredths > 0 }
        let total = checks.reduce(Int64(0)) { $0.addingSaturated($1.cashAtRisk.hundredths) }
        let shown = Array(checks.prefix(Self.checksShown))
        var sum: Int64 = 0
        let sums = shown.map { check in
            sum = sum.addingSaturated(check.cashAtRisk.hundredths)
            return sum
        }
        var introduction = texts.checksIntroduction
        if checks.count > shown.count {
            let more = Texts.filled(
                texts.checksMore,
                [
                    "shown": numbers.integer(shown.count), "all": numbers.integer(checks.count),
                    "title": texts.coverageTitle,
                ])
            introduction += " " + more
        }
        return [
            "t": texts,
            "introduction": introduction,
            "charts": [
                chart(shown, sums, of: total, kind: "widechart", width: 960, height: 330),
                chart(shown, sums, of: total, kind: "narrow", width: 350, height: 300),
            ],
            "rows": zip(shown, sums).map { check, sum in
                [
                    "id": check.checkID,
                    "title": brief(check.title),
                    "key": check.severity.rawValue,
                    "severity": texts.name(of: check.severity),
                    "failing": numbers.integer(check.fail - check.waived),
                    "cash": numbers.rounded(check.cashAtRisk),
                    "cumulative": numbers.share(sum, of: total),
                ]
            },
        ]
    }

    /// Columns and line on one scale, so that heights may be compared: shares of the sum of all checks, up to the
    /// share that those shown make up.
    private func chart(
        _ checks: [CheckCoverage], _ sums: [Int64], of total: Int64, kind: String, width: Double, height: Double
    ) -> [String: Any] {
        let isNarrow = kind == "narrow"
        let (left, right, top, bottom) = (0.0, width - 40, 22.0, height - (isNarrow ? 58 : 28))
        let reached = Double(sums.last ?? 0) / Double(max(1, total)) * 100
        let tickStep = [5, 10, 20, 25].first { reached / Double($0) <= 4.01 } ?? 25
        let limit = Int((reached / Double(tickStep) - 0.01).rounded(.up)) * tickStep
        func y(percent: Double) -> Double { bottom - (bottom - top) * percent / Double(max(1, limit)) }
        func y(_ amount: Int64) -> Double { y(percent: Double(amount) / Double(max(1, total)) * 100) }
        let step = (right - left) / Double(max(checks.count, isNarrow ? 6 : 8))
        let columnWidth = step * (isNarrow ? 0.64 : 0.6)
        let place = Self.coordinate

        let columns = zip(checks, sums).enumerated().map { index, pair -> [String: Any] in
            let amount = pair.0.cashAtRisk
            let middle = left + step * (Double(index) + 0.5)
            var view: [String: Any] = [
                "x": place(middle - columnWidth / 2), "y": place(y(amount.hundredths)), "width": place(columnWidth),
                "height": place(bottom - y(amount.hundredths)), "middle": place(middle),
                "name": brief(pair.0.checkID, limit: 10), "nameY": place(bottom + (isNarrow ? 14 : 18)),
                "turned": isNarrow,
                "title": "\(pair.0.checkID) \(brief(pair.0.title)): \(numbers.rounded(amount))",
            ]
            // Above the column, or inside where the line passes close above it, as it does at the first.
            let columnY = y(amount.hundredths)
            let isInside = columnY - y(pair.1) < 24
            if !isNarrow, !isInside || bottom - columnY > 24 {
                view["amount"] = numbers.short(amount)
                view["inside"] = isInside
                view["amountY"] = place(isInside ? columnY + 19 : columnY - 7)
            }
            return view
        }
        let dots = sums.enumerated().map { index, sum in
            ["x": place(left + step * (Double(index) + 0.5)), "y": place(y(sum))]
        }
        return [
            "kind": kind, "width": place(width), "height": place(height), "label": texts.checksChart,
            "left": place(left), "right": place(right), "bottom": place(bottom),
            "columns": columns,
            "dots": dots,
            "points": dots.map { "\($0["x"] ?? ""),\($0["y"] ?? "")" }.joined(separator: " "),
            "ticks": stride(from: tickStep, through: limit, by: tickStep).map { percent -> [String: Any] in
                let tickY = y(percent: Double(percent))
                return [
                    "x1": place(left), "x2": place(right), "y": place(tickY), "textX": place(width),
                    "textY": place(tickY + 4), "label": "\(percent)%",
                ]
            },
        ]
    }
}
