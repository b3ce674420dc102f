import Foundation
import TestSupport
import Testing

@Suite struct OnboardCommandTests {
    private static let complete = """
        country: NL
        legal_name: Voorbeeld Techniek B.V.
        KvK-nummer: 90000001
        street: Dorpsstraat 1
        postcode: 1234 AB
        city: Ons Dorp
        ap_channel: email
        ap_email: facturen@voorbeeld.example
        po_required: nee
        """

    @Test func exitCodesAndPlaces() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Data(Self.complete.utf8).write(to: folder.appending(path: "form.yaml"))
            try Data("name: Plan\ndatasets:\n  customers: { source: gone.csv }\n".utf8).write(
                to: folder.appending(path: "plan.yaml"))
            let cases: [(arguments: [String], code: Int32, output: String, error: String)] = [
                (["--json", "form.yaml"], 0, "ACCEPT", ""),
                (["--json", "form.yaml", "--set", "country=BE", "--format", "json"], 1, "\"verdict\":\"refer\"", ""),
                (["--set", "legal_nam=X"], 2, "", "a customer has no field 'legal_nam'; did you mean 'legal_name'?"),
                (["--set", "legal_name"], 2, "", "'legal_name' sets nothing; write --set field=value"),
                (["--json", "gone.json"], 3, "", "gone.json: there is no such file"),
                (["--json", "form.yaml", "--plan", "plan.yaml"], 3, "", "gone.csv: there is no such file"),
                ([], 3, "", "standard input: there is nothing in it"),
            ]
            for (arguments, code, output, error) in cases {
                let run = try BuiltCommand.run(["onboard"] + arguments, in: folder)
                #expect(run.code == code, "\(arguments) \(run.error)")
                #expect(output.isEmpty ? run.output.isEmpty : run.output.contains(output), "\(run.output)")
                #expect(error.isEmpty ? run.error.isEmpty : run.error.contains(error), "\(run.error)")
            }
        }
    }

    @Test func aRejectingCheckThatNoPackHasIsAMistakeOfThePlan() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Data(Self.complete.utf8).write(to: folder.appending(path: "form.yaml"))
            try Data("customer_id,legal_name\nC1,Voorbeeld Een B.V.\n".utf8).write(
                to: folder.appending(path: "customers.csv"))
            let cases = [
                ("[LE-11, LE-1l]", "plan.yaml:3:19: the plan's packs have no check 'LE-1l' that could reject"),
                ("[LE-1l]", "did you mean 'LE-1"),
                (
                    "[EX-01]",
                    "plan.yaml:3:12: the plan's packs have no check 'EX-01' that could reject; it is in the pack 'group-risk', which has to be under 'checks'"
                ),
                ("[LE-11]", ""),
            ]
            for (checks, error) in cases {
                try Data(
                    "datasets: { customers: { source: customers.csv } }\nonboard:\n  reject: \(checks)\n".utf8
                ).write(to: folder.appending(path: "plan.yaml"))
                let run = try BuiltCommand.run(["onboard", "--json", "form.yaml", "--plan", "plan.yaml"], in: folder)
                #expect(run.code == (error.isEmpty ? 0 : 2), "\(checks) \(run.output)\(run.error)")
                #expect(error.isEmpty ? run.error.isEmpty : run.error.contains(error), "\(run.error)")
                // Whoever audits hears of it too, before somebody knocks.
                let audit = try BuiltCommand.run(["audit", "plan.yaml", "--quiet"], in: folder)
                #expect((audit.code == 2) == !error.isEmpty, "\(checks) \(audit.error)")
                #expect(audit.error.contains(error) || error.isEmpty, "\(audit.error)")
            }
        }
    }

    @Test func theEvidenceIsTheJSONAndStaysBesideThePlan() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Data(Self.complete.utf8).write(to: folder.appending(path: "form.yaml"))
            let run = try BuiltCommand.run(["onboard", "--json", "form.yaml", "--format", "json"], in: folder)
            let kept = folder.appending(path: ".keur/onboarding")
            let files = try FileManager.default.contentsOfDirectory(atPath: kept.path)
            #expect(files.count == 1)
            #expect(try String(contentsOf: kept.appending(path: files[0]), encoding: .utf8) == run.output)
        }
    }

    @Test func aFormIsReadFromStandardInput() throws {
        try TestFiles.withTemporaryFolder { folder in
            let form = #"{"country": "NL", "legal_name": "Voorbeeld \"B.V.\"", "po_required": false, "lei": null}"#
            let run = try BuiltCommand.run(["onboard", "--format", "json"], input: form, in: folder)
            #expect(run.code == 1)
            #expect(run.output.contains(#"{"field":"po_required","value":"false","from":"form standard input"}"#))
            let broken = try BuiltCommand.run(["onboard"], input: #"{"country": "NL","#, in: folder)
            #expect(broken.code == 2)
            #expect(broken.error.hasPrefix("standard input:1:18: this is no JSON"))
        }
    }

    @Test func anInvoiceIsTakenFromStandardInputAndWhatIsNoneIsRefused() throws {
        try TestFiles.withTemporaryFolder { folder in
            let invoice = """
                <Invoice><AccountingCustomerParty><Party><PartyLegalEntity><RegistrationName>Voorbeeld B.V.</RegistrationName>
                </PartyLegalEntity></Party></AccountingCustomerParty></Invoice>
                """
            let run = try BuiltCommand.run(["onboard"], input: invoice, in: folder)
            #expect(run.code == 1)
            #expect(run.output.hasPrefix("Voorbeeld B.V. "))
            let refused = try BuiltCommand.run(["onboard"], input: "<Order/>", in: folder)
            #expect(refused.code == 3)
            #expect(refused.error.hasPrefix("standard input: this is XML, but neither"))
        }
    }

    /// `script` (util-linux) runs the command at a terminal of its own.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
    func questionsAreAskedAtATerminal() throws {
        try TestFiles.withTemporaryFolder { folder in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/script")
            process.arguments = [
                "-q", "-e", "-c", "\(BuiltCommand.executable.path) onboard --language nl", "/dev/null",
            ]
            process.currentDirectoryURL = folder
            process.environment = ["KEUR_HOME": TestFiles.root.path, "PATH": "/usr/bin:/bin", "TERM": "dumb"]
            let (answers, shown) = (Pipe(), Pipe())
            process.standardInput = answers
            process.standardOutput = shown
            try process.run()
            // The terminal's end-of-file, after two answers.
            try answers.fileHandleForWriting.write(contentsOf: Data("nl\nVoorbeeld B.V.\n\u{4}".utf8))
            let output = String(decoding: try shown.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 1)
            #expect(output.contains("Statutaire naam, zoals in het handelsregister"))
            #expect(output.contains("VOORLEGGEN"))
            #expect(
                output.contains("KvK-nummer (8 cijfers); ")
                    || output.contains("KvK-nummer (8 cijfers) [registration_number]"))
        }
    }
}
