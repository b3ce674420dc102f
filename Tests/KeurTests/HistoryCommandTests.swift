import Foundation
import TestSupport
import Testing

/// The history by the built command: what it prints, and that no end of a process harms it.
@Suite struct HistoryCommandTests {
    private static let checks = """
        pack: mine
        owner: Order management
        cause: bad-master-data
        checks:
          - { id: M-1, title: No PO, for: customer, severity: error, field: po_number_default, assert: "customer.po_number_default != ''" }
        """

    private func write(_ text: String, to name: String, in folder: URL) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func prepare(_ folder: URL, asOf: String = "2026-09-30") throws {
        try write(
            """
            name: Test
            as_of: \(asOf)
            datasets: { customers: { source: customers.csv } }
            checks: [mine.yaml]
            reports: { directory: out, formats: [csv] }
            """, to: "audit.yaml", in: folder)
        try write(Self.checks, to: "mine.yaml", in: folder)
    }

    /// Each row's PO number is missing where `isMissing` says so.
    private func customers(_ count: Int, in folder: URL, isMissing: (Int) -> Bool) throws {
        let rows = (0..<count).map { "\($0),Customer \($0),\(isMissing($0) ? "" : "45"),10.00,EUR" }
        try write(
            "customer_id,legal_name,po_number_default,open_amount,currency\n" + rows.joined(separator: "\n") + "\n",
            to: "customers.csv", in: folder)
    }

    private func keur(_ arguments: String..., in folder: URL) throws -> BuiltCommand.Run {
        try BuiltCommand.run(arguments, in: folder)
    }

    @Test func aDutchPlanIsReadInDutchByPeopleAndAsEverByMachines() throws {
        try TestFiles.withTemporaryFolder { folder in
            try prepare(folder)
            let plan = try String(contentsOf: folder.appending(path: "audit.yaml"), encoding: .utf8)
            try write(plan + "\nlanguage: nl\n", to: "audit.yaml", in: folder)
            for missing in [0..<2, 1..<3] {
                try customers(3, in: folder) { missing.contains($0) }
                #expect(try keur("audit", in: folder).code == 1)
            }
            let list = try keur("history", in: folder).output
            #expect(list.contains("bevindingen  bedrag op het spel"), "\(list)")
            #expect(list.contains("20,00"))
            let diff = try keur("diff", in: folder).output
            #expect(diff.contains("open in beide") && diff.contains("opgelost"), "\(diff)")
            #expect(try keur("diff", "--format", "csv", in: folder).output.contains("\r\nfixed,M-1-"))
            let times = try keur("history", "times", in: folder).output
            #expect(times.hasPrefix("oorzaak ") && times.contains("opgelost  mediaan dagen"), "\(times)")
            #expect(try keur("history", "verify", in: folder).output == ".keur/history.sqlite: in orde, 2 runs\n")
            let rules = try keur("diff", "--checks", "mine.yaml", "mine.yaml", in: folder).output
            #expect(rules.contains("2 → 2 bevindingen") && rules.contains("vervallen"), "\(rules)")
        }
    }

    @Test func runsAreComparedAndListed() throws {
        try TestFiles.withTemporaryFolder { folder in
            try prepare(folder)
            try customers(3, in: folder) { $0 < 2 }
            #expect(try keur("audit", "--as-of", "2026-06-30", in: folder).code == 1)
            try customers(3, in: folder) { $0 > 0 }
            #expect(try keur("audit", in: folder).code == 1)
            let list = try keur("history", "--format", "csv", in: folder)
            let rows = list.output.split(separator: "\r\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            #expect(
                rows.dropFirst().map { "\($0[0]) \($0[1]) \($0[6...12].joined(separator: " "))" } == [
                    "1 2026-06-30 2 20.00 EUR 2 0 0 0", "2 2026-09-30 2 20.00 EUR 1 0 1 0",
                ], "\(list.output)\(list.error)")
            let diff = try keur("diff", "--format", "csv", in: folder)
            let changes = diff.output.split(separator: "\r\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            #expect(
                changes.dropFirst().map { "\($0[0]) \($0[8]) \($0[12]) \($0[13])" } == [
                    "new 2 0.00 10.00", "fixed 0 10.00 0.00",
                ], "\(diff.error)")
            let times = try keur("history", "times", "--by", "check", "--format", "csv", in: folder)
            #expect(
                times.output
                    == "check,fixed,median_days,days_90_percent,reopened\r\nall,1,92,92,0\r\nM-1,1,92,92,0\r\n",
                "\(times.error)")
            let trend = try keur("history", "trend", "--by", "owner", "--format", "csv", in: folder)
            #expect(
                trend.output
                    == "owner,run,findings,cash_at_risk,currency\r\nOrder management,1,2,20.00,EUR\r\nOrder management,2,2,20.00,EUR\r\n"
            )
            let fixed = try String(contentsOf: folder.appending(path: "out/fixed.csv"), encoding: .utf8)
            #expect(fixed.contains(",fixed,error,M-1,No PO,bad-master-data,customer,0,0,Customer 0,"), "\(fixed)")
            let unknown = try keur("diff", "7", in: folder)
            #expect(unknown.error.contains("there is no run 7 to compare; 'keur history' lists the runs"))
            #expect(unknown.code == 2)
            #expect(try keur("history", "verify", in: folder).output == ".keur/history.sqlite: sound, 2 runs\n")
        }
    }

    @Test func otherChecksAreTriedOnTheSameData() throws {
        try TestFiles.withTemporaryFolder { folder in
            try prepare(folder)
            try customers(3, in: folder) { $0 < 2 }
            try write(
                Self.checks.replacing("error, field", with: "warning, field")
                    .replacing("!= ''\"", with: "!= '' && customer.customer_id != '2'\""), to: "new.yaml", in: folder)
            let diff = try keur(
                "diff", "--checks", "mine.yaml", "new.yaml", "audit.yaml", "--format", "csv", in: folder)
            let changes = diff.output.split(separator: "\r\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            #expect(
                changes.dropFirst().map { "\($0[0]) \($0[7]) \($0[2])>\($0[3])" }.sorted() == [
                    "new 2 >warning", "severity 0 error>warning", "severity 1 error>warning",
                ], "\(diff.error)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: ".keur").path))
        }
    }

    @Test func twoRecordsUnderOneKeyAreNoChangeOfRules() throws {
        try TestFiles.withTemporaryFolder { folder in
            try prepare(folder)
            try write(
                "customer_id,po_number_default,open_amount,currency\n1,,10.00,EUR\n1,,25.00,EUR\n",
                to: "customers.csv", in: folder)
            let diff = try keur("diff", "--checks", "mine.yaml", "mine.yaml", "--format", "csv", in: folder)
            #expect(diff.output.split(separator: "\r\n").count == 1, "\(diff)")
        }
    }

    @Test func oneRunAloneIsComparedWithNothing() throws {
        try TestFiles.withTemporaryFolder { folder in
            try prepare(folder)
            try customers(2, in: folder) { _ in true }
            #expect(try keur("audit", in: folder).code == 1)
            let diff = try keur("diff", in: folder)
            #expect(diff.code == 2 && diff.error.contains("there is only one run so far"), "\(diff)")
        }
    }

    @Test func planWithoutHistoryAndFirstRunSaySo() throws {
        try TestFiles.withTemporaryFolder { folder in
            try prepare(folder)
            let none = try keur("history", in: folder)
            #expect(none.code == 3)
            #expect(none.error == ".keur/history.sqlite: there is no history yet; an audit with this plan begins one\n")
            try write("datasets: { customers: { source: customers.csv } }\nhistory: none\n", to: "off.yaml", in: folder)
            let off = try keur("history", "off.yaml", in: folder)
            #expect(off.code == 2)
            #expect(off.error.hasPrefix("off.yaml: runs are not remembered"))
            try write("no database", to: "bad.sqlite", in: folder)
            try write(
                "datasets: { customers: { source: customers.csv } }\nhistory: bad.sqlite\n", to: "bad.yaml", in: folder)
            try customers(1, in: folder) { _ in true }
            let bad = try keur("audit", "bad.yaml", in: folder)
            #expect(bad.code == 3)
            #expect(bad.error.contains("bad.sqlite: the history is damaged"))
        }
    }

    /// `KEUR_KILLS=200` for the long form.
    @Test func killedRunsLeaveTheHistoryAndTheReportsWhole() throws {
        let kills = ProcessInfo.processInfo.environment["KEUR_KILLS"].flatMap { Int($0) } ?? 5
        try TestFiles.withTemporaryFolder { folder in
            try prepare(folder)
            let count = 4000
            try customers(count, in: folder) { $0 % 2 == 0 }
            let begin = Date()
            #expect(try KeurRun("audit", "--quiet", in: folder).code == 1)
            let whole = Date().timeIntervalSince(begin)
            var recorded = try list(in: folder)
            #expect(recorded.count == 1)
            for kill in 0..<kills {
                try customers(count, in: folder) { ($0 + kill) % 3 == 0 }
                let process = try KeurRun.process(["audit", "--quiet"], in: folder)
                try process.run()
                Thread.sleep(forTimeInterval: Double.random(in: 0...whole * 1.1))
                Foundation.kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                let verified = try keur("history", "verify", in: folder)
                #expect(verified.code == 0, "after kill \(kill): \(verified.error)")
                let now = try list(in: folder)
                #expect(now.starts(with: recorded) && now.count <= recorded.count + 1, "after kill \(kill)")
                recorded = now
                for name in ["exceptions.csv", "fixed.csv", "coverage.csv"] {
                    let text = try String(contentsOf: folder.appending(path: "out/\(name)"), encoding: .utf8)
                    #expect(text.hasSuffix("\r\n"), "\(name) after kill \(kill)")
                }
            }
            try customers(count, in: folder) { _ in true }
            #expect(try KeurRun("audit", "--quiet", in: folder).code == 1)
            #expect(try list(in: folder).count == recorded.count + 1)
            #expect(try keur("history", "verify", in: folder).code == 0)
        }
    }

    private func list(in folder: URL) throws -> [String] {
        try keur("history", "--format", "csv", in: folder).output.split(separator: "\r\n").dropFirst().map {
            String($0)
        }
    }

    @Test func twoRunsAtOnceAreRecordedOneAfterTheOtherOrRefused() throws {
        try TestFiles.withTemporaryFolder { folder in
            try prepare(folder)
            try customers(4000, in: folder) { $0 % 2 == 0 }
            let processes = try ["one", "two"].map {
                try KeurRun.process(["audit", "--out", $0], in: folder, name: $0)
            }
            for process in processes { try process.run() }
            let runs = try zip(processes, ["one", "two"]).map { try KeurRun(of: $0, in: folder, name: $1) }
            let recorded = runs.count { $0.code == 1 }
            #expect(recorded >= 1)
            for run in runs where run.code != 1 { #expect(run.error.contains("another run"), "\(run.error)") }
            #expect(try list(in: folder).count == recorded)
            #expect(try keur("history", "verify", in: folder).code == 0)
        }
    }
}
