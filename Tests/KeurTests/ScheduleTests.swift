import Foundation
import TestSupport
import Testing

@Suite struct ScheduleTests {
    /// Every character that systemd, a shell or cron has a use for.
    private static let hostile = "a b%d$HOME'\"\\;"

    private func shown(_ text: String, _ folder: URL) -> String {
        let executable = BuiltCommand.executable.standardizedFileURL.path
        return text.replacingOccurrences(of: folder.standardizedFileURL.path, with: "/data")
            .replacingOccurrences(of: executable, with: "/usr/bin/keur")
            .replacingOccurrences(of: TestFiles.root.path, with: "/usr/share/keur")
            .replacingOccurrences(
                of: #"keur-[A-Za-z0-9-]+-[0-9a-f]{5,8}\b"#, with: "keur-NAME", options: .regularExpression)
    }

    private func withPlan(_ name: String, _ body: (URL, String) throws -> Void) throws {
        try TestFiles.withTemporaryFolder { folder in
            let own = folder.appending(path: name)
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            try Data("name: P\ndatasets:\n  customers: { source: c.csv }\n".utf8).write(
                to: own.appending(path: "audit.yaml"))
            try body(folder, "\(name)/audit.yaml")
        }
    }

    @Test(arguments: [("plain", "plain"), ("hostile", hostile)])
    func unitsAndCrontabLine(golden: String, name: String) throws {
        try withPlan(name) { folder, plan in
            let units = try BuiltCommand.run(["schedule", plan], in: folder)
            #expect(units.code == 0, "\(units.error)")
            #expect(units.output.contains("ProtectSystem=strict"))
            // A user's units leave out what only the system's manager can give.
            if getuid() == 0 {
                let file = TestFiles.fixture("Golden/schedule-\(golden).txt")
                #expect(try Golden.difference(shown(units.output, folder), from: file) == nil)
            }
            let cron = try BuiltCommand.run(["schedule", plan, "--cron", "--at", "4:05"], in: folder)
            #expect(
                try Golden.difference(shown(cron.output, folder), from: TestFiles.fixture("Golden/cron-\(golden).txt"))
                    == nil)
        }
    }

    @Test func theCrontabLineRunsAsItStands() throws {
        try withPlan(Self.hostile) { folder, plan in
            let cron = try BuiltCommand.run(["schedule", plan, "--cron"], in: folder)
            // What cron hands to the shell: the line behind the five times, its percent signs restored.
            let command = cron.output.split(separator: " ", maxSplits: 5)[5].replacing("\\%", with: "%")
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", String(command)]
            process.currentDirectoryURL = URL(filePath: "/")
            let errors = Pipe()
            process.standardError = errors
            try process.run()
            let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            // The plan was found, and read; its customers are not there.
            #expect(process.terminationStatus == 3)
            #expect(said.contains("c.csv: there is no such file"), "\(said)")
        }
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")),
        arguments: ["plain", hostile])
    func systemdTakesTheUnits(name: String) throws {
        try withPlan(name) { folder, plan in
            let units = try BuiltCommand.run(["schedule", plan], in: folder)
            let parts = units.output.components(separatedBy: "### ").filter { !$0.isEmpty }
            #expect(parts.count == 2)
            var files: [String] = []
            for part in parts {
                let name = String(part.prefix { $0 != "\n" })
                try Data(part.drop { $0 != "\n" }.utf8).write(to: folder.appending(path: name))
                files.append(folder.appending(path: name).path)
            }
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/systemd-analyze")
            process.arguments = ["verify", "--man=no", "--generators=no"] + files
            let output = Pipe()
            process.standardError = output
            try process.run()
            let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            // What it says of other units of the machine is none of ours.
            #expect(said.split(separator: "\n").filter { $0.contains("keur-") } == [], "\(said)")
        }
    }

    @Test func unitsAreInstalledWhereSystemdLooks() throws {
        guard getuid() != 0 else { return }
        try withPlan("plain") { folder, plan in
            let configuration = folder.appending(path: "config").path
            let run = try BuiltCommand.run(
                ["schedule", plan, "--install"], environment: ["XDG_CONFIG_HOME": configuration], in: folder)
            #expect(run.code == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(configuration)/systemd/user").count == 2)
        }
    }

    @Test(arguments: [
        (["--at", "25:00"], "--at should be a time like 03:30"),
        (["--at", "03:30", "--on-calendar", "daily"], "--at and --on-calendar both say when"),
        (["--cron", "--on-calendar", "daily"], "--on-calendar is systemd's"),
    ])
    func aMistakeIsSaid(arguments: [String], message: String) throws {
        try withPlan("plain") { folder, plan in
            let run = try BuiltCommand.run(["schedule", plan] + arguments, in: folder)
            #expect(run.code == 2)
            #expect(run.error.contains(message))
        }
    }
}
