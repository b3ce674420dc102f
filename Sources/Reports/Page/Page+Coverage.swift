import Audit
import Checks

/// What could not be checked and why, and what was read.
extension Page {
    var coverageView: [String: Any] {
        let coverage = result.coverage
        func sum(_ count: (CheckCoverage) -> Int) -> String { numbers.integer(coverage.reduce(0) { $0 + count($1) }) }
        var introduction = Texts.filled(
            texts.coverageIntroduction,
            [
                "checks": counted(coverage.count, texts.check), "results": sum { $0.records }, "pass": sum { $0.pass },
                "fail": sum { $0.fail }, "notApplicable": sum { $0.notApplicable }, "unknown": sum { $0.unknown },
            ])
        let notRun = coverage.filter(\.couldNotRun)
        let broke = coverage.filter { $0.unknown > 0 && !$0.couldNotRun }
        if notRun.isEmpty, broke.isEmpty { introduction += " " + texts.coverageComplete }
        return [
            "t": texts,
            "introduction": introduction,
            "blocks": [(texts.notRun, notRun), (texts.broke, broke)].filter { !$0.1.isEmpty }.map { title, checks in
                ["title": title, "reasons": reasons(checks)]
            },
            "every": Texts.filled(texts.everyCheck, ["count": numbers.integer(coverage.count)]),
            "rows": coverage.map { check in
                [
                    "id": check.checkID, "title": brief(check.title), "reason": brief(check.reason, limit: 400),
                    "records": numbers.integer(check.records), "pass": numbers.integer(check.pass),
                    "fail": numbers.integer(check.fail), "notApplicable": numbers.integer(check.notApplicable),
                    "unknown": numbers.integer(check.unknown),
                ]
            },
        ]
    }

    /// Checks by the reason they share, in the order of the packs.
    private func reasons(_ checks: [CheckCoverage]) -> [[String: Any]] {
        checks.groupedByReason().map { reason, members in
            [
                "reason": brief(reason.isEmpty ? texts.unknown : reason, limit: 400),
                "checks": members.enumerated().map { index, check in
                    [
                        "id": check.checkID, "title": brief(check.title),
                        "gap": index + 1 < members.count ? " · " : "",
                    ]
                },
            ]
        }
    }

    var dataView: [String: Any] {
        [
            "t": texts,
            "datasets": result.datasets.map { dataset in
                [
                    "name": dataset.name, "source": dataset.source, "read": numbers.integer(dataset.rowsRead),
                    "audited": numbers.integer(dataset.rowsAudited),
                    "quarantined": numbers.integer(dataset.rowsQuarantined),
                    "form": [dataset.encoding, delimiterText(dataset.delimiter)].filter { !$0.isEmpty }
                        .joined(separator: ", "),
                ]
            },
            "notes": [
                (texts.quarantinedRows, quarantine), (texts.missingFields, missingFields),
                (texts.remarksTitle, remarks),
            ].filter { !$0.1.isEmpty }.map { title, lines -> [String: Any] in
                ["title": title, "lines": lines.map { brief($0, limit: 1000) }]
            },
        ]
    }

    private func delimiterText(_ delimiter: String) -> String {
        switch delimiter {
        case "": ""
        case "tab", "\t": texts.tab
        default: "‘\(delimiter)’"
        }
    }

    private var quarantine: [String] {
        result.datasets.flatMap { dataset in
            var lines = dataset.quarantined.map { record in
                Texts.filled(
                    texts.quarantinedRow,
                    [
                        "source": dataset.source, "line": String(record.line),
                        "reason": record.reason,
                    ])
            }
            let more = dataset.rowsQuarantined - dataset.quarantined.count
            if more > 0 {
                lines.append(
                    Texts.filled(
                        texts.quarantinedMore, ["source": dataset.source, "count": numbers.integer(more)]))
            }
            return lines
        }
    }

    private var remarks: [String] {
        let waivers = result.waivers?.text(ReportLanguage(code: result.plan.language))
        let known = result.baseline?.text(ReportLanguage(code: result.plan.language))
        return result.remarks + (waivers.map { ["\(texts.waived): \($0)"] } ?? [])
            + (known.map { ["\(texts.known): \($0)"] } ?? [])
    }

    private var missingFields: [String] {
        result.datasets.filter { !$0.missingFields.isEmpty }.map { dataset in
            Texts.filled(
                texts.missingFieldsOf,
                ["dataset": dataset.name, "fields": dataset.missingFields.joined(separator: ", ")])
        }
    }

    var footView: [String: Any] {
        [
            "t": texts,
            "madeBy": Texts.filled(
                texts.madeBy,
                [
                    "version": result.plan.toolVersion, "date": numbers.date(result.plan.asOf),
                    "severity": texts.name(of: result.plan.failOn).lowercased(),
                ]),
        ]
    }
}

extension CheckCoverage {
    /// No record gave a result: what the check needs was not supplied.
    var couldNotRun: Bool { unknown > 0 && unknown == records }
}

extension [CheckCoverage] {
    /// The checks by their reason; reasons and checks in the order in which they come.
    func groupedByReason() -> [(reason: String, checks: [CheckCoverage])] {
        var groups: [(reason: String, checks: [CheckCoverage])] = []
        var places: [String: Int] = [:]
        for check in self {
            if let place = places[check.reason] {
                groups[place].checks.append(check)
            } else {
                places[check.reason] = groups.count
                groups.append((check.reason, [check]))
            }
        }
        return groups
    }
}
