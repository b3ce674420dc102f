import Foundation
import TestSupport
import Testing

/// What leaves the machine, and what stays on it.
@Suite struct SecretsTests {
    private static let key = "k3y-of-\"the\"/bureau+&<1>"
    private static let user = "login.user@corp.example"
    private static let password = "pässwörd-4711"
    private static let token = "tok_0123456789abcdef"

    /// Shows whatever it was sent, as careless services do: in errors, and in the data itself.
    private static func echo(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
        if request.path == "/login" { return .json(#"{"token":"\#(token)"}"#) }
        let seen = (request.headers.map { "\($0.key): \($0.value)" } + [request.target, request.text]).sorted()
        let text = String(
            decoding: (try? JSONSerialization.data(withJSONObject: ["name": seen.joined(separator: " ")])) ?? Data(),
            as: UTF8.self)
        switch request.path.suffix(1) {
        case "2": return .json(#"{"fault":\#(text)}"#)
        case "3": return .json(#"{"fault":\#(text)}"#, status: 400)
        case "4": return .answer(302, headers: ["Location": "http://127.0.0.1:1/?key=\(request.target)"])
        default: return .json(text)
        }
    }

    private static let connector = """
        connector: echo
        title: Echo
        base_url: https://echo.example
        secrets: [KEUR_ECHO_KEY, KEUR_ECHO_USER, KEUR_ECHO_PASSWORD]
        rate: { attempts: 1 }
        auth:
          login:
            post: /login
            json: { user: "{secret.KEUR_ECHO_USER}", password: "{secret.KEUR_ECHO_PASSWORD}" }
            token: body.token
            seconds: "3600.0"
          basic: { user: "{secret.KEUR_ECHO_USER}", password: "{secret.KEUR_ECHO_PASSWORD}" }
          header: { X-Token: "{token}", X-Key: "{secret.KEUR_ECHO_KEY}" }
          query: { key: "{secret.KEUR_ECHO_KEY}" }
        steps:
          company:
            post: "/companies/{customer.registration_number}"
            json: { key: "{secret.KEUR_ECHO_KEY}", name: "{customer.legal_name}" }
            failed: "has(body.fault) ? text(body.fault.name) : ''"
            expect: has(body.name)
            about: none
        register:
          found: company != null
          legal_name: company.name
        """

    private static let customers = """
        customer_id,legal_name,country,registration_number,open_amount,contact_name,email,phone,iban,credit_limit
        C1,Alpha B.V.,NL,10000001,98765.43,Jan Jansen,jan@alpha.example,+31 6 12345678,NL91ABNA0417164300,55555
        C2,Beta B.V.,NL,10000002,1,,,,,
        C3,Gamma B.V.,NL,10000003,1,,,,,
        C4,Delta B.V.,NL,10000004,1,,,,,
        """

    /// In every form in which a secret could stand somewhere.
    private static var forms: [String] {
        let plain = [key, user, password, token]
        let escaped = plain.compactMap { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) }
        let json = plain.map { $0.replacing("\"", with: "\\\"") }
        let xml = plain.map { $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
        let basic = ["\(user):\(password)", password, key].map { Data($0.utf8).base64EncodedString() }
        return plain + escaped + json + xml + basic + json.map { $0.replacing("/", with: "\\/") }
    }

    @Test func noSecretIsWrittenAnywhere() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer(Self.echo)
            try fixture.write([
                "echo.yaml": Self.connector, "customers.csv": Self.customers,
                "secrets.env": "KEUR_ECHO_PASSWORD='\(Self.password)'\n# a comment\nKEUR_ECHO_USER=\(Self.user)\n",
            ])
            let secrets = fixture.folder.appending(path: "secrets.env").path
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secrets)
            try fixture.writePlan(
                connectors: "[echo.yaml]", settings: "{ echo: { base_url: \"\(server.url)\" } }",
                more: "secrets: secrets.env")
            let environment = ["KEUR_ECHO_KEY": Self.key]
            var outputs: [String] = []
            for arguments in [["enrich"], ["enrich", "--dry-run"], ["audit"], ["audit", "--offline"]] {
                let run =
                    try arguments.count == 1
                    ? fixture.keur(arguments[0], environment: environment)
                    : fixture.keur(arguments[0], arguments[1], environment: environment)
                outputs += [run.output, run.error]
            }
            for number in ["10000001", "10000002", "10000003", "10000004"] {
                let run = try fixture.keur(
                    "connectors", "try", "echo.yaml", "--number", number, "--base-url", server.url, "--secrets",
                    "secrets.env", environment: environment)
                outputs += [run.output, run.error]
            }
            #expect(server.requests.contains { $0.headers["x-token"] == Self.token && $0.headers["x-key"] == Self.key })
            #expect(outputs.contains { $0.contains("***") })
            try FileManager.default.removeItem(atPath: secrets)
            let files = FileManager.default.enumerator(atPath: fixture.folder.path)?.compactMap { $0 as? String } ?? []
            #expect(files.contains(".keur/answers.sqlite") && files.contains("out/audit.html"))
            for form in Set(Self.forms) {
                #expect(!outputs.contains { $0.contains(form) }, "printed: \(form)")
                for file in files {
                    let bytes = FileManager.default.contents(atPath: fixture.folder.appending(path: file).path)
                    #expect(bytes?.range(of: Data(form.utf8)) == nil, "\(file) has \(form)")
                }
            }
        }
    }

    @Test func onlyWhatIdentifiesTheCompanyLeavesTheMachine() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .json(#"{"name":"x"}"#) }
            // Asks for everything that a connector may see of a customer.
            let fields = ["legal_name", "trading_name", "country", "city", "street", "postcode", "lei", "vat_number"]
            let greedy = """
                connector: greedy
                base_url: https://greedy.example
                steps:
                  all:
                    post: /all
                    about: none
                    json: { \(fields.map { "\($0): \"{customer.\($0)}\"" }.joined(separator: ", ")) }
                register: { found: all != null, legal_name: all.name }
                """
            try fixture.write(["greedy.yaml": greedy, "customers.csv": Self.customers])
            try fixture.writePlan(
                connectors: "[greedy.yaml]", settings: "{ greedy: { base_url: \"\(server.url)\" } }")
            _ = try fixture.keur("audit")
            let sent = server.requests.map { "\($0.target) \($0.headers) \($0.text)" }.joined()
            #expect(sent.contains("Alpha B.V."))
            for personal in ["Jan Jansen", "jan@alpha", "+31", "12345678", "NL91ABNA", "98765", "55555", "C1"] {
                #expect(!sent.contains(personal))
            }
            // What is not an identifier of the company cannot even be named.
            try fixture.write(["greedy.yaml": greedy.replacing("customer.street", with: "customer.email")])
            let refused = try fixture.keur("enrich")
            #expect(refused.code == 2)
            #expect(refused.error.contains("email"))
        }
    }

    @Test func answersAreReadableByTheirOwnerAlone() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .json(#"{"name":"x"}"#) }
            try fixture.writeBureau(at: server.url)
            _ = try fixture.keur("enrich")
            let attributes = try FileManager.default.attributesOfItem(
                atPath: fixture.folder.appending(path: ".keur/answers.sqlite").path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
    }
}
