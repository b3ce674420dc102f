import Foundation
import TestSupport
import Testing

@Suite struct WaiveCommandTests {
    static let files = [
        "audit.yaml": """
        as_of: 2026-09-30
        datasets: { customers: { source: c.csv } }
        checks: [x.yaml]
        reports: { directory: out, formats: [csv] }
        waivers: { file: w.csv, four_eyes: true }
        """,
        "x.yaml": """
        pack: x
        owner: Order management
        cause: bad-master-data
        checks: [ { id: A-1, title: A, for: customer, severity: error, assert: has(customer.vat_number), field: vat_number } ]
        """,
        "c.csv": "customer_id,legal_name,vat_number,open_amount\n1,Acme,,100\n2,Bolt,,50\n",
    ]

    static func withFiles(_ body: (URL) throws -> Void) throws {
        try TestFiles.withTemporaryFolder { folder in
            for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
            try body(folder)
        }
    }

    static func ids(in folder: URL) throws -> [String] {
        let list = try String(contentsOf: folder.appending(path: "out/exceptions.csv"), encoding: .utf8)
        return list.split(separator: "\r\n").dropFirst().map { String($0.prefix { $0 != "," }) }
    }

    static func waive(_ ids: [String], approver: String = "J. Smit", expires: String = "2026-12-31") -> [String] {
        ["waive"] + ids + ["--reason", "=known", "--approver", approver, "--expires", expires]
    }

    static func run(_ arguments: [String], in folder: URL) throws -> KeurRun {
        let process = try KeurRun.process(arguments, in: folder)
        try process.run()
        return try KeurRun(of: process, in: folder)
    }

    @Test func whatNobodyHasSeenIsNotAccepted() throws {
        try Self.withFiles { folder in
            let check = Self.files["x.yaml"]?.replacing(
                "has(customer.vat_number)", with: "1 / size(customer.vat_number) > 0")
            try Data((check ?? "").utf8).write(to: folder.appending(path: "x.yaml"))
            let audit = try KeurRun("audit", "--quiet", in: folder)
            #expect(audit.code == 4)
            #expect(audit.output == "audit.yaml: some results are unknown that should not be; see out/exceptions.csv\n")
            let waive = try Self.run(Self.waive(try Self.ids(in: folder)), in: folder)
            #expect(
                waive.code == 2 && waive.error.contains(": its result is unknown, and nobody can accept"),
                "\(waive.error)")
            // Nor where the history alone knows of it.
            let ids = try Self.ids(in: folder)
            try FileManager.default.removeItem(at: folder.appending(path: "out"))
            let unlisted = try Self.run(Self.waive(ids), in: folder)
            #expect(unlisted.code == 2 && unlisted.error.contains(": its result is unknown"), "\(unlisted.error)")
        }
    }

    @Test func theEndOfAWaiverIsHeardAtNight() throws {
        try Self.withFiles { folder in
            _ = try KeurRun("audit", in: folder)
            let ids = try Self.ids(in: folder)
            _ = try Self.run(Self.waive([ids[0]]), in: folder)
            let waivers = folder.appending(path: "w.csv")
            let byRecord = try String(contentsOf: waivers, encoding: .utf8) + ",A-1,2,known,J. Smit,2026-11-30\n"
            try Data(byRecord.utf8).write(to: waivers)
            for (day, alarm) in [("2026-11-30", 0), ("2026-12-01", 1), ("2026-12-31", 1), ("2027-01-01", 2)] {
                let audit = try KeurRun("audit", "--quiet", "--only", "new", "--as-of", day, in: folder)
                #expect(audit.code == min(1, Int32(alarm)), "\(day): \(audit.error)")
                #expect(audit.output.contains("\(alarm) finding") == (alarm > 0), "\(day): \(audit.output)")
                #expect(try Self.rows("out/only.csv", in: folder) == alarm, "\(day)")
            }
        }
    }

    private static func rows(_ name: String, in folder: URL) throws -> Int {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\r\n").count - 1
    }

    @Test func waivedExceptionsNoLongerFailTheRun() throws {
        try Self.withFiles { folder in
            #expect(try KeurRun("audit", in: folder).code == 1)
            let ids = try Self.ids(in: folder)
            let waive = try Self.run(Self.waive(ids), in: folder)
            #expect(waive.output == "w.csv: 2 waivers added, until 2026-12-31\n", "\(waive.error)")
            let audit = try KeurRun("audit", in: folder)
            #expect(audit.code == 0, "\(audit.error)")
            #expect(audit.output.contains("2 findings, 150"), "\(audit.output)")
            let report = try String(contentsOf: folder.appending(path: "out/waiver-report.csv"), encoding: .utf8)
            #expect(report.contains("active,\(ids[0]),A-1,,'=known,J. Smit,2026-12-31,1,100.00,"), "\(report)")
            let later = try KeurRun("audit", "--as-of", "2027-01-01", in: folder)
            #expect(later.code == 1 && later.output.contains("2 waivers expired"), "\(later.output)")
        }
    }

    @Test func waiverThatIsNotToBeTrustedIsRefused() throws {
        try Self.withFiles { folder in
            _ = try KeurRun("audit", in: folder)
            let ids = try Self.ids(in: folder)
            #expect(try Self.run(Self.waive([ids[0]]), in: folder).code == 0)
            let before = try Data(contentsOf: folder.appending(path: "w.csv"))
            for (arguments, words) in [
                (Self.waive([ids[0]]), "it is waived until 2026-12-31 by J. Smit already (w.csv:2)"),
                (Self.waive([ids[1], ids[1]]), "it is named twice"),
                (Self.waive([ids[1]], approver: "order management"), "owns the fix"),
                (Self.waive([ids[1]], expires: "2026-09-29"), "2026-09-29 is over"),
                (Self.waive([ids[1]], expires: "04/03/2027"), "may mean 2027-03-04 or 2027-04-03"),
                (Self.waive([ids[1]], approver: " "), "--approver is empty"),
                (Self.waive(["A-1-0123456789abcdef", ids[1]]), "the last exception list has no such finding"),
            ] {
                let run = try Self.run(arguments, in: folder)
                #expect(run.code == 2 && run.error.contains(words), "\(run.error)")
            }
            #expect(try Data(contentsOf: folder.appending(path: "w.csv")) == before)
        }
    }

    @Test func withoutAListTheHistoryKnows() throws {
        try Self.withFiles { folder in
            _ = try KeurRun("audit", in: folder)
            let ids = try Self.ids(in: folder)
            try FileManager.default.removeItem(at: folder.appending(path: "out"))
            let unknown = try Self.run(Self.waive(["A-1-0123456789abcdef"]), in: folder)
            #expect(
                unknown.code == 2 && unknown.error.contains("the history knows no such finding"), "\(unknown.error)")
            let owner = try Self.run(Self.waive([ids[0]], approver: "ORDER MANAGEMENT"), in: folder)
            #expect(owner.code == 2 && owner.error.contains("owns the fix"), "\(owner.error)")
            #expect(try Self.run(Self.waive([ids[0]]), in: folder).code == 0)
            #expect(
                try String(contentsOf: folder.appending(path: "w.csv"), encoding: .utf8).contains("\(ids[0]),A-1,1,"))
        }
    }

    /// A waiver hides a finding from the alarm, not from the history.
    @Test func whatWasWaivedIsOpenWhenTheWaiverEnds() throws {
        try Self.withFiles { folder in
            _ = try KeurRun("audit", in: folder)
            let ids = try Self.ids(in: folder)
            _ = try Self.run(Self.waive(ids), in: folder)
            func statuses() throws -> [Substring] {
                let list = try String(contentsOf: folder.appending(path: "out/exceptions.csv"), encoding: .utf8)
                return list.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[1] }
            }
            #expect(try KeurRun("audit", "--only", "new,open,reopened", in: folder).code == 0)
            #expect(try statuses() == ["waived", "waived"])
            #expect(try KeurRun("audit", "--as-of", "2027-01-01", "--only", "new", in: folder).code == 1)
            #expect(try statuses() == ["open", "open"])
        }
    }

    @Test func whatElseStandsInTheFileIsKept() throws {
        try Self.withFiles { folder in
            _ = try KeurRun("audit", in: folder)
            let ids = try Self.ids(in: folder)
            let text = "\u{FEFF}Note;expires;approver;reason;finding_id\r\nmine;31.12.2026;\"B; C\";'=r;\(ids[0])\r\n"
            try Data(text.utf8).write(to: folder.appending(path: "w.csv"))
            #expect(try Self.run(Self.waive([ids[1]]), in: folder).code == 0)
            let written = try Data(contentsOf: folder.appending(path: "w.csv"))
            let expected = """
                \u{FEFF}Note;expires;approver;reason;finding_id;check_id;record_id\r
                mine;31.12.2026;"B; C";'=r;\(ids[0]);;\r
                ;2026-12-31;J. Smit;'=known;\(ids[1]);A-1;2\r

                """
            #expect(String(decoding: written, as: UTF8.self) == expected)
        }
    }

    @Test func twoAtOnceLoseNothing() throws {
        try Self.withFiles { folder in
            _ = try KeurRun("audit", in: folder)
            let ids = try Self.ids(in: folder)
            let processes = try ids.enumerated().map { number, id in
                try KeurRun.process(Self.waive([id]), in: folder, name: "run\(number)")
            }
            for process in processes { try process.run() }
            for (number, process) in processes.enumerated() {
                let run = try KeurRun(of: process, in: folder, name: "run\(number)")
                #expect(run.code == 0, "\(run.error)")
            }
            let text = try String(contentsOf: folder.appending(path: "w.csv"), encoding: .utf8)
            #expect(ids.allSatisfy(text.contains), "\(text)")
        }
    }

    /// Whenever the process is killed, the file is the one of before or the one of after.
    @Test func killedWhileWritingLeavesAWholeFile() throws {
        try Self.withFiles { folder in
            let rows = (0..<20_000).map { ",A-1,X\($0),r,a,2026-12-31\r\n" }.joined()
            let before = "finding_id,check_id,record_id,reason,approver,expires\r\n" + rows
            let file = folder.appending(path: "w.csv")
            let id = "A-1-0123456789abcdef"
            let after = before + "\(id),A-1,,'=known,J. Smit,2026-12-31\r\n"
            for delay in KeurRun.killDelays(upTo: 0.5) {
                try Data(before.utf8).write(to: file)
                let process = try KeurRun.process(Self.waive([id]), in: folder)
                try process.run()
                usleep(UInt32(delay * 1_000_000))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
                #expect(text == before || text == after)
            }
            // The dead left no lock behind.
            try Data(before.utf8).write(to: file)
            #expect(try Self.run(Self.waive([id]), in: folder).code == 0)
        }
    }
}
