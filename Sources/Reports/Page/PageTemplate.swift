import Mustache

/// A mustache template of ours; a mistake in it is a mistake of keur's.
package struct PageTemplate {
    private let template: MustacheTemplate

    package init(_ text: String) throws(ReportError) {
        MustacheContentTypes.register(KeurHTML(), named: KeurHTML.name)
        do {
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE: \(KeurHTML.name)}}\n" + text)
        } catch {
            throw ReportError(
                path: HTMLReport.fileName, what: "a template of the page is broken (\(error))",
                whatToDo: "report this as a bug of keur, and go on with --format csv")
        }
    }

    func render(_ view: [String: Any], into buffer: inout ByteBuffer) {
        buffer.append(template.render(view))
    }
}
