import ArgumentParser
import Audit
import Checks
import Diagnostics
import Foundation
import Tables

struct WaiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive",
        abstract: "Accept exceptions until a day.",
        discussion: """
            Adds a line for each finding to the plan's file of waivers ('waivers:
            waivers.csv'). All are added, or none.

            Example:
              keur waive PO-02-8f3a1c09d2e47b10 --reason "portal goes live in May" \\
                --approver "J. Smit" --expires 2027-05-31
            """
    )

    @Argument(help: "The findings, by their finding_id in the exception list.")
    var ids: [String]

    @Option(help: "Why the exception is accepted.")
    var reason: String

    @Option(help: "Who accepts it.")
    var approver: String

    @Option(help: "The last day on which it is accepted, e.g. 2026-12-31.")
    var expires: String

    @Option(help: "The plan; without it, audit.yaml in this folder.", completion: .file())
    var plan: String = "audit.yaml"

    func validate() throws {
        for (name, text) in [("--reason", reason), ("--approver", approver)] where text.trimmingBlanks.isEmpty {
            throw ValidationError("\(name) is empty; a waiver without it is refused")
        }
        _ = try day()
    }

    func run() throws {
        let diagnostics = DiagnosticsCollector()
        let plan = try PlanFile.read(self.plan, diagnostics)
        try diagnostics.failIfAny()
        var desk = try WaiverDesk(plan, at: self.plan)
        let knowledge = try desk.knowledge
        let expires = try day()
        var refusals: [String] = []
        var added: Set<String> = []
        for id in ids {
            let refusal: String?
            if !added.insert(id).inserted {
                refusal = "it is named twice"
            } else if let finding = try finding(id, in: knowledge) {
                refusal = desk.add(
                    finding, reason: reason.trimmingBlanks, approver: approver.trimmingBlanks, expires: expires)
            } else {
                refusal = unknown(id, in: knowledge)
            }
            if let refusal { refusals.append("\(id): \(refusal)") }
        }
        if !refusals.isEmpty {
            throw CommandFailure(
                text: (refusals + ["nothing was added to \(desk.file.path)"]).joined(separator: "\n"), code: .usage)
        }
        try desk.write()
        print("\(desk.file.path): \(ids.count) \(ids.count == 1 ? "waiver" : "waivers") added, until \(expires)")
        if case .nothing = knowledge {
            print("no exception list was found to look them up in: 'keur audit' tells whether they match")
        }
    }

    private func finding(_ id: String, in knowledge: WaiverDesk.Knowledge) throws(CommandFailure) -> ListedFinding? {
        switch knowledge {
        case .list(let list): return list[id]
        case .nothing: return ListedFinding(id: id)
        case .history(let history):
            do throws(HistoryError) { return try history.openFinding(id) } catch { throw CommandFailure(error) }
        }
    }

    private func unknown(_ id: String, in knowledge: WaiverDesk.Knowledge) -> String {
        switch knowledge {
        case .nothing: return "it is no finding's id; copy it from exceptions.csv"
        case .history: return "the history knows no such finding that is open; copy the id from the exception list"
        case .list(let list):
            let near = nearestName(id, among: list.keys.sorted()).map { "did you mean '\($0)'?" }
            return "the last exception list has no such finding; \(near ?? "copy the id from its column finding_id")"
        }
    }

    private func day() throws -> CalendarDate {
        switch EnteredDate(expires) {
        case .date(let date): return date
        case .ambiguous(let first, let second):
            throw ValidationError("--expires may mean \(first) or \(second); write it as \(first)")
        case .none: throw ValidationError("--expires should be a date like 2026-12-31")
        }
    }
}
