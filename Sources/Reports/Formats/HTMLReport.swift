import Audit

/// `audit.html`: one page for the board and for whoever does the work, without any outside resource.
///
/// The page's policy lets nothing load, and of styles and scripts only the two constants whose hashes it names, so
/// nothing that stands in the data can run even if it were to get out of its element.
package enum HTMLReport {
    package static let fileName = "audit.html"

    static func begin(_ result: AuditResult, in job: inout ReportJob) throws(ReportError) {
        let file = try job.open(fileName)
        let page = Page(result, hasList: job.formats.contains(.csv))
        var buffer = ByteBuffer(capacity: 1 << 18)
        try append(page, to: &buffer)
        try file.write(buffer)
    }

    private static func append(_ page: Page, to buffer: inout ByteBuffer) throws(ReportError) {
        func add(_ template: String, _ view: [String: Any], _ buffer: inout ByteBuffer) throws(ReportError) {
            try PageTemplate(template).render(view, into: &buffer)
        }
        buffer.append("<!doctype html>\n<html lang=\"")
        buffer.append(ReportLanguage(code: page.result.plan.language).rawValue)
        buffer.append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
        buffer.append(policy)
        buffer.append("\">\n")
        try add(PageTemplates.head, page.headView, &buffer)
        buffer.append("<style>")
        buffer.append(Stylesheet.text)
        buffer.append("</style>\n</head>\n<body>\n")
        buffer.append(Icons.symbols)

        try add(PageTemplates.summary, page.summaryView, &buffer)
        if let course = page.course { try add(PageTemplates.course, page.courseView(course), &buffer) }
        let first = page.firstView
        if !first.isEmpty { try add(PageTemplates.first, ["t": page.texts, "first": first], &buffer) }
        if !page.result.totals.byCause.isEmpty { try add(PageTemplates.causes, page.causesView, &buffer) }
        if page.hasPareto { try add(PageTemplates.checks, page.checksView, &buffer) }
        if !page.result.totals.topCustomers.isEmpty { try add(PageTemplates.customers, page.customersView, &buffer) }
        if !page.result.families.isEmpty { try add(PageTemplates.groups, page.groupsView, &buffer) }
        if !page.result.totals.byOwner.isEmpty { try add(PageTemplates.owners, page.ownersView, &buffer) }
        if !page.findings.isEmpty {
            try add(PageTemplates.findingsHead, page.findingsView, &buffer)
            for (index, finding) in page.findings.enumerated() { page.appendRow(finding, at: index, to: &buffer) }
            try add(PageTemplates.findingsTail, ["t": page.texts], &buffer)
        }
        try add(PageTemplates.coverage, page.coverageView, &buffer)
        try add(PageTemplates.data, page.dataView, &buffer)
        try add(PageTemplates.foot, page.footView, &buffer)
        buffer.append("<script>")
        buffer.append(Script.text)
        buffer.append("</script>\n</body>\n</html>\n")
    }

    private static var policy: String {
        "default-src 'none'; style-src 'sha256-\(Stylesheet.hash)'; script-src 'sha256-\(Script.hash)'; "
            + "base-uri 'none'; form-action 'none'"
    }
}
