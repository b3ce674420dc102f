import Enrichment
import Foundation
import HTTP
import TestSupport
import Testing

@Suite struct ReasonTextTests {
    @Test(arguments: [
        ("no answer within 30 s", "geen antwoord binnen 30 s"),
        (
            "not asked any more after 3 failures in a row: the answer was cut off",
            "niet meer gevraagd na 3 mislukkingen op rij: het antwoord is afgebroken"
        ),
        (
            "the answer cannot be read: it is not JSON, a value is missing at byte 0",
            "het antwoord is niet te lezen: het is geen JSON, a value is missing at byte 0"
        ),
        (
            "refused to ask http://a.example over a connection that is not encrypted",
            "geweigerd http://a.example te vragen over een verbinding zonder versleuteling"
        ),
        ("MS_UNAVAILABLE", "MS_UNAVAILABLE"),
        (
            "the answer is about another one than was asked, or so",
            "the answer is about another one than was asked, or so"
        ),
    ])
    func reasonIsToldInDutch(english: String, dutch: String) {
        #expect(ReasonText.text(english, in: "nl") == dutch)
        #expect(ReasonText.text(english, in: "en") == english)
    }

    /// Whoever writes a new reason writes its Dutch beside it.
    @Test func everyReasonOfOursHasItsDutch() throws {
        let sources = ["Sources/Enrichment", "Sources/HTTP/Courier.swift", "Sources/HTTP/HTTPRequest.swift"]
        var reasons: Set<String> = []
        for source in sources {
            let url = TestFiles.root.appending(path: source)
            let names = try? FileManager.default.subpathsOfDirectory(atPath: url.path)
            let files = names?.filter { $0.hasSuffix(".swift") }.map { url.appending(path: $0) } ?? [url]
            for file in files {
                let text = try String(contentsOf: file, encoding: .utf8)
                let pattern =
                    names == nil ? #/case [^"\n]*: "((?:[^"\\]|\\.)*)"/# : #/NotKnown\(\s*"((?:[^"\\]|\\.)*)"/#
                for match in text.matches(of: pattern) where match.output.1.contains(" ") {
                    reasons.insert(String(match.output.1).replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "7"))
                }
            }
        }
        #expect(reasons.count > 20)
        for reason in reasons.sorted() { #expect(ReasonText.text(reason, in: "nl") != reason, "\(reason)") }
    }
}
