/// An amount in hundredths of its currency's unit. The currency is empty when no record names one.
public struct Money: Sendable, Hashable {
    public var hundredths: Int64
    /// ISO 4217, or empty.
    public var currency: String

    public init(hundredths: Int64, currency: String) {
        self.hundredths = hundredths
        self.currency = currency
    }

    /// Decimal text with a point and two decimals, e.g. `-1234.50`: for files that machines read.
    public var decimalText: String {
        let magnitude = hundredths.magnitude
        let cents = magnitude % 100
        return "\(hundredths < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}

extension Money {
    /// An amount in hundredths, halves away from zero; 0 for what is no number, the extremes for what is beyond them.
    ///
    /// The nearest double to 1.005 lies below it. Up to 15 digits and five trillion, half a hundredth is found all the same: what
    /// is nearer to it than the error of a double counts as one.
    static func hundredths(_ amount: Double) -> Int64 {
        let scaled = amount * 100
        let rounded = (scaled.magnitude < 0x1p49 ? scaled + scaled * 0x1p-51 : scaled).rounded()
        guard rounded == rounded else { return 0 }
        return rounded >= 0x1p63 ? .max : rounded <= -0x1p63 ? .min : Int64(rounded)
    }
}
