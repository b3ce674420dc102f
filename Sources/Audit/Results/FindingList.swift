/// Findings in order of urgency, rendered a slice at a time.
public struct FindingList: Sendable {
    public let count: Int
    private let render: @Sendable (Range<Int>) -> [Finding]

    /// `render` gives the findings of a range within `0..<count`; it may be called from several threads at once.
    public init(count: Int, render: @escaping @Sendable (Range<Int>) -> [Finding]) {
        self.count = count
        self.render = render
    }

    public init(_ findings: [Finding]) {
        self.init(count: findings.count) { Array(findings[$0]) }
    }

    /// The findings of `range`; hold on to few of these slices at a time.
    public subscript(range: Range<Int>) -> [Finding] { render(range) }

    /// Calls `body` with one finding after the other.
    public func forEach(_ body: (Finding) throws -> Void) rethrows {
        let slice = 4096
        for start in stride(from: 0, to: count, by: slice) {
            for finding in render(start..<Swift.min(start + slice, count)) { try body(finding) }
        }
    }
}
