public import Foundation
import Audit
import Checks
import Reports
import Tables

extension Assessment {
    /// The assessment for a CRM: one JSON object, one member to a line.
    ///
    /// `at` is when it was made, `file` where the evidence is kept.
    public func json(at moment: Date, toolVersion: String, file: String) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.newline()
            writer.member("verdict", verdict.rawValue)
            writer.newline()
            writer.key("reasons")
            writer.array(reasons) { writer, reason in
                writer.newline()
                writer.object {
                    $0.member("kind", reason.kind.rawValue)
                    $0.member("text", reason.text)
                    $0.member("check_id", reason.checkID)
                }
            }
            writer.newline()
            writer.key("missing")
            writer.array(missing) { writer, datum in
                writer.newline()
                writer.object { Self.write(datum, to: &$0) }
            }
            writer.newline()
            writer.key("findings")
            writer.array(findings) { writer, finding in
                writer.newline()
                writer.object { Self.write(finding, to: &$0) }
            }
            writer.newline()
            writer.key("duplicates")
            writer.array(duplicates) { writer, account in
                writer.newline()
                writer.object { Self.write(account, language, to: &$0) }
            }
            writer.newline()
            writer.key("email")
            if let letter {
                writer.object {
                    $0.member("language", letter.language.rawValue)
                    $0.member("subject", letter.subject)
                    $0.member("body", letter.body)
                }
            } else {
                writer.null()
            }
            writer.newline()
            writer.key("evidence")
            writer.object { writeEvidence(at: moment, toolVersion, file, to: &$0) }
            writer.newline()
        }
        return writer.finish().text + "\n"
    }

    private static func write(_ datum: MissingDatum, to writer: inout JSONWriter) {
        writer.member("field", datum.field)
        writer.member("problem", datum.problem.rawValue)
        writer.member("label", datum.label)
        writer.member("reason", datum.reason)
        writer.member("value", datum.value)
        writer.member("suggestion", datum.suggestion)
        writer.member("alternatives", datum.alternatives)
        writer.member("check_ids", datum.checkIDs)
        writer.key("ask_customer")
        writer.bool(datum.isForCustomer)
    }

    private static func write(_ finding: Finding, to writer: inout JSONWriter) {
        writer.member("check_id", finding.checkID)
        writer.member("severity", finding.severity.rawValue)
        writer.member("result", finding.result.rawValue)
        writer.member("title", finding.title)
        writer.member("field", finding.field)
        writer.member("value", finding.value)
        writer.member("message", finding.message)
        writer.member("fix", finding.fix)
        writer.member("owner", finding.owner)
        writer.member("suggestion", finding.suggestion)
    }

    private static func write(_ account: ExistingAccount, _ language: String, to writer: inout JSONWriter) {
        writer.member("customer_id", account.customerID)
        writer.member("legal_name", account.legalName)
        writer.member("city", account.city)
        writer.member("country", account.country)
        writer.member("relation", account.relation.rawValue)
        writer.key("score")
        writer.amount(hundredths: Int64((account.score * 100).rounded()))
        writer.member("why", OnboardingWording(language: language).evidence(account))
        writer.member("line", account.line)
    }

    private func writeEvidence(
        at moment: Date,
        _ toolVersion: String,
        _ file: String,
        to writer: inout JSONWriter
    ) {
        writer.member("file", file)
        writer.member("at", moment.formatted(.iso8601))
        writer.member("today", today.description)
        writer.member("tool_version", toolVersion)
        writer.newline()
        writer.key("prospect")
        writer.array(prospect.values.sorted { $0.key < $1.key }.map { ($0, $1) }) { writer, entry in
            writer.newline()
            writer.object {
                $0.member("field", entry.0)
                $0.member("value", entry.1.text)
                $0.member("from", entry.1.origin.name)
            }
        }
        writer.newline()
        writer.key("checks")
        writer.array(checks) { writer, check in
            writer.newline()
            writer.object {
                $0.member("check_id", check.checkID)
                $0.member("result", check.result)
            }
        }
        writer.newline()
        writer.key("sources")
        writer.array(sources) { writer, source in
            writer.newline()
            writer.object {
                $0.member("part", source.part)
                $0.member("provider", source.provider)
                $0.member("url", source.url)
                $0.member("request_id", source.requestID)
                $0.member("asked_at", source.askedAt)
            }
        }
    }
}

extension Prospect.Origin {
    /// As it stands in the evidence.
    var name: String {
        switch self {
        case .flag: "--set"
        case .form(let file): "form \(file)"
        case .invoice(let file): "invoice \(file)"
        case .answer: "answer at the terminal"
        }
    }
}
