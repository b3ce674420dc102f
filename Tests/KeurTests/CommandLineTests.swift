import Foundation
import TestSupport
import Testing

/// Slips at the command line and in files, and the words for them.
@Suite struct CommandLineTests {
    private func write(_ files: [String: String], to folder: URL) throws {
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    private func keur(_ arguments: String..., in folder: URL) throws -> BuiltCommand.Run {
        try BuiltCommand.run(arguments, in: folder)
    }

    private static let plan = """
        datasets: { customers: { source: c.csv } }
        checks: [x.yaml]
        reports: { directory: out, formats: [csv] }
        """

    private static let check =
        "  - { id: A-1, title: A, for: customer, severity: error, assert: has(customer.vat_number), field: vat_number }\n"
    private static let pack = "pack: x\nowner: O\ncause: bad-master-data\nchecks:\n\(check)"
    private static let files = [
        "audit.yaml": plan, "x.yaml": pack, "c.csv": "customer_id,legal_name,vat_number,open_amount\n1,Acme,,100\n",
    ]

    // MARK: Params

    @Test func parametersOfThePlanAreNoMistakeWhereOtherPacksRun() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .json(#"{"name":"A","number":"1","status":"active"}"#) }
            defer { server.close() }
            try fixture.writeBureau(at: server.url)
            let plan = try fixture.text("audit.yaml").replacing(
                "checks: [outside-data, group-risk]",
                with: "checks: [payment-terms]\nparams: { max_payment_terms_days: 45 }")
            try fixture.write(["audit.yaml": plan])
            let enriched = try fixture.keur("enrich")
            #expect(enriched.code == 0, "\(enriched)")
            let other = try fixture.keur("audit", "--checks", "credit", "--offline")
            #expect(other.code != 2, "\(other)")
            try fixture.write(["audit.yaml": plan.replacing("max_payment_terms_days", with: "max_payment_term_days")])
            for command in ["enrich", "audit"] {
                let run = try fixture.keur(command)
                #expect(run.code == 2 && run.error.contains("did you mean 'max_payment_terms_days'?"), "\(run)")
            }
        }
    }

    /// A scope that reads a parameter had nobody in it, whatever the parameter said.
    @Test func scopeReadsTheParametersOfThePlan() throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(
                [
                    "audit.yaml": Self.plan
                        + "\nparams: { least: 75 }\nscope: { where: customer.open_amount > params.least }\n",
                    "x.yaml": Self.pack.replacing("checks:", with: "params: { least: 10 }\nchecks:"),
                    "y.yaml": Self.pack,
                    "c.csv": "customer_id,vat_number,open_amount\n1,,100\n2,,50\n3,,80\n",
                ], to: folder)
            for options in [[], ["--checks", "y.yaml"]] {
                let run = try BuiltCommand.run(["audit"] + options, in: folder)
                #expect(run.code == 1 && run.output.contains("2 errors"), "\(run)")
            }
            let diff = try keur("diff", "--checks", "x.yaml", "y.yaml", "--format", "csv", in: folder)
            #expect(diff.code == 0, "\(diff)")
        }
    }

    // MARK: Plans

    @Test func pathThatIsNoPlanSaysWhy() throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(Self.files, to: folder)
            try write(["dir.yaml/x": ""], to: folder)
            for command in ["audit", "enrich"] {
                let run = try keur(command, "dir.yaml", in: folder)
                #expect(run.code == 2 && run.error.contains("dir.yaml: it is a folder, not a plan"), "\(run)")
            }
            try write(["P.YAML": Self.plan], to: folder)
            let loud = try keur("audit", "P.YAML", in: folder)
            #expect(loud.code == 1 && loud.output.contains("1 error"), "\(loud)")
            let schedule = try keur("schedule", "none.csv", in: folder)
            #expect(
                schedule.code == 2 && schedule.error.contains("none.csv: a night's run needs a plan"), "\(schedule)")
        }
    }

    @Test func packThatIsNamedTwiceIsSaidOnce() throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(Self.files, to: folder)
            try write(["audit.yaml": Self.plan.replacing("[x.yaml]", with: "[x.yaml, ./x.yaml]")], to: folder)
            let run = try keur("audit", in: folder)
            #expect(
                run.code == 2
                    && run.error == "audit.yaml:2:18: the pack './x.yaml' is named twice; take one of them out\n",
                "\(run)")
        }
    }

    @Test func rankIsTakenWhereThePlanSaysHowMany() throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(Self.files, to: folder)
            let alone = try keur("audit", "--by", "open_amount", in: folder)
            #expect(alone.code == 2 && alone.error.contains("say with --top how many to keep"), "\(alone)")
            try write(["audit.yaml": Self.plan + "\nscope: { top: 5 }\n"], to: folder)
            #expect(try keur("audit", "--by", "open_amount", in: folder).code == 1)
            try write(["audit.yaml": Self.plan + "\nscope: { top: 5, by: opn_amount }\n"], to: folder)
            let mistyped = try keur("audit", in: folder)
            #expect(
                mistyped.error
                    == "audit.yaml:4:22: customers have no field 'opn_amount'; did you mean 'open_amount'?\n")
        }
    }

    @Test(arguments: [
        (["audit", "--time-limit", "30min"], "write it as 90s, 30m or 2h"),
        (["checks", "list", "--format", "json"], "json"),
        (["checks", "list", "--language", "de"], "--language should be one of en, nl"),
        (["checks", "explain", "PO-02", "--language", "de"], "--language should be one of en, nl"),
        (["map", "c.csv", "--dataset", "invoices", "--plan", "p.yaml"], "--plan writes a plan from customers"),
    ])
    func optionThatWouldDoNothingIsRefused(arguments: [String], words: String) throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(Self.files, to: folder)
            let run = try BuiltCommand.run(arguments, in: folder)
            #expect(run.code == 2 && run.error.contains(words), "\(run)")
        }
    }

    // MARK: A plan from a mapping

    @Test(arguments: ["q3/audit.yaml", "audit2.yaml", "../beside/audit.yaml"])
    func mappingWritesAPlanThatRunsFromWhereItLies(plan: String) throws {
        try TestFiles.withTemporaryFolder { folder in
            let here = folder.appending(path: "here")
            try write(["here/data/c.csv": Self.files["c.csv"] ?? "", "here/q3/x": "", "beside/x": ""], to: folder)
            let map = try keur("map", "data/c.csv", "--plan", plan, in: here)
            #expect(map.code == 0, "\(map)")
            let run = try keur("audit", plan, "--checks", "intake", in: here)
            #expect(run.code == 0, "\(run)")
        }
    }

    // MARK: Strangers' files

    @Test func escapesInStrangersFilesAreShownAndNotObeyed() throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(
                [
                    "c.csv": "customer_id,evil\u{1B}[31m\n1,x\n",
                    "x.yaml": Self.pack.replacing("title: A", with: #"title: "A\e[31m""#).replacing(
                        "has(customer.vat_number)", with: #""has(customer.vat_number) // \e[0m""#),
                    "k.yaml": Self.pack + #""k\e[31m": 1"#,
                ], to: folder)
            for arguments in [
                ["map", "c.csv"], ["checks", "list", "x.yaml"], ["checks", "explain", "A-1", "x.yaml"],
                ["checks", "list", "--format", "markdown", "x.yaml"], ["checks", "lint", "k.yaml"],
            ] {
                let run = try BuiltCommand.run(arguments, in: folder)
                let text = run.output + run.error
                #expect(!text.unicodeScalars.contains("\u{1B}") && text.contains("\u{FFFD}"), "\(arguments): \(text)")
            }
        }
    }

    @Test func keysThatAreNoTextsAreRefused() throws {
        try TestFiles.withTemporaryFolder { folder in
            let number = Self.pack.replacing(
                "assert: has(customer.vat_number)", with: "unique: [customer.vat_number, customer.strategic]")
            try write(["x.yaml": number], to: folder)
            let run = try keur("checks", "lint", "x.yaml", in: folder)
            #expect(run.code == 2, "\(run)")
            #expect(
                run.error.hasPrefix("x.yaml:5:")
                    && run.error.contains("'unique' compares texts, and this is bool; write string(customer.strategic)"),
                "\(run.error)")
            try write(
                [
                    "x.yaml": Self.pack.replacing(
                        "assert: has(customer.vat_number)", with: "unique: string(customer.payment_terms_days)"),
                    "c.csv": "customer_id,payment_terms_days\n1,30\n2,30\n3,45\n", "audit.yaml": Self.plan,
                ], to: folder)
            let audit = try keur("audit", in: folder)
            #expect(audit.code == 1 && audit.output.contains("2 errors"), "\(audit)")
        }
    }

    @Test func exampleWhoseDayIsNoDateSaysSo() throws {
        try TestFiles.withTemporaryFolder { folder in
            let examples =
                "    examples: { pass: [ { today: 30-09-2026, customer: { vat_number: x } } ], fail: [ { customer: { } } ] }\n"
            let check = "  - id: A-1\n    title: A\n    for: customer\n    assert: has(customer.vat_number)\n"
            try write(["x.yaml": Self.pack.replacing(Self.check, with: check + examples)], to: folder)
            let run = try keur("checks", "test", "x.yaml", in: folder)
            #expect(
                run.error == "x.yaml:9:34: '30-09-2026' is no date; write it as 2026-09-30\n", "\(run)")
        }
    }
}
