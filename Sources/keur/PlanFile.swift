import Audit
import Checks
import Diagnostics
import Foundation

/// Reads the plan that a command names.
enum PlanFile {
    /// The plan of this folder; nil when there is none.
    static var ofThisFolder: String? { FileManager.default.fileExists(atPath: "audit.yaml") ? "audit.yaml" : nil }

    /// Whether a path is a plan's rather than a customer file's.
    static func isPlan(_ path: String) -> Bool {
        ["yaml", "yml"].contains((path as NSString).pathExtension.lowercased())
    }

    /// A plan (.yaml), or the standard one for a customer file. Mistakes in it that leave something to go on with go to
    /// `diagnostics`.
    static func read(_ path: String, _ diagnostics: DiagnosticsCollector) throws(CommandFailure) -> Plan {
        guard isPlan(path) else { return Plan.forCustomers(at: path) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(text: "\(path): \(whyUnread(path))", code: .usage)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure(text: "\(path): the plan is not in UTF-8; save it as UTF-8", code: .usage)
        }
        let folder = (path as NSString).deletingLastPathComponent
        guard let plan = Plan.decode(text, file: path, folder: folder, diagnostics: diagnostics) else {
            throw CommandFailure(diagnostics)
        }
        return plan
    }

    private static func whyUnread(_ path: String) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return "there is no such plan; 'keur map CUSTOMERS.csv' writes one"
        }
        return isFolder.boolValue
            ? "it is a folder, not a plan; name the file in it" : "the plan may not be read; check its permissions"
    }
}

extension Plan {
    /// The packs that the plan names; check files start from its folder.
    func packs(_ diagnostics: DiagnosticsCollector) -> [Pack] {
        Places.library.packs(checks.map { ($0.name, $0.location) }, from: folder, diagnostics: diagnostics)
    }

    /// Other packs than the plan's own, for a run with them: that they lack a parameter of the plan is no mistake then, and
    /// its scope may name it.
    func withParameters(_ packs: [Pack]) -> [Pack] { packs + [Pack(of: parameters, file: name)] }
}
