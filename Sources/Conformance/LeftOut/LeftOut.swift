/// Tests of the CEL suites that keur leaves out on purpose, by reason.
///
/// A run fails when a test is left out that does not stand here, and when one that stands here gives its value.
enum LeftOut {
    /// Why a test is left out; nil for those that have to pass.
    static func reason(for id: String) -> String? { reasons[id] }

    static let reasons: [String: String] = Dictionary(
        uniqueKeysWithValues: [
            (messages, "needs messages of protobuf"),
            (enums, "needs enums of protobuf"),
            (wellKnown, "needs Any, Struct or wrappers of protobuf"),
            (extensions, "needs extension fields of protobuf"),
            (blocks, "cel.block is a construct of optimisers, not of people"),
        ].flatMap { ids, reason in
            ids.split(separator: "\n").map { (String($0), reason) }
        }
    )
}
