import Audit
import Checks
import Diagnostics
import Foundation

/// Reads the plan that a command names.
enum PlanFile {
    /// The plan of this folder; nil when there is none.
    static var ofThisFolder: String? { FileManager.default.fileExists(atPath: "audit.yaml") ? "audit.yaml" : nil }

    /// A plan (.yaml), or the standard one for a customer file. Mistakes in it that leave something to go on with go to
    /// `diagnostics`.
    static func read(_ path: String, _ diagnostics: DiagnosticsCollector) throws(CommandFailure) -> Plan {
        guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else { return Plan.forCustomers(at: path) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(
                text: "\(path): there is no such plan; 'keur map CUSTOMERS.csv' writes one", code: .usage)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure(text: "\(path): the plan is not in UTF-8; save it as UTF-8", code: .usage)
        }
        let folder = (path as NSString).deletingLastPathComponent
        guard let plan = Plan.decode(text, file: path, folder: folder, diagnostics: diagnostics) else {
            throw CommandFailure(text: Diagnostics(diagnostics.all).description, code: .usage)
        }
        return plan
    }
}
