public import ArgumentParser
import Audit
import Checks
import Diagnostics
import Foundation
public import Reports

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Earlier runs: what they found, how it went since, how long fixes take.",
        discussion: """
            Examples:
              keur history                    the runs of audit.yaml
              keur history trend --by owner   findings and cash of each owner, run by run
              keur history times --by check   days to fix, and how many fixes did not last
              keur history verify             whether the file is sound
            """,
        subcommands: [List.self, TrendCommand.self, Times.self, Verify.self],
        defaultSubcommand: List.self
    )

    struct Source: ParsableArguments {
        @Argument(help: "The plan; without it, audit.yaml in this folder.", completion: .file())
        var plan: String = "audit.yaml"

        func store() throws -> (HistoryStore, language: String) { try Memory.store(ofPlanAt: plan) }
    }

    struct Part: ParsableArguments {
        @Option(help: "Only the last N runs.")
        var last: Int?

        func validate() throws {
            if let last, last < 1 { throw ValidationError("--last should be a number of at least 1") }
        }
    }

    struct Printing: ParsableArguments {
        @Option(help: "text, csv or json.")
        var format: PrintedTable.Format = .text

        func show(_ table: PrintedTable, _ language: String) {
            let isNothing = format == .text && table.rows.isEmpty
            print(
                isNothing
                    ? TableWording(language: language).nothingYet + "\n" : table.text(as: format, language: language),
                terminator: "")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The runs, first to last.")

        @OptionGroup var source: Source
        @OptionGroup var printing: Printing
        @OptionGroup var part: Part

        func run() throws {
            let (store, language) = try source.store()
            try Memory.reading { () throws(HistoryError) in
                printing.show(PrintedTable(try store.runs(last: part.last)), language)
            }
        }
    }

    struct TrendCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "trend", abstract: "Findings and cash at risk, run by run.")

        @OptionGroup var source: Source
        @OptionGroup var printing: Printing
        @Option(help: "cause, check or owner.")
        var by: TrendGroup = .cause
        @OptionGroup var part: Part

        func run() throws {
            let (store, language) = try source.store()
            try Memory.reading { () throws(HistoryError) in
                printing.show(PrintedTable(try store.trends(by: by, last: part.last), by: by), language)
            }
        }
    }

    struct Times: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "How long fixes take, and which did not last.")

        @OptionGroup var source: Source
        @OptionGroup var printing: Printing
        @Option(help: "cause, check or owner.")
        var by: TrendGroup = .cause

        func run() throws {
            let (store, language) = try source.store()
            try Memory.reading { () throws(HistoryError) in
                printing.show(PrintedTable(try store.timesToFix(by: by), by: by), language)
            }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Whether the file is sound; exit code 3 if it is not.")

        @OptionGroup var source: Source

        func run() throws {
            let (store, language) = try source.store()
            try Memory.reading { () throws(HistoryError) in
                let problems = try store.verify()
                if !problems.isEmpty {
                    throw HistoryError.damaged(store.path, problems.joined(separator: "; "))
                }
                print(TableWording(language: language).isSound(store.path, runs: try store.runs().count))
            }
        }
    }
}

extension PrintedTable.Format: ExpressibleByArgument {}
extension TrendGroup: ExpressibleByArgument {}
