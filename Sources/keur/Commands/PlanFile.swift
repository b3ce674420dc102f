import Audit
import Checks
import Diagnostics
import Foundation

/// Finds and reads plans.
enum PlanFile {
    /// The plan of this folder; nil when there is none.
    static var ofThisFolder: String? { FileManager.default.fileExists(atPath: "audit.yaml") ? "audit.yaml" : nil }

    static func isPlan(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }

    static func read(_ path: String) throws -> Plan {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(
                text: "\(path): there is no such plan; 'keur map CUSTOMERS.csv' writes one", code: .usage)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure(text: "\(path): the plan is not in UTF-8; save it as UTF-8", code: .usage)
        }
        let folder = (path as NSString).deletingLastPathComponent
        let diagnostics = DiagnosticsCollector()
        guard let plan = Plan.decode(text, file: path, folder: folder, diagnostics: diagnostics),
            diagnostics.all.isEmpty
        else { throw CommandFailure(text: Diagnostics(diagnostics.all).description, code: .usage) }
        return plan
    }
}
