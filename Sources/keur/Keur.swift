import ArgumentParser
import Foundation

@main struct Keur: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keur",
        abstract: "Audits customer master data, so that invoices reach whoever pays them.",
        discussion: """
            Start with your own extract:
              keur map customers.csv     how its columns are understood, and a first plan
              keur audit customers.csv   the standard checks on it
              keur audit audit.yaml      what a plan says: scope, links, checks
              keur onboard               whether a new customer can be taken on
              keur id NL004495445B01     which identifier this is, and whether it holds

            Exit codes: 0 nothing at or above --fail-on, 1 exceptions, 2 a mistake in the
            command, the plan or a check file, 3 a source cannot be read, 4 no exceptions,
            but checks that could not be evaluated, or sources outside that could not
            tell, 5 another run has the plan, or the time was up.
            """,
        version: version,
        subcommands: [
            AuditCommand.self, OnboardCommand.self, ScheduleCommand.self, EnrichCommand.self, WaiveCommand.self,
            ApplyCommand.self, HistoryCommand.self, DiffCommand.self, ChecksCommand.self, ConnectorsCommand.self,
            MapCommand.self,
            IdCommand.self, EvalCommand.self,
        ]
    )

    static let version = "0.1.0"

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asking = command as? any AsyncParsableCommand {
                try await asking.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            failure.exit()
        } catch {
            let code = exitCode(for: error)
            guard code == .validationFailure else { exit(withError: error) }
            CommandFailure(text: fullMessage(for: error) + suggestion(for: CommandLine.arguments), code: .usage).exit()
        }
    }

    /// The nearest command to a misspelt one, which the parser itself does not name.
    private static func suggestion(for arguments: [String]) -> String {
        guard arguments.count > 1, !arguments[1].hasPrefix("-") else { return "" }
        let names = configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !names.contains(arguments[1]), let near = nearestName(arguments[1], among: names) else { return "" }
        return "\nDid you mean 'keur \(near)'?"
    }
}
