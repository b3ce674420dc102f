import Foundation
import HTTP
import TestSupport
import Testing

@Suite struct MailTests {
    private static func message(_ changes: (inout MailMessage) -> Void = { _ in }) -> MailMessage {
        var message = MailMessage(
            from: "keur@example.org", to: "orders@example.org", subject: "3 new exceptions", plain: "plain\n",
            html: "<p>html</p>",
            attachment: MailMessage.Attachment(
                name: "e.csv", type: "text/csv; charset=utf-8", content: Array("a,b\r\n".utf8)),
            date: Date(timeIntervalSince1970: 1_790_000_000), messageID: "id-1@example.org")
        changes(&message)
        return message
    }

    @Test func theServerGetsTheMessageWhole() async throws {
        let server = try SMTPServer()
        let client = MailClient(MailServer(url: "smtp://127.0.0.1:\(server.port)"))
        let bytes = Self.message().bytes
        try await client.send(bytes, from: "keur@example.org", to: "orders@example.org")
        let taken = try #require(server.messages.first)
        #expect(taken.from == "keur@example.org")
        #expect(taken.to == ["orders@example.org"])
        #expect(taken.text == String(decoding: bytes, as: UTF8.self))
        #expect(taken.text.contains("Date: Mon, 21 Sep 2026 14:13:20 +0000\r\nMessage-ID: <id-1@example.org>\r\n"))
    }

    @Test func startTLSAndALoginAreUsedWhereTheServerHasThem() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            try TLSServer.makeCertificate(in: folder)
            var behaviour = SMTPServer.Behaviour()
            behaviour.certificates = folder
            behaviour.login = "me:secret"
            let server = try SMTPServer(behaviour)
            let url = "smtp://localhost:\(server.port)"
            let file = folder.appending(path: "cert.pem").path
            let client = MailClient(MailServer(url: url, user: "me", password: "secret", caFile: file))
            try await client.send(Self.message().bytes, from: "a@example.org", to: "b@example.org")
            let taken = try #require(server.messages.first)
            #expect(taken.wasEncrypted)
            #expect(taken.login == "me:secret")
            // Somebody else's certificate ends it, before anything is said.
            await #expect(throws: MailError.self) {
                try await MailClient(MailServer(url: url)).send([65], from: "a@example.org", to: "b@example.org")
            }
            #expect(server.messages.count == 1)
        }
    }

    @Test(arguments: [("450 later", true), ("550 never", false)])
    func aRefusalTellsWhetherToTryAgain(reply: String, isTransient: Bool) async throws {
        var behaviour = SMTPServer.Behaviour()
        behaviour.replies = [reply]
        let server = try SMTPServer(behaviour)
        let client = MailClient(MailServer(url: "smtp://127.0.0.1:\(server.port)"))
        do throws(MailError) {
            try await client.send(Self.message().bytes, from: "a@example.org", to: "b@example.org")
            Issue.record("it was taken")
        } catch {
            #expect(error.isTransient == isTransient)
        }
    }

    @Test func aWrongPasswordIsSaidWithoutIt() async throws {
        var behaviour = SMTPServer.Behaviour()
        behaviour.login = "me:other"
        let server = try SMTPServer(behaviour)
        let client = MailClient(MailServer(url: "smtp://127.0.0.1:\(server.port)", user: "me", password: "hunter2"))
        do throws(MailError) {
            try await client.send([65], from: "a@example.org", to: "b@example.org")
            Issue.record("it was taken")
        } catch {
            #expect(error.description.contains("does not accept the user or password"))
            #expect(!error.description.contains("hunter2"))
        }
    }

    @Test(arguments: [
        "Subject\r\nBcc: victim@example.org", "naïve € 漢字 " + String(repeating: "ü", count: 100), "=?utf-8?B?eA==?=",
    ])
    func noSubjectBreaksOutOfItsHeader(subject: String) {
        let text = String(decoding: Self.message { $0.subject = subject }.bytes, as: UTF8.self)
        let head = text.components(separatedBy: "\r\n\r\n")[0]
        let lines = head.components(separatedBy: "\r\n")
        let names = lines.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Type",
            ])
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x80 } })
    }
}
