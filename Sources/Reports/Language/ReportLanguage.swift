/// The languages that reports are written in.
public enum ReportLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case dutch = "nl"

    /// English for a language that keur does not write.
    public init(code: String) {
        self = ReportLanguage(rawValue: code) ?? .english
    }

    var texts: Texts {
        switch self {
        case .english: .english
        case .dutch: .dutch
        }
    }

    package var numbers: NumberStyle {
        switch self {
        case .english: NumberStyle(groupMark: ",", decimalMark: ".", gapAfterSymbol: false, isDayFirst: false)
        case .dutch: NumberStyle(groupMark: ".", decimalMark: ",", gapAfterSymbol: true, isDayFirst: true)
        }
    }
}
