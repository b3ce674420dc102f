import Foundation
import TestSupport
import Testing

/// The help of every command.
@Suite struct HelpTests {
    private struct Command: Decodable {
        var commandName: String
        var discussion: String?
        var subcommands: [Command]?

        var all: [Command] { [self] + (subcommands ?? []).flatMap(\.all) }
    }

    /// What is longer is broken at column 80, and a table of examples falls apart.
    @Test func discussionsFitTheTerminal() throws {
        struct Dump: Decodable { var command: Command }
        try TestFiles.withTemporaryFolder { folder in
            let output = try BuiltCommand.run(["--experimental-dump-help"], in: folder).output
            let commands = try JSONDecoder().decode(Dump.self, from: Data(output.utf8)).command.all
            #expect(commands.contains { $0.commandName == "audit" })
            for command in commands {
                for line in (command.discussion ?? "").split(separator: "\n") {
                    #expect(line.count <= 78, "keur \(command.commandName): \(line)")
                }
            }
        }
    }
}
