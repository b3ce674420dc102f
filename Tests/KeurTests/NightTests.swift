import Foundation
import TestSupport
import Testing

/// Runs from cron: one at a time, silent when nothing is new, ended when the time is up.
@Suite struct NightTests {
    private static func write(_ customers: [(id: String, vat: String)], to folder: URL, plan: String = "") throws {
        var files = WaiveCommandTests.files
        files["c.csv"] =
            "customer_id,legal_name,vat_number,open_amount\n"
            + customers.map { "\($0.id),Secretive & Sons,\($0.vat),100\n" }.joined()
        files["audit.yaml", default: ""] += "\n\(plan)\n"
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    }

    private func text(_ name: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    private func audit(_ options: String..., in folder: URL) throws -> BuiltCommand.Run {
        try BuiltCommand.run(["audit", "--quiet"] + options, in: folder)
    }

    // MARK: The lock

    @Test func secondRunOfAPlanDoesNotStartAndADeadOneLeavesNoLock() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write((0..<30_000).map { ("\($0)", "") }, to: folder)
            let first = try KeurRun.process(["audit", "--quiet"], in: folder)
            try first.run()
            let lock = folder.appending(path: ".keur/audit.yaml.lock")
            while (try? Data(contentsOf: lock))?.isEmpty != false { usleep(1000) }
            kill(first.processIdentifier, SIGSTOP)
            #expect(first.isRunning)
            let second = try audit(in: folder)
            #expect(second.code == 5 && second.output.isEmpty)
            #expect(
                second.error.hasPrefix(
                    "audit.yaml: another run of this plan is under way (pid \(first.processIdentifier), since 20"),
                "\(second.error)")
            kill(first.processIdentifier, SIGKILL)
            first.waitUntilExit()
            #expect(try audit(in: folder).code == 1)
        }
    }

    // MARK: What is new

    @Test func nothingNewIsSilence() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write([("1", ""), ("2", "NL1")], to: folder)
            let first = try audit("--only", "new", in: folder)
            #expect(first.code == 1, "\(first.error)")
            #expect(first.output.contains("1 finding at or above ‘error’, 100 at risk"), "\(first.output)")
            let second = try audit("--only", "new", in: folder)
            #expect(second.code == 0 && second.output.isEmpty && second.error.isEmpty, "\(second)")
            #expect(try text("out/exceptions.csv", in: folder).contains("open,fail"))
            #expect(try text("out/only.csv", in: folder).split(separator: "\r\n").count == 1)
            #expect(try audit("--only", "new,open", in: folder).code == 1)
            try Self.write([("1", ""), ("2", ""), ("3", "")], to: folder)
            let third = try audit("--only", "new", in: folder)
            #expect(third.code == 1 && third.output.contains("2 findings"), "\(third)")
            let rows = try text("out/only.csv", in: folder).split(separator: "\r\n").dropFirst()
            #expect(rows.count == 2 && rows.allSatisfy { $0.contains(",new,fail,") })
            let wrong = try audit("--only", "waived", in: folder)
            #expect(wrong.code == 2 && wrong.error.contains("it takes new, open, reopened"), "\(wrong.error)")
        }
    }

    @Test func knownDebtRaisesNoAlarmUntilItComesBack() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write([("1", ""), ("2", ""), ("3", "NL1")], to: folder)
            #expect(try audit(in: folder).code == 1)
            #expect(try audit("--baseline", in: folder).code == 0)
            let known = try BuiltCommand.run(["audit"], in: folder)
            #expect(known.code == 0 && known.output.contains("2 findings are known debt since"), "\(known.output)")
            // It is debt all the same: the totals have it.
            #expect(known.output.contains("2 errors"), "\(known.output)")
            try Self.write([("1", ""), ("2", "NL2"), ("3", "NL1")], to: folder)
            #expect(try audit(in: folder).code == 0)
            try Self.write([("1", ""), ("2", ""), ("3", "NL1")], to: folder)
            let back = try audit(in: folder)
            #expect(back.code == 1 && back.output.contains("1 finding at"), "\(back)")
            #expect(try text("out/exceptions.csv", in: folder).contains(",reopened,"))
        }
    }

    @Test func baselineNeedsAHistory() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write([("1", "")], to: folder, plan: "history: none")
            let run = try audit("--baseline", in: folder)
            #expect(run.code == 2 && run.error.hasPrefix("--baseline needs a history"), "\(run.error)")
        }
    }

    @Test(arguments: [["--only", ""], ["--checks", ""], ["--checks", " , "], ["--format", ""]])
    func aListThatNamesNothingDoesNotSwitchTheAuditOff(options: [String]) throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write([("1", "")], to: folder)
            let run = try BuiltCommand.run(["audit"] + options, in: folder)
            #expect(run.code == 2 && run.error.contains("\(options[0]) names nothing"), "\(run)")
        }
    }

    @Test func blanksInAListDoNotCount() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write([("1", "")], to: folder)
            let run = try audit("--checks", "x.yaml , credit", "--format", "csv, json", in: folder)
            #expect(run.code == 1, "\(run)")
        }
    }

    // MARK: Telling

    /// Between the list and the outbox nothing gets lost: what could not be put there is new in the next run too.
    @Test func exceptionsThatCannotBePutIntoTheOutboxAreToldByTheNextRun() throws {
        try TestFiles.withTemporaryFolder { folder in
            let server = try LoopbackServer { _ in .answer(200) }
            defer { server.close() }
            try Self.write([("1", "")], to: folder, plan: "notify: [ { webhook: { url: '\(server.url)/x' } } ]")
            let outbox = folder.appending(path: ".keur/outbox")
            try FileManager.default.createDirectory(
                at: folder.appending(path: ".keur"), withIntermediateDirectories: true)
            try Data().write(to: outbox)
            let first = try audit(in: folder)
            #expect(first.code == 3 && first.error.contains(".keur/outbox"), "\(first)")
            try FileManager.default.removeItem(at: outbox)
            let second = try audit(in: folder)
            #expect(second.code == 1 && second.error.isEmpty, "\(second)")
            #expect(server.requests.count == 1)
            #expect(try audit(in: folder).code == 1)
            #expect(server.requests.count == 1)
        }
    }

    // MARK: Reports by run

    @Test func reportsOfSeveralRunsAreKept() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write([("1", "")], to: folder)
            let plan = try text("audit.yaml", in: folder).replacing("formats: [csv]", with: "formats: [csv], keep: 2")
            try Data(plan.utf8).write(to: folder.appending(path: "audit.yaml"))
            let reports = folder.appending(path: "out")
            try FileManager.default.createDirectory(
                at: reports.appending(path: "2020-01-01T000000Z"), withIntermediateDirectories: true)
            try FileManager.default.createDirectory(
                at: reports.appending(path: "mine"), withIntermediateDirectories: true)
            // A run of a clock that was ahead: the newer ones are kept beside it.
            try FileManager.default.createDirectory(
                at: reports.appending(path: "2999-01-01T000000Z"), withIntermediateDirectories: true)
            for _ in 0..<3 { #expect(try audit(in: folder).code == 1) }
            let names = try FileManager.default.contentsOfDirectory(atPath: reports.path).sorted()
            #expect(names.count == 4 && names.suffix(3) == ["2999-01-01T000000Z", "latest", "mine"], "\(names)")
            let target = try FileManager.default.destinationOfSymbolicLink(
                atPath: reports.appending(path: "latest").path)
            #expect(target == names[0])
            #expect(try text("out/latest/exceptions.csv", in: folder).contains("A-1-"))
            let id = try text("out/latest/exceptions.csv", in: folder)
                .split(separator: "\r\n")[1].prefix { $0 != "," }
            #expect(try WaiveCommandTests.run(WaiveCommandTests.waive([String(id)]), in: folder).code == 0)
        }
    }

    // MARK: The log

    @Test(arguments: ["text", "json"])
    func logTellsWhatWasDoneAndNobodysData(format: String) throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write([("1", "")], to: folder)
            _ = try audit("--log", "keur.log", "--log-format", format, in: folder)
            try FileManager.default.moveItem(
                at: folder.appending(path: "keur.log"), to: folder.appending(path: "keur.log.1"))
            try Self.write([("1", "")], to: folder, plan: "datasetts: x")
            let broken = try audit("--log", "keur.log", "--log-format", format, in: folder)
            #expect(broken.code == 2)
            let first = try text("keur.log.1", in: folder).split(separator: "\n")
            let second = try text("keur.log", in: folder).split(separator: "\n")
            #expect(first.count >= 4 && second.count >= 1)
            #expect(!first.joined().contains("Secretive"))
            if format == "json" {
                let events = try (first + second).map { line in
                    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
                }
                #expect(events.allSatisfy { $0["time"] is String && $0["pid"] is Int })
                #expect(events.first?["event"] as? String == "start")
                #expect(events.first { $0["event"] as? String == "result" }?["errors"] as? Int == 1)
                #expect(events.last?["event"] as? String == "end" && events.last?["exit"] as? Int == 2)
            } else {
                #expect(first.last?.contains(" end exit=1 milliseconds=") == true, "\(first)")
                #expect(first.contains { $0.contains(" result customers=1 blockers=0 errors=1 ") }, "\(first)")
            }
        }
    }

    @Test func logThatCannotBeWrittenIsSaidBeforeTheRun() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write([("1", "")], to: folder)
            let run = try audit("--log", "none/keur.log", in: folder)
            #expect(run.code == 3 && run.error.hasPrefix("none/keur.log: the log cannot be written"), "\(run.error)")
        }
    }

    // MARK: The time

    @Test func runPastItsLimitEndsAndLeavesTheReportsOfBefore() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write([("1", "")], to: folder)
            #expect(try audit(in: folder).code == 1)
            let before = try Data(contentsOf: folder.appending(path: "out/exceptions.csv"))
            try Self.write((0..<50_000).map { ("\($0)", "") }, to: folder)
            let run = try audit("--time-limit", "0.001s", in: folder)
            #expect(run.code == 5, "\(run)")
            #expect(run.error.hasPrefix("audit.yaml: the run took longer than its limit of 0.001s"), "\(run.error)")
            #expect(try Data(contentsOf: folder.appending(path: "out/exceptions.csv")) == before)
            let wrong = try audit("--time-limit", "soon", in: folder)
            #expect(wrong.code == 2 && wrong.error.contains("--time-limit"), "\(wrong.error)")
        }
    }

    /// Asking ends in time for the checks: what nobody was asked about is unknown, and the reports are there.
    @Test func outsideSourcesAreAskedNoLongerThanTheLimitAllows() throws {
        try OutsideFixture.run { fixture in
            let company = #"{"name":"Alpha Logistics B.V.","number":"12345678","status":"active"}"#
            let server = try LoopbackServer { _ in .drip(secondsPerByte: 0.004, body: company) }
            defer { server.close() }
            try fixture.writeBureau(at: server.url)
            let customers = (0..<400).map {
                "C\($0),Alpha Logistics B.V.,NL,1234 AB,Utrecht,\(10_000_000 + $0),,1000,EUR\n"
            }
            let header = OutsideFixture.customers.prefix { $0 != "\n" }
            try fixture.write(["customers.csv": header + "\n" + customers.joined()])
            let run = try fixture.keur("audit", "--time-limit", "6s")
            let reasons = try fixture.coverage.values.compactMap { $0["reason"] }
            #expect(run.code == 1 || run.code == 4, "\(run)")
            #expect(reasons.contains { $0.contains("no outside source was asked about") }, "\(reasons)")
        }
    }

    // MARK: Kills

    /// Killed at any moment, a run leaves whole files, a link that leads somewhere, and a plan that can be run again.
    @Test func killedRunLeavesWholeFilesAndTheNextGoesOn() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write((0..<2000).map { ("\($0)", $0 % 3 == 0 ? "" : "NL\($0)") }, to: folder)
            let plan = try text("audit.yaml", in: folder).replacing(
                "formats: [csv]", with: "formats: [csv, json], keep: 3")
            try Data(plan.utf8).write(to: folder.appending(path: "audit.yaml"))
            let arguments = ["audit", "--quiet", "--baseline", "--only", "new", "--log", "keur.log"]
            for delay in KeurRun.killDelays(upTo: 0.4) {
                let process = try KeurRun.process(arguments, in: folder)
                try process.run()
                usleep(UInt32(delay * 1_000_000))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                for name in ["out/latest/exceptions.csv", "out/latest/only.csv", ".keur/audit.yaml.baseline.csv"] {
                    if let text = try? text(name, in: folder) {
                        #expect(text.hasSuffix("\r\n") && text.hasPrefix("finding_id,"), "\(name)")
                    }
                }
                if let json = try? Data(contentsOf: folder.appending(path: "out/latest/audit.json")) {
                    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: json) }
                }
            }
            let run = try BuiltCommand.run(arguments, in: folder)
            #expect(run.code == 0 && run.error.isEmpty, "\(run)")
            #expect(try text("out/latest/exceptions.csv", in: folder).split(separator: "\r\n").count == 668)
        }
    }

    // MARK: The disk

    @Test(.enabled(if: geteuid() == 0, "mounting a small disk takes root"))
    func fullDiskLeavesTheWaiversOfBefore() throws {
        try TestFiles.withTemporaryFolder { folder in
            let disk = folder.appending(path: "disk")
            try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
            guard shell("mount -t tmpfs -o size=256k tmpfs '\(disk.path)'") else { return }
            defer { _ = shell("umount '\(disk.path)'") }
            try Self.write([("1", "")], to: folder)
            let plan = try text("audit.yaml", in: folder).replacing("file: w.csv", with: "file: disk/w.csv")
            try Data(plan.utf8).write(to: folder.appending(path: "audit.yaml"))
            let rows = (0..<5000).map { ",A-1,X\($0),r,a,2026-12-31\r\n" }.joined()
            let before = Data(("finding_id,check_id,record_id,reason,approver,expires\r\n" + rows).utf8)
            try before.write(to: disk.appending(path: "w.csv"))
            let run = try WaiveCommandTests.run(WaiveCommandTests.waive(["A-1-0123456789abcdef"]), in: folder)
            #expect(run.code == 3, "\(run)")
            #expect(run.error.contains("the disk is full"), "\(run.error)")
            #expect(run.error.contains("what stood there before still stands"), "\(run.error)")
            #expect(try Data(contentsOf: disk.appending(path: "w.csv")) == before)
        }
    }

    private func shell(_ command: String) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
