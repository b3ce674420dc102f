import Foundation
import TestSupport
import Testing

/// `keur connectors try`: one look-up, shown to somebody at a terminal.
@Suite struct TryCommandTests {
    /// Clears the screen, in two ways; begins a line of its own; turns the line around; and sets the window's title.
    private static let hostile =
        "Alpha\u{1B}[2J\u{9B}2J\nregister: not found\r\u{2028}\u{202E}.V.B\u{1B}]0;x\u{07}\u{7F}"

    private static func json(_ fields: [String: String]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self)
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n"
            || ["\u{2028}", "\u{2029}", "\u{202E}"].contains(scalar)
    }

    @Test(arguments: [
        (#"{"name":NAME,"number":"12345678","status":"active"}"#, "  legal_name: ", 0 as Int32),
        (#"{"fault":NAME}"#, "register: not known: Bureau: ", 4),
    ])
    func whatASourceAnswersNeitherMovesTheCursorNorBeginsALine(answer: String, line: String, code: Int32) throws {
        // Escaped as JSON has to, and as the careless write it.
        let quoted = String(try Self.json(["x": Self.hostile]).dropFirst(5).dropLast())
        let careless = "\"Alpha \u{9B}2J\u{202E}.V.B\u{7F}\""
        try OutsideFixture.run { fixture in
            for name in [quoted, careless] {
                let server = try LoopbackServer { _ in .json(answer.replacing("NAME", with: name)) }
                try fixture.write([
                    "bureau.yaml": OutsideFixture.bureau.replacing(
                        "    expect:", with: "    failed: \"text(body.fault)\"\n    expect:")
                ])
                let command = ["connectors", "try", "bureau.yaml", "--number", "12345678", "--base-url", server.url]
                let run = try fixture.keur(command)
                #expect(run.code == code, "\(run.error)")
                #expect(!run.output.unicodeScalars.contains(where: Self.isObeyed))
                let form = try #require(run.output.components(separatedBy: "--- in the normal form\n").last)
                #expect(form.contains(line + "Alpha"), "\(form)")
                #expect(!form.contains("\nregister: not found"))
                let data = try fixture.keur(command + ["--format", "json"])
                #expect(!data.output.unicodeScalars.contains(where: Self.isObeyed))
                let decoded = try JSONSerialization.jsonObject(with: Data(data.output.utf8)) as? [String: [String: Any]]
                let register = try #require(decoded?["register"])
                let value = register["value"] as? [String: Any] ?? ["legal_name": register["reason"] ?? ""]
                let told = value["legal_name"] as? String
                #expect(told?.contains("\u{9B}2J") == true, "the data itself is whole")
            }
        }
    }

    @Test(arguments: [
        (["--lei", "5299000KEURTEST00148"], "--lei 5299000KEURTEST00148: no LEI: check digits are 48, should be 47"),
        (["--lei", "5299000KEURTEST0014"], "no LEI: has 19 characters, should have 20"),
        (["--vat", "NL123456789B0"], "--vat NL123456789B0: no VAT number of NL: has 11 characters"),
        (["--vat", "123", "--country", "BE"], "--vat 123: no VAT number of BE"),
        (["--number", "1234567", "--country", "nl"], "--number 1234567: no KvK number: has 7 characters"),
        (["--duns", "12345"], "--duns 12345: no D-U-N-S number: has 5 characters, should have 9"),
        (["--peppol", "9999:1"], "--peppol 9999:1: no Peppol scheme in use stands in front"),
        (["--peppol", "0106:123"], "--peppol 0106:123: no KvK number: has 3 characters, should have 8"),
        (["--name", "x", "--country", "Holland"], "--country Holland: no country of ISO 3166-1; write it as NL"),
        (["--duns", "1\u{1B}[2J"], "--duns 1\u{FFFD}[2J: no D-U-N-S number"),
    ])
    func malformedIdentifierIsSaidBeforeAnybodyIsAsked(arguments: [String], message: String) throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .answer(404) }
            try fixture.write(["bureau.yaml": OutsideFixture.bureau])
            let run = try fixture.keur(
                ["connectors", "try", "bureau.yaml", "--base-url", server.url] + arguments)
            #expect(run.code == 2)
            #expect(run.error.contains(message), "\(run.error)")
            #expect(server.requests.isEmpty)
        }
    }

    /// Not every country's numbers are known here, and German register entries come in many forms.
    @Test(arguments: [
        ["--number", "12 345-X"], ["--number", "x-1", "--country", "US"],
        ["--number", "HRB 1234", "--country", "DE"],
        ["--number", "Amtsgericht Musterstadt HRB 1234", "--country", "DE"],
    ])
    func numbersAreLookedAtOnlyWhereTheirFormIsKnown(arguments: [String]) throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .answer(404) }
            try fixture.write(["bureau.yaml": OutsideFixture.bureau])
            let run = try fixture.keur(["connectors", "try", "bureau.yaml", "--base-url", server.url] + arguments)
            #expect(run.code == 0, "\(run.error)")
            #expect(server.requests.count == 1)
        }
    }
}
