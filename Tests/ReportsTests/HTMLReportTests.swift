import Audit
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct HTMLReportTests {
    private func written(_ result: AuditResult, formats: [ReportFormat] = [.csv, .html]) throws -> String {
        try TestFiles.withTemporaryFolder { folder in
            try writeReports(on: result, formats: formats, to: folder.path)
            return String(decoding: try Data(contentsOf: folder.appending(path: "audit.html")), as: UTF8.self)
        }
    }

    @Test(arguments: ["en", "nl"])
    func fileHoldsWhatTheGoldenFileSays(language: String) throws {
        let golden = TestFiles.fixture("Golden/\(language)/audit.html")
        #expect(try Golden.difference(try written(SampleAudit.result(language)), from: golden) == nil)
    }

    @Test func hashesOfThePolicyAreThoseOfStyleAndScript() {
        #expect(SHA256.digest(Array("abc".utf8)).prefix(4) == [0xBA, 0x78, 0x16, 0xBF])
        #expect(Data(SHA256.digest(Array(Stylesheet.text.utf8))).base64EncodedString() == Stylesheet.hash)
        #expect(Data(SHA256.digest(Array(Script.text.utf8))).base64EncodedString() == Script.hash)
    }

    /// Whatever stands in the data, the page has the elements and attributes that keur writes, and no others.
    @Test func hostileCellsAddNoElementAndNoAttribute() throws {
        let page = try written(SampleAudit.result("en", hostile: true))
        let tags = try SmallHTMLScanner.tags(page)
        let known = try SmallHTMLScanner.tags(try written(SampleAudit.result("en")))
        #expect(Set(tags.map(\.name)).subtracting(known.map(\.name)) == ["i"])
        #expect(Set(tags.flatMap(\.attributes)).subtracting(known.flatMap(\.attributes)).isEmpty)
        #expect(tags.count { $0.name == "script" } == 2 && tags.count { $0.name == "style" } == 2)
        #expect(!tags.contains { $0.attributes.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "src" } })
    }

    @Test func noCharacterThatHTMLForbidsIsInThePage() throws {
        let page = try written(SampleAudit.result("en", hostile: true))
        for scalar in page.unicodeScalars where scalar != "\n" && scalar != "\t" {
            #expect(scalar.value >= 0x20 && scalar.value != 0x7F)
        }
    }

    @Test(arguments: [
        ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"\u{301}x", "&quot;\u{301}x"),
        ("it's", "it&#39;s"), ("nul\u{0}", "nul␀"), ("\u{1B}[31m", "␛[31m"), ("\u{7F}", "␡"),
        ("é 👩‍👧 {{x}}", "é 👩‍👧 {{x}}"),
    ])
    func textIsEscaped(text: String, html: String) {
        var buffer = ByteBuffer()
        HTMLText.append(text, to: &buffer)
        let escaped = buffer.text
        #expect(Array(escaped.utf8) == Array(html.utf8))
    }

    @Test(arguments: [
        ("a\u{A0}b", "a<i class=\"cp\">NBSP</i>b"), ("\u{202E}x", "<i class=\"cp\">U+202E</i>x"),
        ("a\r\nb", "a<i class=\"cp\">CR</i><i class=\"cp\">LF</i>\nb"), ("\u{200B}", "<i class=\"cp\">U+200B</i>"),
        ("a b", "a b"), ("<b>", "&lt;b&gt;"),
    ])
    func charactersThatOneCannotSeeAreMarked(text: String, html: String) {
        var buffer = ByteBuffer()
        HTMLText.appendVisibly(text, to: &buffer)
        let marked = buffer.text
        #expect(Array(marked.utf8) == Array(html.utf8))
    }

    @Test func pageHoldsTheMostUrgentAndSaysSo() throws {
        var result = SampleAudit.result("en")
        let some = result.findings[0..<20]
        result.findings = FindingList(count: 6001) { $0.map { some[$0 % 20] } }
        let page = try written(result)
        #expect(page.matches(of: /<details class="finding"/).count == 5000)
        #expect(page.contains("holds the 5,000 most urgent of 6,001 findings; exceptions.csv has all of them."))
        let alone = try written(result, formats: [.html])
        #expect(!alone.contains("exceptions.csv has all"))
        #expect(alone.contains("ask for the csv format to get all of them"))
    }

    @Test func whatToDoFirstNamesACheckOnceForEachCustomer() throws {
        var result = SampleAudit.result("en")
        let first = result.findings[0..<1]
        result.findings = FindingList(first + first + result.findings[1..<20])
        let page = try written(result)
        let list = try #require(page.range(of: "<ol class=\"first\">"))
        let end = try #require(page.range(of: "</ol>"))
        let text = page[list.upperBound..<end.lowerBound]
        #expect(text.matches(of: /<li>/).count == 5)
        #expect(text.components(separatedBy: first[0].message).count == 2)
    }

    @Test func longCellIsCutOnThePageAndSaysSo() throws {
        let page = try written(SampleAudit.result("nl", hostile: true))
        #expect(page.utf8.count < 400_000)
        #expect(page.contains("… (100.000 tekens in totaal)"))
    }

    @Test func auditWithoutFindingsIsAPage() throws {
        var result = SampleAudit.result("en")
        result.findings = FindingList([])
        result.totals.byCause = []
        result.totals.byOwner = []
        result.totals.topCustomers = []
        result.coverage = []
        let page = try written(result)
        #expect(page.contains("id=\"coverage\""))
        #expect(!page.contains("id=\"findings\""))
    }

    /// mustache leaves out in silence what it does not find.
    @Test func templatesNameOnlyTextsThatExist() throws {
        let labels = Set(Mirror(reflecting: Texts.english).children.compactMap(\.label))
        for template in PageTemplates.all {
            _ = try PageTemplate(template)
            #expect(!template.contains("{{{") && !template.contains("{{&"))
            for match in template.matches(of: /{{t\.([A-Za-z]+)}}/) {
                #expect(labels.contains(String(match.1)), "\(match.1)")
            }
        }
    }

    @Test func nothingIsLeftUnfilled() throws {
        for language in ["en", "nl"] {
            let page = try written(SampleAudit.result(language))
            let body = try #require(page.range(of: "<body>"))
            let script = try #require(page.range(of: "<script>"))
            let left = String(page[body.upperBound..<script.lowerBound])
                .replacing(/data-some(-of)?="[^"]*"/, with: "").matches(of: /{[a-zA-Z]+}/).map { String($0.0) }
            #expect(left.isEmpty)
        }
    }
}
