import Audit

/// How it went run by run: what came and what went, the cash at risk, and how long fixes took.
extension Page {
    /// One run has no course.
    var course: HistoryCourse? { result.course.flatMap { $0.runs.count > 1 ? $0 : nil } }

    func courseView(_ course: HistoryCourse) -> [String: Any] {
        var view: [String: Any] = [
            "t": texts,
            "introduction": Texts.filled(
                texts.courseIntroduction,
                [
                    "runs": numbers.integer(course.runs.count), "from": numbers.date(course.runs[0].asOf),
                    "to": numbers.date(result.plan.asOf),
                ]),
            "charts": [
                chart(course.runs, kind: "widechart", width: 960, height: 330),
                chart(course.runs, kind: "narrow", width: 350, height: 360),
            ],
            "rows": course.causes.compactMap { row($0, course) },
        ]
        if let all = course.times.first {
            view["times"] = Texts.filled(
                texts.courseTimes,
                [
                    "fixed": numbers.integer(all.fixed), "median": numbers.integer(all.medianDays),
                    "ninety": numbers.integer(all.ninetiethPercentileDays), "back": numbers.integer(all.reopened),
                ])
        }
        return view
    }

    private func row(_ trend: Trend, _ course: HistoryCourse) -> [String: Any]? {
        let counts = course.runs.map { run in trend.points.first { $0.run == run.number }?.findings ?? 0 }
        guard counts.contains(where: { $0 > 0 }) else { return nil }
        let times = course.times.first { $0.name == trend.name }
        let step = 116 / Double(max(1, counts.count - 1))
        let largest = Double(max(1, counts.max() ?? 1))
        let last = trend.points.first { $0.run == course.runs.last?.number }
        return [
            "name": texts.causes[trend.name] ?? brief(trend.name),
            "label": counts.map(numbers.integer).joined(separator: ", "),
            "points": counts.enumerated().map { index, count in
                "\(Self.coordinate(2 + Double(index) * step)),\(Self.coordinate(18 - Double(count) / largest * 16))"
            }.joined(separator: " "),
            "findings": numbers.integer(counts.last ?? 0),
            "cash": last.map { numbers.rounded($0.cashAtRisk) } ?? "–",
            "median": times.map { numbers.integer($0.medianDays) } ?? "–",
            "ninety": times.map { numbers.integer($0.ninetiethPercentileDays) } ?? "–",
            "back": times.map { numbers.integer($0.reopened) } ?? "–",
        ]
    }

    /// The cash above as a line with a scale of its own; below what came, upwards, and what went, downwards, on one scale.
    private func chart(_ runs: [RecordedRun], kind: String, width: Double, height: Double) -> [String: Any] {
        let isNarrow = kind == "narrow"
        let place = Self.coordinate
        let (lineTop, lineBottom) = (24.0, 90.0)
        let (top, bottom) = (122.0, height - (isNarrow ? 92 : 42))
        let up = runs.map { $0.new + $0.reopened }
        let down = runs.map { $0.fixed + $0.gone }
        let scale = (bottom - top) / Double(max(1, (up.max() ?? 0) + (down.max() ?? 0)))
        let axis = top + Double(up.max() ?? 0) * scale
        let step = width / Double(max(runs.count, isNarrow ? 4 : 6))
        let columnWidth = step * 0.5
        let most = Double(max(1, runs.map(\.cashAtRisk.hundredths).max() ?? 1))
        let showsAmounts = runs.count <= (isNarrow ? 5 : 12)

        let columns = runs.enumerated().map { index, run -> [String: Any] in
            let middle = step * (Double(index) + 0.5)
            let title = Texts.filled(
                texts.courseRun,
                [
                    "date": numbers.date(run.asOf), "new": numbers.integer(run.new),
                    "reopened": numbers.integer(run.reopened), "fixed": numbers.integer(run.fixed),
                    "gone": numbers.integer(run.gone),
                ])
            var parts: [[String: Any]] = []
            func add(_ key: String, _ count: Int, from y: Double) {
                guard count > 0 else { return }
                parts.append([
                    "key": key, "x": place(middle - columnWidth / 2), "y": place(y), "width": place(columnWidth),
                    "height": place(Double(count) * scale), "title": title,
                ])
            }
            add("blocker", run.new, from: axis - Double(run.new) * scale)
            add("error", run.reopened, from: axis - Double(run.new + run.reopened) * scale)
            add("warning", run.fixed, from: axis)
            add("info", run.gone, from: axis + Double(run.fixed) * scale)
            var view: [String: Any] = [
                "parts": parts, "middle": place(middle), "date": numbers.date(run.asOf), "turned": isNarrow,
                "dateY": place(height - (isNarrow ? 66 : 4)),
                "aboveY": place(axis - Double(up[index]) * scale - 5),
                "belowY": place(axis + Double(down[index]) * scale + 14),
            ]
            if up[index] > 0 { view["above"] = "+\(numbers.integer(up[index]))" }
            if down[index] > 0 { view["below"] = "−\(numbers.integer(down[index]))" }
            return view
        }
        let dots = runs.enumerated().map { index, run -> [String: Any] in
            let y = lineBottom - Double(run.cashAtRisk.hundredths) / most * (lineBottom - lineTop)
            var view: [String: Any] = [
                "x": place(step * (Double(index) + 0.5)), "y": place(y), "textY": place(y - 9),
                "title": "\(numbers.date(run.asOf)): \(numbers.rounded(run.cashAtRisk))",
            ]
            if showsAmounts { view["amount"] = numbers.short(run.cashAtRisk) }
            return view
        }
        return [
            "t": texts, "kind": kind, "width": place(width), "height": place(height), "axis": place(axis),
            "columns": columns, "dots": dots,
            "points": dots.map { "\($0["x"] ?? ""),\($0["y"] ?? "")" }.joined(separator: " "),
        ]
    }
}
