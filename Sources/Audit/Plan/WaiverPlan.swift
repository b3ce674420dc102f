import Checks

/// What a plan says of accepted exceptions.
public struct WaiverPlan: Sendable {
    /// As written in the plan.
    public var file: String
    /// Whether the approver must be another than the owner of the fix.
    public var needsFourEyes: Bool

    public init(file: String, needsFourEyes: Bool = false) {
        self.file = file
        self.needsFourEyes = needsFourEyes
    }

    /// A path, or a mapping of `file` and `four_eyes`.
    static func decode(_ node: YAMLNode?, diagnostics: DiagnosticsCollector) -> WaiverPlan? {
        guard let node else { return nil }
        if case .scalar(let path) = node.content { return WaiverPlan(file: path.text) }
        var reader = MappingReader(node, what: "waivers", diagnostics: diagnostics)
        let file = reader.requiredText("file")
        let fourEyes = reader.choice("four_eyes", of: ["true": true, "false": false]) ?? false
        reader.finish()
        return file.map { WaiverPlan(file: $0.text, needsFourEyes: fourEyes) }
    }
}
