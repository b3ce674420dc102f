/// How a column says yes and no.
public struct BoolFormat: Hashable, Sendable {
    /// yes/no, ja/nee/nein, oui/non, true/false, 1/0 and their like, in any letter case; not X, which must be declared.
    public static let standard = BoolFormat(trueTexts: [], falseTexts: [])
    /// Only these texts, in any letter case. An empty text among them declares what a blank cell means.
    public init(trueTexts: [String], falseTexts: [String]) {}
    /// Nil when the cell says neither.
    public func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Bool? { nil }
}
