import ArgumentParser
import Checks
import Diagnostics
import Foundation

struct ChecksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checks",
        abstract: "The rules: what there is, why, are they well-formed, do their examples hold.",
        subcommands: [List.self, Explain.self, Lint.self, Test.self],
        defaultSubcommand: List.self
    )

    /// The packs named, or all that ship.
    fileprivate static func packs(_ names: [String], _ diagnostics: DiagnosticsCollector) -> [Pack] {
        let wanted = names.isEmpty ? Places.library.names : names
        return Places.library.packs(wanted.map { ($0, nil) }, from: "", diagnostics: diagnostics)
    }

    enum ListFormat: String, CaseIterable, ExpressibleByArgument {
        case text, markdown
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Every check: id, severity, title and who fixes it.")

        @Argument(help: "Packs or check files; all packs that ship when none is named.")
        var packs: [String] = []

        @Option(help: "text or markdown.")
        var format = ListFormat.text

        @Option(help: "Language of the titles: en or nl.")
        var language = "en"

        func validate() throws { try OptionRules.checkLanguage(language) }

        func run() throws {
            let diagnostics = DiagnosticsCollector()
            let packs = ChecksCommand.packs(packs, diagnostics)
            try diagnostics.failIfAny()
            print(
                format == .markdown
                    ? CheckList.markdown(packs, language: language) : CheckList.text(packs, language: language))
        }
    }

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "One check in full: what it asks, why, and how to fix it.")

        @Argument(help: "The check's id, e.g. PO-02.")
        var id: String

        @Argument(help: "Packs or check files to look in; all packs that ship when none is named.")
        var packs: [String] = []

        @Option(help: "Language: en or nl.")
        var language = "en"

        func validate() throws { try OptionRules.checkLanguage(language) }

        func run() throws {
            let diagnostics = DiagnosticsCollector()
            let all = ChecksCommand.packs(packs, diagnostics).flatMap(\.checks)
            try diagnostics.failIfAny()
            guard let check = all.first(where: { $0.id.lowercased() == id.lowercased() }) else {
                let near = nearestName(id, among: all.map(\.id)).map { "; did you mean '\($0)'?" } ?? ""
                throw CommandFailure(text: "there is no check '\(id)'\(near)", code: .usage)
            }
            print(CheckList.explanation(of: check, language: language))
        }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find every mistake in check files, with file, line and column."
        )

        @Argument(help: "Packs or check files; all packs that ship when none is named.")
        var packs: [String] = []

        func run() throws {
            let diagnostics = DiagnosticsCollector()
            let packs = ChecksCommand.packs(packs, diagnostics)
            let checks = CheckCompiler(schema: .standard, diagnostics: diagnostics).compile(packs)
            try diagnostics.failIfAny()
            print("\(packs.count) packs, \(checks.count) checks: no mistakes")
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Run the examples of check files.")

        @Argument(help: "Packs or check files; all packs that ship when none is named.")
        var packs: [String] = []

        func run() throws {
            let diagnostics = DiagnosticsCollector()
            let packs = ChecksCommand.packs(packs, diagnostics)
            let checks = CheckCompiler(schema: .standard, diagnostics: diagnostics).compile(packs)
            try diagnostics.failIfAny()
            var examples = 0
            for check in checks {
                examples += check.check.examples.count
                check.runExamples(diagnostics: diagnostics)
            }
            try diagnostics.failIfAny()
            print("\(checks.count) checks, \(examples) examples: all hold")
        }
    }
}
